"""Compare two blocks: their lines are paired, and the words in each pair of cells marked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tomoni.guidelines.comparing.lines import Line
from tomoni.guidelines.comparing.marking import folded, mark, whole
from tomoni.guidelines.comparing.pairing import Part, pair_up
from tomoni.guidelines.comparing.pieces import TABLES, Piece
from tomoni.guidelines.comparing.result import BlockPair, Mark, Row, Spans, State
from tomoni.guidelines.comparing.tables import columns_of

Cells = tuple[Spans, ...]


def compare_blocks(
    old: Piece | None, new: Piece | None, *, language: str, moved: bool = False
) -> BlockPair:
    """Return two blocks as one, or a block that stands on one side only."""
    piece = new or old
    assert piece is not None  # noqa: S101 -- a pair has at least one side
    if old is None or new is None:
        rows = tuple(_alone(line, on_new=old is None) for line in piece.lines)
        state = State.ADDED if old is None else State.REMOVED
    elif old.text == new.text and [one.cells for one in old.lines] == [
        one.cells for one in new.lines
    ]:
        rows = tuple(
            _row(a, b, language=language) for a, b in zip(old.lines, new.lines, strict=True)
        )
        state = State.SAME
    elif old.kind in TABLES or new.kind in TABLES:
        rows = _table_rows(old, new, language)
        state = state_of(rows)
    else:
        rows = _rows(old.lines, new.lines, language)
        state = state_of(rows)
    return BlockPair(
        kind=piece.kind,
        state=state,
        rows=rows,
        moved=moved,
        anchor=piece.anchor if piece.kind == "heading" else "",
        level=piece.level,
        names_rows=((old or piece).names_rows, (new or piece).names_rows),
    )


def state_of(rows: Iterable[Row]) -> State:
    """Return what happened to a whole from what happened to its rows."""
    rows = list(rows)
    states = {row.state for row in rows}
    if any(row.moved for row in rows):
        return State.CHANGED
    if not states or states == {State.SAME}:
        return State.SAME
    if len(states) == 1:
        return states.pop()
    return State.NOTATION if states <= {State.SAME, State.NOTATION} else State.CHANGED


def _alone(line: Line, *, on_new: bool) -> Row:
    cells = tuple(whole(cell, Mark.CHANGED) for cell in line.cells)
    return Row(
        role=line.role,
        state=State.ADDED if on_new else State.REMOVED,
        old=None if on_new else cells,
        new=cells if on_new else None,
        indent=line.indent,
    )


def _rows(olds: Sequence[Line], news: Sequence[Line], language: str) -> tuple[Row, ...]:
    if len(olds) == len(news) == 1:
        # Written anew or not, it is what stood there.
        return (_row(olds[0], news[0], language=language),)
    rows = []
    for pair in pair_up([_part(line) for line in olds], [_part(line) for line in news]):
        old = olds[pair.old] if pair.old is not None else None
        new = news[pair.new] if pair.new is not None else None
        if old is not None and new is not None:
            rows.append(_row(old, new, language=language, moved=pair.moved))
        elif line := new or old:
            rows.append(_alone(line, on_new=old is None))
    return tuple(rows)


def _part(line: Line, cells: Sequence[str] | None = None, name: str = "") -> Part:
    text = "\t".join(line.cells if cells is None else cells)
    kind = "line" if line.role in {"text", "item"} else line.role
    return Part(kind=f"{kind} {line.indent}", id=name or line.id, text=folded(text))


def _row(
    old: Line, new: Line, *, language: str, moved: bool = False,
    columns: Sequence[tuple[int | None, int | None]] | None = None,
) -> Row:  # fmt: skip
    if columns is None:
        longest = max(len(old.cells), len(new.cells))
        columns = [
            (k if k < len(old.cells) else None, k if k < len(new.cells) else None)
            for k in range(longest)
        ]
    olds: dict[int, Spans] = {}
    news: dict[int, Spans] = {}
    for i, j in columns:
        if i is not None and j is not None and i < len(old.cells) and j < len(new.cells):
            olds[i], news[j] = mark(old.cells[i], new.cells[j], language)
    for cells, line in ((olds, old), (news, new)):
        for k, text in enumerate(line.cells):
            cells.setdefault(k, whole(text, Mark.CHANGED))
    sides = tuple(olds[k] for k in sorted(olds)), tuple(news[k] for k in sorted(news))
    return Row(
        role=new.role,
        state=_row_state(sides, len(old.cells) != len(new.cells)),
        old=sides[0],
        new=sides[1],
        indent=new.indent,
        moved=moved,
    )


def _row_state(sides: tuple[Cells, Cells], widths_differ: bool) -> State:
    marks = {span.mark for cells in sides for spans in cells for span in spans}
    if Mark.CHANGED in marks or widths_differ:
        return State.CHANGED
    return State.NOTATION if Mark.NOTATION in marks else State.SAME


def _table_rows(old: Piece, new: Piece, language: str) -> tuple[Row, ...]:
    """Compare tables by cells: columns first, then rows by what their shared columns say."""
    columns = columns_of(old, new)
    shared = [(i, j) for i, j in columns if i is not None and j is not None]
    named = old.names_rows and new.names_rows
    olds = [_table_part(line, [i for i, _j in shared], named) for line in old.lines]
    news = [_table_part(line, [j for _i, j in shared], named) for line in new.lines]
    rows = []
    for pair in pair_up(olds, news):
        before = old.lines[pair.old] if pair.old is not None else None
        after = new.lines[pair.new] if pair.new is not None else None
        if before is not None and after is not None:
            cells = columns if after.role in {"header", "row"} else None
            row = _row(before, after, language=language, moved=pair.moved, columns=cells)
        elif line := after or before:
            row = _alone(line, on_new=before is None)
        rows.append(row if pair.old is None else replace(row, was=pair.old))
    return tuple(rows)


def _table_part(line: Line, shared: Sequence[int], named: bool) -> Part:
    if line.role not in {"header", "row"}:
        return _part(line)
    cells = [line.cells[k] for k in shared if k < len(line.cells)]
    name = line.id
    if line.role == "row" and named and line.cells:
        name = name or f"name {folded(line.cells[0])}"
    return _part(line, cells, name)
