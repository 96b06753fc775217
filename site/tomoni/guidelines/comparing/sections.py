"""A document's text as sections: each page, heading and article begins one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tomoni.guidelines.comparing.lines import Line
from tomoni.guidelines.comparing.marking import folded
from tomoni.guidelines.comparing.pieces import Others, Piece, piece_of
from tomoni.guidelines.comparing.result import Place
from tomoni.guidelines.texts import EditionText, PageText

ARTICLE_LEVEL, SUPPLEMENT_LEVEL = 3, 2


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it, up to the next heading."""

    key: str
    place: Place
    heading: Piece
    pieces: tuple[Piece, ...]
    # The place of the section above it in the list of sections; -1 for pages.
    parent: int = -1

    @property
    def all(self) -> tuple[Piece, ...]:
        return (self.heading, *self.pieces)

    @cached_property
    def body(self) -> str:
        """The text below the heading, without differences of notation."""
        return "\n".join(piece.folded for piece in self.pieces)

    @cached_property
    def title(self) -> str:
        return folded(self.place.title)

    @cached_property
    def number(self) -> str:
        return folded(self.place.number)


def sections_of(text: EditionText, *, language: str, others: Others) -> list[Section]:
    """Return all sections of a text in reading order."""
    found: list[Section] = []
    for position, page in enumerate(text.pages):
        above: list[tuple[int, int]] = []
        starts = _starts(text if position == 0 else None, page, language, others)
        for level, key, heading, pieces in starts:
            while above and above[-1][0] >= level:
                above.pop()
            parent = above[-1][1] if above else -1
            above.append((level, len(found)))
            number, title = heading.lines[0].cells
            place = Place(heading.anchor, number, title, level, position)
            found.append(Section(key, place, heading, tuple(pieces), parent))
    return found


Start = tuple[int, str, Piece, list[Piece]]


def _starts(
    text: EditionText | None, page: PageText, language: str, others: Others
) -> Iterator[Start]:
    """Yield level, key, heading and pieces of each section of a page."""
    key = "document" if text else (page.anchor or f"page-{page.page}")
    anchor = page.anchor or (key if text else f"page-{page.page}")
    heading = Piece("heading", key, (Line("heading", (page.number, page.title)),), 1, anchor)
    pieces = [_lines("summary", key, page.summary)]
    for block in page.body:
        begun = _begun_by(block)
        piece = piece_of(block, language=language, others=others)
        if piece is None:
            continue
        if begun is None:
            pieces.append(piece)
            continue
        yield heading.level, key, heading, [one for one in pieces if one.lines]
        name = piece.id if piece.kind == "heading" else f"heading {piece.id}"
        heading = Piece("heading", name, (Line("heading", begun[1]),), begun[0], piece.anchor)
        key, pieces = piece.anchor, [] if piece.kind == "heading" else [piece]
    if text:
        pieces.append(_signature(text))
    yield heading.level, key, heading, [one for one in pieces if one.lines]


def _begun_by(block: Mapping[str, Any]) -> tuple[int, tuple[str, str]] | None:
    """Return level, number and title of the section that a block begins."""
    kind, value = block.get("type"), block.get("value")
    if not isinstance(value, Mapping):
        return None
    number = str(value.get("number") or "")
    if kind == "heading":
        stored = str(value.get("level") or "2")
        level = int(stored) if stored.isdecimal() else SUPPLEMENT_LEVEL
        return max(level, SUPPLEMENT_LEVEL), (number, str(value.get("text") or ""))
    if kind == "article":
        return ARTICLE_LEVEL, (number, str(value.get("caption") or ""))
    if kind == "supplement":
        return SUPPLEMENT_LEVEL, ("", str(value.get("title") or ""))
    return None


def _lines(kind: str, key: str, *texts: str) -> Piece:
    lines = tuple(Line("text", (line,)) for text in texts for line in text.splitlines() if line)
    return Piece(kind, f"{kind} {key}", lines)


def _signature(text: EditionText) -> Piece:
    """Return whose words the foreword is: it stands at the end of the document's own page."""
    cells = tuple(part for part in (text.foreword_office, text.foreword_name) if part)
    return Piece("signature", "signature", (Line("text", cells),) if cells else ())
