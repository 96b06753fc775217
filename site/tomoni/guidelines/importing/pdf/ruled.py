"""Tables with ruling lines: their cells, and which of them are merged."""

from collections.abc import Sequence
from typing import Any

from tomoni.guidelines.importing.grids import LEFT, UP, real

from .glyphs import Glyph, stretches_of
from .order import rows_of
from .records import Row

_LEAST, _MOST = 4, 3000  # ruling lines of a page with a table; more are a drawing
_NEAR = 3.0  # points within which two lines are one
_FILLED = 2  # rows and columns that a table has at least


def tables_of(
    page: Any,  # Any: untyped library
    rulings: int,
    glyphs: list[Glyph],
) -> tuple[list[Row], list[Glyph]]:
    """Return the tables of a page, and the signs that stand in none of them."""
    if not rulings or not glyphs or not _LEAST <= len(page.edges) <= _MOST:
        return [], glyphs
    found: list[Row] = []
    for table in page.find_tables():
        row, glyphs = _table([tuple(map(float, cell)) for cell in table.cells if cell], glyphs)
        if row:
            found.append(row)
    return found, glyphs


def _table(cells: list[Any], glyphs: list[Glyph]) -> tuple[Row | None, list[Glyph]]:
    lefts = _lines([cell[0] for cell in cells])
    tops = _lines([cell[1] for cell in cells])
    if len(lefts) < _FILLED or len(tops) < _FILLED:
        return None, glyphs
    grid = [[""] * len(lefts) for _ in tops]
    inside: dict[int, list[Glyph]] = {at: [] for at in range(len(cells))}
    outside: list[Glyph] = []
    for glyph in glyphs:
        at = next((at for at, cell in enumerate(cells) if _holds(cell, glyph)), None)
        (outside if at is None else inside[at]).append(glyph)
    filled = 0
    for at, cell in enumerate(cells):
        rows = [no for no, top in enumerate(tops) if cell[1] - _NEAR <= top < cell[3] - _NEAR]
        columns = [no for no, left in enumerate(lefts) if cell[0] - _NEAR <= left < cell[2] - _NEAR]
        if not rows or not columns:
            continue
        text = "\n".join(row.text for row in rows_of(stretches_of(inside[at])))
        filled += bool(text)
        for row in rows:
            for column in columns:
                grid[row][column] = LEFT if column > columns[0] else UP
        grid[rows[0]][columns[0]] = real(text)
    if filled < _FILLED:
        return None, glyphs
    words = "".join("".join(cell for cell in row if cell not in (LEFT, UP)) for row in grid)
    left, top = min(cell[0] for cell in cells), min(cell[1] for cell in cells)
    right, bottom = max(cell[2] for cell in cells), max(cell[3] for cell in cells)
    return Row("table", words, left, top, right, bottom, cells=grid), outside


def _lines(places: Sequence[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _holds(cell: Sequence[float], glyph: Glyph) -> bool:
    across, down = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return cell[0] <= across <= cell[2] and cell[1] <= down <= cell[3]
