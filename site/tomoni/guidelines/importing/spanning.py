"""Tables that run on over the end of a page: put together, their repeated heads set aside."""

from dataclasses import replace

from . import reasons
from .furniture import Furniture
from .grids import LEFT, UP, Grid
from .pieces import Piece


def join(pieces: list[Piece], removed: Furniture) -> list[Piece]:
    """Return the pieces with each table that goes on at the head of the next page made whole."""
    result: list[Piece] = []
    ended = 0  # the page on which the last piece ends
    for piece in pieces:
        above = result[-1] if result else None
        goes_on = above is not None and _goes_on(above, piece, ended)
        ended = piece.lines[-1].page
        if above is None or not goes_on:
            result.append(piece)
            continue
        first, second = above.lines[0].grid, piece.first.grid
        if first is None or second is None:
            continue
        heads = first.rows[: first.header_rows]
        again = bool(heads) and second.rows[: len(heads)] == heads
        rows = second.rows[len(heads) :] if again else second.rows
        if again:
            words = "\t".join(cell for row in heads for cell in row if cell not in (LEFT, UP))
            head = replace(piece.first, text=words, grid=None)
            removed.set_aside.append((head, reasons.RUNNING_HEAD))
        whole = replace(first, rows=(*first.rows, *rows))
        line = replace(above.first, grid=whole)
        above.lines = [line, *above.lines[1:]]
        above.repairs.add(piece.repairs)
    return result


def _goes_on(above: Piece, piece: Piece, ended: int) -> bool:
    """Say whether a table begins its page right after one of as many columns ended the last."""
    if above.kind != "table" or piece.kind != "table" or piece.text:
        return False
    next_page = piece.first.starts_page and piece.first.page == ended + 1
    return next_page and _width(above.first.grid) == _width(piece.first.grid)


def _width(grid: Grid | None) -> int:
    return len(grid.rows[0]) if grid and grid.rows else 0
