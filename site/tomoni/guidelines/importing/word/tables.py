"""Tables of Word: cells with what they merge, and which rows and columns are headers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tomoni.guidelines.importing.grids import (
    LEFT,
    UP,
    Grid,
    evened,
    header_columns_of,
    header_rows_of,
    real,
)

from .names import child, local, switched, value, whole

_WIDEST = 200  # columns that one cell may span
_WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}


@dataclass(frozen=True)
class Cell:
    """A cell: its element and how it is merged."""

    element: Element
    span: int
    goes_on: bool  # one with the cell above


def rows_of(table: Element) -> list[tuple[Element, list[Cell]]]:
    """Return the rows of a table with their cells."""
    kept = (row for row in _within(table, "tr") if child(row, "trPr", "del") is None)
    return [(row, [_cell(one) for one in _within(row, "tc")]) for row in kept]


def _within(element: Element, name: str) -> Iterator[Element]:
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in _WRAPPERS:
            yield from _within(one, name)


def _cell(one: Element) -> Cell:
    span = whole(value(child(one, "tcPr", "gridSpan")), 1)
    merge = child(one, "tcPr", "vMerge")
    goes_on = merge is not None and value(merge) != "restart"
    return Cell(one, min(max(span, 1), _WIDEST), goes_on)


def grid_of(table: Element, text_of: Callable[[Element], str]) -> Grid:
    """Read a table's cells into a grid."""
    rows: list[list[str]] = []
    headers = 0
    for at, (row, cells) in enumerate(rows_of(table)):
        before = whole(value(child(row, "trPr", "gridBefore")))
        line = [""] * min(max(before, 0), _WIDEST)
        for cell in cells:
            text = text_of(cell.element).strip()
            line.append(UP if cell.goes_on and at and not text else real(text))
            line += [LEFT] * (cell.span - 1)
        rows.append(line)
        headers += headers == at and bool(switched(child(row, "trPr", "tblHeader")))
    even = evened(rows)
    look = child(table, "tblPr", "tblLook")
    heads = headers or header_rows_of(even)
    column = value(look, "firstColumn") in ("1", "true")
    return Grid(even, heads, int(column) or header_columns_of(even, heads))
