"""A table in a comparison as chapters show it: merged cells are merged, what changed is marked."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tomoni.guidelines.comparing import BlockPair, Row, State
from tomoni.guidelines.comparing.result import Mark, Spans
from tomoni.guidelines.grids import LEFT, UP, Cell, Grid, grid_of
from tomoni.guidelines.synopsis.marked import marked
from tomoni.guidelines.synopsis.shown import Table


def side_of(block: BlockPair, *, is_new: bool, prefix: str) -> tuple[Table, ...]:
    """Return one side of a table, or nothing where that side has none."""
    rows = [row for row in block.rows if _side(row, is_new) is not None]
    if not rows:
        return ()
    if not is_new:
        rows.sort(key=lambda row: row.was)
    named = {
        role: [marked(cells, is_new=is_new) for cells in _texts(rows, role, is_new)]
        for role in ("caption", "source")
    }
    captions = [_plain(cells) for cells in _texts(rows, "caption", is_new)]
    heads, body = ([row for row in rows if row.role == role] for role in ("header", "row"))
    matrix = [_side(row, is_new) or () for row in (*heads, *body)]
    plain = [[_plain(cell) for cell in row] for row in matrix]
    grid = grid_of(
        plain[: len(heads)],
        plain[len(heads) :],
        row_headers=block.names_rows[is_new],
        prefix=prefix,
    )
    return (
        Table(
            label=" ".join(captions) or _("Table"),
            caption=mark_safe("<br>".join(named["caption"])),
            grid=grid,
            cells=dict(_cells(grid, matrix, [*heads, *body], is_new=is_new)),
            notes=tuple(named["source"]),
        ),
    )


def _side(row: Row, is_new: bool) -> tuple[Spans, ...] | None:
    return row.new if is_new else row.old


def _texts(rows: Sequence[Row], role: str, is_new: bool) -> Iterator[Spans]:
    for row in rows:
        if row.role == role:
            yield from _side(row, is_new) or ()


def _plain(cell: Spans) -> str:
    return "".join(span.text for span in cell)


def _cells(
    grid: Grid, matrix: Sequence[tuple[Spans, ...]], rows: Sequence[Row], *, is_new: bool
) -> Iterator[tuple[int, SafeString]]:
    """Yield the words of each cell that is shown, marked, with its number."""
    at: Mapping[tuple[int, int], Spans] = {
        (row, column): cell for row, cells in enumerate(matrix) for column, cell in enumerate(cells)
    }
    for line in (*grid.head, *grid.body):
        for cell in line.cells:
            spans = at.get((cell.row, cell.column), ())
            if _plain(spans).strip() in (LEFT, UP):
                spans = ()
            text = mark_safe(marked(spans, is_new=is_new).replace("\n", "<br>"))
            if not _is_changed(spans) and _is_merged_otherwise(cell, at, rows):
                note = format_html('<span class="cell-note">{}</span>', _("joined otherwise"))
                text = format_html("{} {}", text, note) if text else note
            yield cell.number, text


def _is_changed(spans: Spans) -> bool:
    return any(span.mark is Mark.CHANGED for span in spans)


def _is_merged_otherwise(
    cell: Cell, at: Mapping[tuple[int, int], Spans], rows: Sequence[Row]
) -> bool:
    """Say whether a cell spreads over one that said something else on the other side.

    A row that is all new or gone is marked as such already.
    """
    return any(
        _is_changed(at.get((row, column), ()))
        for row in range(cell.row, cell.row + cell.rowspan)
        if rows[row].state not in {State.ADDED, State.REMOVED}
        for column in range(cell.column, cell.column + cell.colspan)
        if (row, column) != (cell.row, cell.column)
    )
