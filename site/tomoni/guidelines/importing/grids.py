"""A table as read: rows of cells, with the signs that stand for merged ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

LEFT, UP = "←", "↑"  # the cell is one with that to the left, with that above
_REAL = {"←": "⇐", "↑": "⇑"}  # an arrow that is the whole text of a cell
_SHORT = 20


@dataclass(frozen=True)
class Grid:
    """The cells of a table; every row is as long as the first."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 0
    header_columns: int = 0

    def mapped(self, change: Callable[[str], str]) -> "Grid":
        """Return the table with the text of each cell changed."""
        rows = tuple(
            tuple(cell if cell in (LEFT, UP) else change(cell) for cell in row) for row in self.rows
        )
        return replace(self, rows=rows)

    @property
    def text(self) -> str:
        """Return the text of all cells, as the account counts it."""
        lines = ("\t".join(cell for cell in row if cell not in (LEFT, UP)) for row in self.rows)
        return "\n".join(lines)


def real(text: str) -> str:
    """Return the text of a cell in which an arrow alone is not taken for a sign of merging."""
    return _REAL.get(text, text)


def evened(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows filled up with empty cells to the longest."""
    longest = max((len(row) for row in rows), default=0)
    return tuple((*row, *[""] * (longest - len(row))) for row in rows)


def header_rows_of(rows: Sequence[Sequence[str]]) -> int:
    """Guess how many rows are headers: those that the first cell of all merges, at least one."""
    if len(rows) < 2 or not any(cell.strip() for cell in rows[0]):  # noqa: PLR2004 -- head and body
        return 0
    deep = 1
    while deep < len(rows) - 1 and UP in rows[deep] and LEFT in rows[deep - 1]:
        deep += 1
    return deep if all(len(cell) <= _SHORT * 2 for cell in rows[0]) else 0


def header_columns_of(rows: Sequence[Sequence[str]], heads: int) -> int:
    """Guess whether the first column names its rows: filled, short, and mostly without repeats."""
    first = [row[0] for row in rows[heads:] if row]
    words = [cell for cell in first if cell != UP]
    named = bool(words) and all(cell.strip() and len(cell) <= _SHORT for cell in words)
    return int(named and len(set(words)) == len(words) and len(rows[0]) > 1)
