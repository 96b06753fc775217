"""The caption of a table: the short line right above it, made a part of the table."""

import re

from .pieces import Piece

_CAPTION = re.compile(
    r"[（(<＜【〔]?\s?(?:図?表|別表|table)[\s\u3000]?[-－0-9０-９一二三四五六七八九十]",
    re.IGNORECASE,
)
_LONGEST = 60


def join(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with each caption joined to its table."""
    result: list[Piece] = []
    for piece in pieces:
        above = result[-1] if result else None
        if piece.kind == "table" and above and _is_caption(above):
            result.pop()
            piece.text, piece.lines = above.text, [*piece.lines, *above.lines]
            piece.repairs.add(above.repairs)
        result.append(piece)
    return result


def _is_caption(piece: Piece) -> bool:
    short = len(piece.text) <= _LONGEST and not piece.ends_sentence
    return piece.kind == "text" and short and not piece.tags and bool(_CAPTION.match(piece.text))
