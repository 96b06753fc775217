"""Lay a table out: which cells are merged, which head others, and what each belongs to.

A cell "←" belongs to the one at its left, "↑" to the one above it; what is merged must make a
rectangle. A sign that has nothing to belong to stands for an empty cell when a table is read, and
is told to the editor by `faults`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

LEFT, UP = "←", "↑"

Place = tuple[int, int]
FaultKind = Literal["nothing", "corner", "border", "wide"]


@dataclass(frozen=True)
class Fault:
    """What is wrong with the cell in that row (heading rows count) and column, from 0."""

    kind: FaultKind
    row: int
    column: int


@dataclass(frozen=True)
class Cell:
    """A cell as it is shown; `number` counts all cells of the table, shown or merged."""

    text: str
    number: int
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    scope: str = ""
    id: str = ""
    headers: str = ""
    # The words of its headings, for a narrow screen.
    label: str = ""

    @property
    def is_header(self) -> bool:
        return bool(self.scope)


@dataclass(frozen=True)
class Row:
    """A row of cells; `above` says what cells that began in an earlier row say of it."""

    cells: tuple[Cell, ...]
    above: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table: the rows of its head and of its body; `is_merged`: it needs more than scopes."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    width: int
    is_merged: bool


def faults(head: Sequence[Sequence[str]], body: Sequence[Sequence[str]]) -> Iterator[Fault]:
    """Yield what is wrong with the merged cells, and rows that are longer than the head."""
    width = max((len(row) for row in head), default=0)
    for number, row in enumerate([*head, *body]):
        if len(row) > width:
            yield Fault("wide", number, width)
    owners, wrong = _owners(_matrix(head, body), len(head))
    del owners
    yield from wrong


def grid_of(
    head: Sequence[Sequence[str]],
    body: Sequence[Sequence[str]],
    *,
    row_headers: bool,
    prefix: str = "",
) -> Grid:
    """Return the table laid out; `prefix` begins the ids of header cells."""
    matrix = _matrix(head, body)
    width = len(matrix[0]) if matrix else 0
    owners, _wrong = _owners(matrix, len(head))
    areas: dict[Place, list[Place]] = defaultdict(list)
    for place, owner in owners.items():
        areas[owner].append(place)
    is_merged = len(head) > 1 or any(len(places) > 1 for places in areas.values())
    layout = _Layout(matrix, areas, owners, len(head), row_headers and width > 1, prefix)
    rows = [
        Row(
            cells=tuple(layout.cell((row, column), is_merged) for column in range(width)
                        if owners[row, column] == (row, column)),
            above=layout.above(row),
        )
        for row in range(len(matrix))
    ]  # fmt: skip
    return Grid(tuple(rows[: len(head)]), tuple(rows[len(head) :]), width, is_merged)


@dataclass(frozen=True)
class _Layout:
    matrix: list[list[str]]
    areas: dict[Place, list[Place]]
    owners: dict[Place, Place]
    heads: int
    row_headers: bool
    prefix: str

    def cell(self, place: Place, is_merged: bool) -> Cell:
        row, column = place
        area = self.areas[place]
        rowspan = max(r for r, _c in area) - row + 1
        colspan = max(c for _r, c in area) - column + 1
        above = self._column_headers(area) if row >= self.heads else self._upper_headers(area)
        beside = self._row_headers(area)
        scope = ""
        if row < self.heads:
            scope = "colgroup" if colspan > 1 else "col"
        elif self.row_headers and column == 0:
            scope = "rowgroup" if rowspan > 1 else "row"
        return Cell(
            text=self._text(place),
            number=row * len(self.matrix[0]) + column,
            row=row,
            column=column,
            rowspan=rowspan,
            colspan=colspan,
            scope=scope,
            id=self._id(place) if is_merged and scope else "",
            headers=" ".join(self._id(one) for one in (*above, *beside)) if is_merged else "",
            label=" ".join(filter(None, (self._text(one) for one in above))),
        )

    def above(self, row: int) -> tuple[str, ...]:
        """Return what the cells that reach into this row from above say, with their headings."""
        if row < self.heads:
            return ()
        reaching = dict.fromkeys(
            owner
            for column in range(len(self.matrix[0]))
            if (owner := self.owners[row, column])[0] < row
        )
        told = []
        for owner in reaching:
            label = " ".join(filter(None, map(self._text, self._column_headers([owner]))))
            is_name = self.row_headers and owner[1] == 0
            text = self._text(owner)
            if text:
                told.append(f"{label}: {text}" if label and not is_name else text)
        return tuple(told)

    def _text(self, place: Place) -> str:
        text = self.matrix[place[0]][place[1]]
        return "" if text.strip() in (LEFT, UP) else text

    def _id(self, place: Place) -> str:
        return f"{self.prefix}{place[0]}-{place[1]}"

    def _column_headers(self, area: Sequence[Place]) -> list[Place]:
        columns = sorted({column for _row, column in area})
        return list(
            dict.fromkeys(
                self.owners[row, column] for row in range(self.heads) for column in columns
            )
        )

    def _upper_headers(self, area: Sequence[Place]) -> list[Place]:
        top = min(row for row, _column in area)
        return [one for one in self._column_headers(area) if one[0] < top]

    def _row_headers(self, area: Sequence[Place]) -> list[Place]:
        if not self.row_headers or min(column for _row, column in area) == 0:
            return []
        rows = sorted({row for row, _column in area if row >= self.heads})
        return list(dict.fromkeys(self.owners[row, 0] for row in rows))


def _matrix(head: Sequence[Sequence[str]], body: Sequence[Sequence[str]]) -> list[list[str]]:
    rows = [[cell or "" for cell in row] for row in (*head, *body)]
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _owners(matrix: list[list[str]], heads: int) -> tuple[dict[Place, Place], list[Fault]]:
    """Return for each place the cell that it belongs to, and the signs that cannot hold."""
    owners: dict[Place, Place] = {}
    wrong: list[Fault] = []
    for row, cells in enumerate(matrix):
        for column, text in enumerate(cells):
            sign = text.strip()
            owner = (row, column)
            if sign == LEFT and column:
                owner = owners[row, column - 1]
            elif sign == UP and row not in (0, heads):
                owner = owners[row - 1, column]
            elif sign in (LEFT, UP):
                wrong.append(Fault("border" if row and sign == UP else "nothing", row, column))
            owners[row, column] = owner
    for owner in list(dict.fromkeys(owners.values())):
        area = [place for place, one in owners.items() if one == owner]
        height = max(r for r, _c in area) - owner[0] + 1
        width = max(c for _r, c in area) - owner[1] + 1
        if len(area) == height * width and min(c for _r, c in area) == owner[1]:
            continue
        # No rectangle: only what lies in the first row stays merged, the rest stands alone.
        for place in area:
            if place[0] != owner[0]:
                owners[place] = place
                wrong.append(Fault("corner", *place))
    return owners, wrong
