"""Merged cells: what spans what, what heads what, and which signs cannot hold."""

from tomoni.guidelines.grids import Fault, faults, grid_of


def shape(rows) -> list[list[tuple[str, int, int, str]]]:
    return [[(c.text, c.rowspan, c.colspan, c.scope) for c in row.cells] for row in rows]


def test_plain_table_needs_scopes_only() -> None:
    grid = grid_of([["年", "件数"]], [["令和5年", "3"]], row_headers=True)

    assert not grid.is_merged
    assert shape(grid.head) == [[("年", 1, 1, "col"), ("件数", 1, 1, "col")]]
    assert shape(grid.body) == [[("令和5年", 1, 1, "row"), ("3", 1, 1, "")]]
    assert {cell.headers for row in grid.body for cell in row.cells} == {""}


def test_merged_cells_span_rows_and_columns_and_name_their_headings() -> None:
    grid = grid_of(
        [["年", "件数", "←"], ["↑", "市民", "市"]],
        [["令和5年", "3", "4"], ["↑", "5", "←"]],
        row_headers=True,
        prefix="c-",
    )

    assert shape(grid.head) == [
        [("年", 2, 1, "col"), ("件数", 1, 2, "colgroup")],
        [("市民", 1, 1, "col"), ("市", 1, 1, "col")],
    ]
    assert shape(grid.body) == [
        [("令和5年", 2, 1, "rowgroup"), ("3", 1, 1, ""), ("4", 1, 1, "")],
        [("5", 1, 2, "")],
    ]
    assert grid.head[1].cells[0].headers == "c-0-1"
    assert grid.body[0].cells[1].headers == "c-0-1 c-1-1 c-2-0"
    assert grid.body[1].cells[0].headers == "c-0-1 c-1-1 c-1-2 c-2-0"
    assert grid.body[0].cells[1].label == "件数 市民"


def test_row_says_what_reaches_into_it_from_above() -> None:
    grid = grid_of(
        [["区分", "担当", "内容"]], [["A", "市", "一"], ["↑", "↑", "二"]], row_headers=True
    )

    assert [row.above for row in grid.body] == [(), ("A", "担当: 市")]


def test_short_rows_are_filled_with_empty_cells() -> None:
    grid = grid_of([["一", "二"]], [["甲"]], row_headers=False)

    assert shape(grid.body) == [[("甲", 1, 1, ""), ("", 1, 1, "")]]


def test_sign_with_nothing_to_belong_to_is_an_empty_cell_and_a_fault() -> None:
    head, body = [["←", "二"]], [["↑", "甲"]]

    grid = grid_of(head, body, row_headers=False)

    assert [cell.text for row in (*grid.head, *grid.body) for cell in row.cells] == [
        "",
        "二",
        "",
        "甲",
    ]
    assert list(faults(head, body)) == [Fault("nothing", 0, 0), Fault("border", 1, 0)]


def test_cells_that_make_no_rectangle_are_a_fault_and_come_apart() -> None:
    head, body = [["一", "二"]], [["甲", "←"], ["↑", "乙"]]

    grid = grid_of(head, body, row_headers=False)

    assert shape(grid.body) == [[("甲", 1, 2, "")], [("", 1, 1, ""), ("乙", 1, 1, "")]]
    assert list(faults(head, body)) == [Fault("corner", 2, 0)]


def test_row_longer_than_the_headings_is_a_fault() -> None:
    assert list(faults([["一"]], [["甲", "乙"]])) == [Fault("wide", 1, 1)]
