"""What is doubtful in an outline: recognised from the pieces themselves, anew after each step."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tomoni.guidelines.importing import reasons
from tomoni.guidelines.importing.numbering import Marker, marker
from tomoni.guidelines.outlining.pieces import (
    ASIDE,
    DROPPED,
    HEADING,
    NOTE,
    PARAGRAPH,
    Piece,
    Pieces,
)

LONG, TITLE, SHORT, CLIPPED = 1_200, 60, 40, 30
_SENTENCE = re.compile(r"[。！？!?.：:][」』）〕)”\"]*$")
# Replacement signs, private use, lone voicing marks: what recognised or damaged text leaves.
_ODD = re.compile(
    r"[\ufffd\ue000-\uf8ff\u3099\u309a゛゜]|[□■]{2,}|(?<=[一-龯ぁ-ん])[|¦](?=[一-龯ぁ-ん])"
)
_ARTICLE = "unit 条"

SENTENCES: dict[str, str | Promise] = {
    "level": _("Stands more than one level below the heading before it."),
    "number": _("Its number does not follow the one before."),
    "sentence": _("Reads like a sentence: is it a heading?"),
    "bare": _("Has no number and was taken for a heading by its place alone."),
    "empty": _("A heading without words."),
    "missed": _("Short and numbered: is it a heading?"),
    "clipped": _("Ends in the middle of a sentence: does it go on in the next piece?"),
    "long": _("A very long paragraph: are several run together?"),
    "odd": _("Holds signs that look misread."),
    "loose": _("No mark in the text leads to this note."),
    "open": _("A reference leads to no section."),
    "figure": _("A figure was set aside; it is to be redrawn on the page."),
    "table": _("A table was set aside; it is to be rebuilt on the page."),
    "aside": _("Was set aside: does it belong to the text?"),
}


@dataclass(frozen=True)
class Doubt:
    """A doubt about a piece, and whether the editor has looked at it."""

    code: str
    is_open: bool

    @property
    def sentence(self) -> str:
        return str(SENTENCES[self.code])


def find(pieces: Pieces) -> dict[str, tuple[Doubt, ...]]:
    """Return the doubts about each piece that has any."""
    known = {piece.id: piece for piece in pieces}
    anchors = {piece.anchor for piece in pieces if piece.kind == HEADING}
    codes: dict[str, list[str]] = {}
    for piece, code in _all(pieces, known, anchors):
        codes.setdefault(piece.id, []).append(code)
    return {
        own: tuple(Doubt(code, code not in known[own].accepted) for code in found)
        for own, found in codes.items()
    }


def _all(pieces: Pieces, known: dict[str, Piece], anchors: set[str]) -> Iterator[tuple[Piece, str]]:
    yield from ((piece, code) for piece, code in _headings(pieces))
    shown = [piece for piece in pieces if piece.is_shown]
    after = dict(zip((piece.id for piece in shown), shown[1:], strict=False))
    for piece in pieces:
        if piece.kind == DROPPED:
            continue
        yield from ((piece, code) for code in _own(piece, after.get(piece.id)))
        if piece.kind == NOTE and not _is_tied(piece, known):
            yield piece, "loose"
        if piece.is_shown and any(link.target not in anchors for link in piece.links):
            yield piece, "open"


def _own(piece: Piece, following: Piece | None) -> Iterator[str]:
    """Yield what the piece itself and the one behind it say."""
    if piece.kind == ASIDE:
        if not piece.is_furniture and not piece.was:
            kinds = {reasons.FIGURE: "figure", reasons.TABLE: "table"}
            yield kinds.get(piece.reason, "aside")
        return
    if _ODD.search(piece.text):
        yield "odd"
    if piece.kind != PARAGRAPH:
        return
    ends = bool(_SENTENCE.search(piece.text))
    if len(piece.text) > LONG:
        yield "long"
    elif len(piece.text) <= SHORT and not ends and marker(piece.text):
        yield "missed"
    elif (
        not ends
        and len(piece.text) >= CLIPPED
        and following is not None
        and following.kind == PARAGRAPH
    ):
        yield "clipped"


def _headings(pieces: Pieces) -> Iterator[tuple[Piece, str]]:
    counted: list[tuple[int, Marker]] = []
    before = 0
    for piece in pieces:
        if piece.kind != HEADING:
            continue
        # The first heading may stand at any level.
        if before and piece.level > before + 1:
            yield piece, "level"
        before = piece.level
        counted = [one for one in counted if one[0] <= piece.level]
        read = marker(f"{piece.mark}\u3000{piece.text or 'x'}") if piece.mark else None
        if read and read[0].counts:
            siblings = [one for level, one in counted if level == piece.level]
            last = next((one for one in reversed(siblings) if one.scheme == read[0].scheme), None)
            if read[0].ordinal != (last.ordinal + 1 if last else 1):
                yield piece, "number"
            counted.append((piece.level, read[0]))
        if not piece.text and piece.scheme != _ARTICLE:
            yield piece, "empty"
        elif _SENTENCE.search(piece.text) or len(piece.text) > TITLE:
            yield piece, "sentence"
        elif not piece.mark and piece.scheme == "spaced":
            yield piece, "bare"


def _is_tied(note: Piece, known: dict[str, Piece]) -> bool:
    target = known.get(note.tied.piece) if note.tied else None
    return (
        target is not None
        and target.is_shown
        and note.tied is not None
        and (note.tied.mark in target.text)
    )
