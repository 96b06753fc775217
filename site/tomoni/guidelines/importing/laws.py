"""An ordinance printed within a guideline: its title, and chapters that count for themselves."""

import re
from dataclasses import replace

from .names import FRONT, name_of
from .pieces import Piece

_KIND = re.compile(r"(?:条例|規則|要綱|要領|規程|規約|会則|憲章|協定書?|基準)(?:[（(].*[）)])?$")
_LONGEST = 48
_PREAMBLE = 5  # pieces between the title and the first article
_HOLDERS = ("unit 章", "unit 節", "unit 款", "unit 目")


def enclose(pieces: list[Piece]) -> None:
    """Tag the title of each ordinance that follows other headings, and set its chapters apart."""
    own = at = next((at for at, one in enumerate(pieces) if _is_own(one)), len(pieces))
    while at < len(pieces):
        if _article(pieces[at]) == 1:
            head = _head(pieces, at)
            if head is not None and head >= own:
                # A title that the contents or the print show has its place by them, if they can.
                if "heading" not in pieces[head].tags or "listed" in pieces[head].tags:
                    pieces[head].tags |= {"heading", "law"}
                at = max(at + 1, _part(pieces, head))
                continue
        at += 1


def _is_own(piece: Piece) -> bool:
    """Say whether a piece is a heading of the guideline itself, and none of an ordinance."""
    own = "heading" in piece.tags and not _is_front(piece) and not _is_box(piece)
    article = piece.mark is not None and piece.mark.scheme == "unit 条"
    return own and not article and "supplement" not in piece.tags


def _is_front(piece: Piece) -> bool:
    return "known" in piece.tags and name_of(piece.text) in FRONT


def _is_box(piece: Piece) -> bool:
    return piece.mark is not None and piece.mark.scheme.startswith("bracket")


def _article(piece: Piece) -> int:
    mark = piece.mark if "heading" in piece.tags else None
    return mark.ordinal if mark and mark.scheme == "unit 条" else 0


def _holds(piece: Piece) -> bool:
    mark = piece.mark if "heading" in piece.tags else None
    return mark is not None and mark.scheme in _HOLDERS


def _head(pieces: list[Piece], article: int) -> int | None:
    """Return the place of the heading, or of the line made one, that the articles stand under."""
    at = article - 1
    while at >= 0 and ("caption" in pieces[at].tags or _holds(pieces[at])):
        at -= 1
    prose = False
    for place in range(at, max(-1, at - _PREAMBLE), -1):
        piece = pieces[place]
        if _is_front(piece):
            continue
        if "heading" in piece.tags:
            return None if _is_box(piece) else place
        titled = piece.kind == "text" and len(piece.lines) == 1 and not piece.ends_sentence
        if titled and len(piece.text) <= _LONGEST and (_KIND.search(piece.text) or not prose):
            if piece.text[:1] in "（(" and not _KIND.search(piece.text):
                continue  # when it was made, and its number
            return place
        prose = prose or piece.ends_sentence
    return None


def _part(pieces: list[Piece], head: int) -> int:
    """Set the chapters under a title apart from the guideline's own; return where it ends."""
    for at in range(head + 1, len(pieces)):
        piece = pieces[at]
        if "heading" not in piece.tags or _article(piece):
            continue
        if piece.tags & {"supplement", "attached"} or _is_front(piece):
            continue
        if not _holds(piece) or not _leads_to_article(pieces, at):
            return at
        if piece.mark:
            piece.mark = replace(piece.mark, scheme=f"law {piece.mark.scheme}")
    return len(pieces)


def _leads_to_article(pieces: list[Piece], at: int) -> bool:
    after = (one for one in pieces[at + 1 :] if not _holds(one) and "caption" not in one.tags)
    return _article(next(after, pieces[at])) > 0
