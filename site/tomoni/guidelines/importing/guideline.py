"""Read a guideline from a file: from bytes to a tree of sections with nothing lost."""

from . import columns, displaced, figures, furniture, headings, notes, outline, titles
from .lines import profile, split
from .pieces import Piece, assemble
from .reading import decode
from .repairs import Repairs
from .result import ImportedGuideline
from .writing import Writer


def read_guideline(
    data: bytes, *, filename: str = "", title: str | None = None
) -> ImportedGuideline:
    """Read a guideline from the bytes of a text file."""
    source, encoding = decode(data)
    repairs = Repairs()
    lines, removed = furniture.clear(split(source, repairs))
    lines = columns.unfold(lines)
    shape = profile(lines)
    lines = displaced.restore(lines, shape.full)
    pieces = headings.whole(notes.gather(assemble(lines, shape)))
    headings.decide(pieces, shape)
    pieces = _set_drawings_aside(pieces, figures.find(pieces, shape))
    front, nodes = outline.build(pieces)
    name = title or titles.find(
        [piece.text for piece in front if not piece.ends_sentence],
        "".join(piece.text + "\n" for piece in pieces),
        filename,
    )
    return Writer(name.strip(), source, encoding, repairs, removed).write(front, nodes)


def _set_drawings_aside(pieces: list[Piece], spans: list[tuple[int, int, str]]) -> list[Piece]:
    """Put one piece of the kind "drawing" in place of each span."""
    result: list[Piece] = []
    at = 0
    for start, end, reason in spans:
        result += pieces[at:start]
        span = pieces[start:end]
        lines = [line for piece in span for line in piece.lines]
        result.append(
            Piece("drawing", lines, text="\n".join(line.text for line in lines), sign=reason)
        )
        at = end
    return result + pieces[at:]
