"""Which column of the old table is which of the new one."""

from tomoni.guidelines.comparing.lines import Line
from tomoni.guidelines.comparing.marking import folded
from tomoni.guidelines.comparing.pairing import Part, pair_up
from tomoni.guidelines.comparing.pieces import Piece

Columns = list[tuple[int | None, int | None]]


def columns_of(old: Piece, new: Piece) -> Columns:
    """Pair columns by their headings, and by their cells where headings do not tell."""
    widths = [max((len(row.cells) for row in _rows(piece)), default=0) for piece in (old, new)]
    if widths[0] == widths[1] and _headings(old, widths[0]) == _headings(new, widths[1]):
        return [(k, k) for k in range(widths[0])]
    if widths[0] == widths[1] and not _moved_columns(old, new, widths[0]):
        return [(k, k) for k in range(widths[0])]
    return [
        (pair.old, pair.new) for pair in pair_up(_columns(old, widths[0]), _columns(new, widths[1]))
    ]


def _rows(piece: Piece) -> list[Line]:
    return [line for line in piece.lines if line.role in {"header", "row"}]


def _headings(piece: Piece, width: int) -> list[str]:
    header = next((line.cells for line in piece.lines if line.role == "header"), ())
    return [folded(header[k]) if k < len(header) else "" for k in range(width)]


def _moved_columns(old: Piece, new: Piece, width: int) -> bool:
    """Say whether a heading stands over another column than before."""
    olds, news = _headings(old, width), _headings(new, width)
    return any(heading and heading in news and news[k] != heading for k, heading in enumerate(olds))


def _columns(piece: Piece, width: int) -> list[Part]:
    headings = _headings(piece, width)
    columns = []
    for k in range(width):
        cells = [line.cells[k] for line in _rows(piece) if k < len(line.cells)]
        heading = headings[k] if headings.count(headings[k]) == 1 else ""
        columns.append(
            Part("column", f"name {heading}" if heading else "", folded("\n".join(cells)))
        )
    return columns
