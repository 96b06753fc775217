"""Read a guideline from a file: from bytes to a tree of sections with nothing lost."""

from collections.abc import Sequence
from dataclasses import replace

from . import (
    apart,
    captions,
    columns,
    displaced,
    figures,
    furniture,
    headings,
    notes,
    outline,
    spanning,
    titles,
)
from .kinds import kind_of
from .lines import Line, profile, split
from .pdf import read_pdf
from .pieces import Piece, assemble
from .reading import decode
from .repairs import Repairs
from .result import ImportedGuideline
from .sources import Progress, Source, quiet
from .word import read_word
from .writing import Writer

_PASTED = 30  # lines from which a Word file may be pasted from a printed page
_NARROW = 60
_COVER = 8  # lines that a cover has at most
_LARGE = 1.5  # times the size of running text: the print of a document's title


def read_guideline(
    data: bytes, *, filename: str = "", title: str | None = None, progress: Progress = quiet
) -> ImportedGuideline:
    """Read a guideline from the bytes of a text, Word or PDF file.

    `progress` is told how many pages are read of how many, 0 where their number is not known.
    """
    repairs = Repairs()
    source = source_of(data, repairs, progress)
    lines, removed = furniture.clear(source)
    if not source.laid_out:
        lines = columns.unfold(lines)
    lines = _unpasted(lines)
    shape = profile(lines)
    if not source.laid_out:
        lines = displaced.restore(lines, shape.full)
    pieces = headings.whole(notes.gather(assemble(lines, shape)))
    headings.decide(pieces, shape)
    pieces = spanning.join(captions.join(pieces), removed)
    if source.drawn:
        # What the file begins with is its cover, whatever it looks like.
        drawn = [span for span in figures.find(pieces, shape) if span[0]]
        pieces = _set_drawings_aside(pieces, drawn)
    front, nodes = outline.build(pieces)
    name = title or source.title or _title(pieces, front, filename)
    return Writer(name.strip(), source, repairs, removed).write(front, nodes)


def source_of(data: bytes, repairs: Repairs, progress: Progress = quiet) -> Source:
    """Read the lines of a file of any kind, or raise the sentence that says what to do."""
    kind = kind_of(data)
    if kind == "word":
        return read_word(data, repairs, progress)
    if kind == "pdf":
        return read_pdf(data, repairs, progress)
    text, encoding = decode(data)
    lines = apart.reunite(split(text, repairs))
    return Source(text, encoding, lines, laid_out=False, drawn=True)


def _title(pieces: Sequence[Piece], front: Sequence[Piece], filename: str) -> str:
    return titles.find(
        [piece.text for piece in front if not piece.ends_sentence],
        "".join(piece.text + "\n" for piece in pieces),
        filename,
        _cover(pieces),
    )


def _cover(pieces: Sequence[Piece]) -> str:
    """Return the line that is by far the largest at the beginning, or the first of a cover."""
    large = [one for one in pieces[:_COVER] if _size(one) >= _LARGE and one.kind == "text"]
    if large:
        return max(large, key=_size).text
    end = next((at for at, piece in enumerate(pieces) if at and piece.first.starts_page), 0)
    lines = pieces[:end]
    if not lines or end > _COVER or any(one.ends_sentence or one.kind != "text" for one in lines):
        return ""
    return lines[0].text


def _size(piece: Piece) -> float:
    return piece.first.look.size if piece.first.look else 1.0


def _unpasted(lines: list[Line]) -> list[Line]:
    """Take the paragraphs of a file for printed lines where its text was pasted line by line."""
    if not lines or not all(line.whole for line in lines):
        return lines
    bare = [replace(line, whole=bool(line.grid or line.style or line.note)) for line in lines]
    printed = [line for line in bare if not line.whole]
    shape = profile(printed)
    enough = sum(map(shape.full, printed)) >= _PASTED
    return bare if enough and shape.wrapped and shape.width < _NARROW else lines


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
