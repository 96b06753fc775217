"""Articles of ordinances: their captions, and those that are only quoted."""

import re
from itertools import pairwise

from .pieces import Piece

_ARTICLE_CAPTION = re.compile(r"[（(][^（）()。]{1,30}[)）]")


def caption(pieces: list[Piece]) -> None:
    """Tag the line in brackets above an article as its caption."""
    for piece, after in pairwise(pieces):
        article = after.mark and after.mark.scheme == "unit 条"
        if article and piece.kind == "text" and _ARTICLE_CAPTION.fullmatch(piece.text):
            piece.tags.add("caption")


def quote(pieces: list[Piece]) -> None:
    """Mark articles that stand alone out of order: those of another law, quoted."""
    articles = [
        (piece.mark.ordinal, before, piece)
        for before, piece in pairwise([Piece("text", []), *pieces])
        if piece.mark and piece.mark.scheme == "unit 条"
    ]
    last = 0
    for at, (ordinal, before, piece) in enumerate(articles):
        follows = ordinal in (1, last, last + 1) or "caption" in before.tags
        goes_on = at + 1 < len(articles) and articles[at + 1][0] in (ordinal, ordinal + 1)
        if follows or goes_on or not piece.ends_sentence:
            last = ordinal
        else:
            piece.tags.add("quoted")
