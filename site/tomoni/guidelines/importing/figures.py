"""Drawings and tables that extraction flattened to stray words: found and set apart."""

import re
from collections import Counter
from itertools import pairwise

from . import reasons
from .lines import Profile
from .pieces import Piece

_CELLS = re.compile(r"[^\x00-\x7f][ \u3000]+[^\x00-\x7f]")
_LEAST = 3  # stray pieces that make a figure
_TITLE_LINES = 12  # title, subtitle, date and name of the town stand here
_LABEL = 12  # signs that a label has at most
_SMALL = 12  # pieces of a figure that does not run over a page's end
_TEXT = 30  # signs from which a piece is text
_REPEATED = 3  # the same short words this often are a label


def find(pieces: list[Piece], profile: Profile) -> list[tuple[int, int, str]]:
    """Return the spans of pieces that are figures or tables, each with the reason."""
    labels = _labels(pieces)
    shapes = "".join(_shape(piece, profile, labels) for piece in pieces)
    spans: list[tuple[int, int, str]] = []
    # s: stray words, n: fits in a figure and elsewhere, l: item of a list, p: prose.
    for found in re.finditer(r"s(?:[sn]|l+(?=s))*", shapes):
        start, end = found.span()
        end = start + len(found[0].rstrip("n"))
        for one, two in _parted(pieces, start, end):
            span = pieces[one:two]
            if _is_figure(span, shapes[one:two], pieces[two : two + 1]):
                spans.append((one, two, _reason(span)))
    return spans


def _parted(pieces: list[Piece], start: int, end: int) -> list[tuple[int, int]]:
    """Part a stretch where a page begins, unless the table plainly runs on."""
    cuts = [
        at for at in range(start + 1, end) if pieces[at].first.starts_page and end - start < _SMALL
    ]
    edges = [start, *cuts, end]
    return list(pairwise(edges))


def _labels(pieces: list[Piece]) -> set[str]:
    counts = Counter(
        piece.text for piece in pieces if piece.kind == "text" and len(piece.text) < _LABEL
    )
    follows = Counter(
        piece.text
        for piece, after in pairwise(pieces)
        if after.kind == "bullet" or after.width > _TEXT
    )
    return {
        text for text, count in counts.items() if count >= _REPEATED and follows[text] * 2 >= count
    }


def _shape(  # noqa: PLR0911 -- one answer for each kind of piece
    piece: Piece, profile: Profile, labels: set[str]
) -> str:
    if piece.text in labels or "label" in piece.tags:
        piece.tags.add("label")
        return "p"
    if piece.kind in ("note", "table") or piece.tags & {"heading", "caption"}:
        return "p"
    short = piece.width < profile.width * 0.8
    if piece.kind == "candidate":
        if piece.mark and piece.mark.scheme.startswith("bracket"):
            return "s"
        if "list" not in piece.tags:
            return "n"
        return "p" if piece.ends_sentence or not short else "l"
    if piece.kind == "bullet":
        return "n" if short and not piece.ends_sentence else "p"
    if piece.ends_sentence:
        cell = max(line.width for line in piece.lines) < profile.width * 0.4
        return "n" if cell and piece.width < profile.width * 1.2 else "p"
    # A single line that neither ends a sentence nor goes on is no prose, however wide.
    return "s" if len(piece.lines) == 1 or piece.width < profile.width else "p"


def _is_figure(span: list[Piece], shapes: str, after: list[Piece]) -> bool:
    stray = shapes.count("s")
    if span[0].first.number < _TITLE_LINES and stray <= _LEAST + 2 and not _letters(span):
        return False
    if stray >= _LEAST:
        return True
    # One or two stray words alone on a page's edge belong to a drawing there.
    alone = not after or after[0].first.starts_page
    return (span[0].first.starts_page and alone) or (alone and all(map(_drawn_piece, span)))


def _letters(span: list[Piece]) -> bool:
    """Say whether a word is set upright, one sign a line."""
    return any(len(piece.text) == 1 for piece in span)


def _drawn_piece(piece: Piece) -> bool:
    return bool(_CELLS.search(piece.first.text)) or len(piece.text) == 1


def _reason(span: list[Piece]) -> str:
    for piece in span:
        words = {word for word in piece.first.text.split() if len(word) > 1}
        if len(words) >= _LEAST:
            return reasons.TABLE
    return reasons.FIGURE
