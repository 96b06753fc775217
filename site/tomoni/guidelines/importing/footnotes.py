"""Notes whose marks look like numbers, 1) or [1] or 1: told by the same mark in the text above."""

import re
from collections.abc import Iterator
from itertools import pairwise

from .folding import figures
from .pieces import Piece

_BEHIND = r"(?<=[ぁ-んァ-ヶー一-龯」』])"
# 「協議会1)は」 has a mark where the foot of the page has 「1) 平成30年に…」.
_SHAPES = {
    ")": re.compile(rf"{_BEHIND}[0-9０-９]{{1,2}}[)）]"),
    "]": re.compile(rf"{_BEHIND}[\[［][0-9０-９]{{1,2}}[\]］]"),
    "": re.compile(rf"{_BEHIND}[ \u3000]?[0-9０-９]{{1,2}}(?=[。、])"),
}
_OPEN = "（(「『"
_CLOSE = "）)」』"
_REACH = 60  # pieces between a mark and its note


def shape_of(mark: str) -> str | None:
    """Return which of the shapes a note's mark has, None where its own sign tells it."""
    found = re.fullmatch(r"[\[［]?[0-9０-９]{1,2}([)）\]］]?)", mark)
    return None if found is None else {"）": ")", "］": "]"}.get(found[1], found[1])


def raised(text: str, shape: str) -> Iterator[tuple[int, str]]:
    """Yield where a text has such marks behind its words, and outside of its brackets."""
    for found in _SHAPES[shape].finditer(text):
        before = text[: found.start()]
        if sum(map(before.count, _OPEN)) <= sum(map(before.count, _CLOSE)):
            mark = found[0].lstrip(" \u3000")
            yield found.end() - len(mark), mark


def tell(pieces: list[Piece]) -> None:
    """Take 「1) …」 for a note where the text above has just such a mark behind a word."""
    for shape in _SHAPES:
        _tell(pieces, shape)


def _tell(pieces: list[Piece], shape: str) -> None:
    waiting: dict[str, int] = {}
    told: list[Piece] = []
    feet = _feet(pieces) if shape == "" else None
    for at, piece in enumerate(pieces):
        mine = piece.mark and piece.ends_sentence and shape_of(piece.sign) == shape
        if mine and (feet is None or at in feet):
            above = waiting.get(figures(piece.sign))
            # A bare figure is a mark only where the notes count on from the first.
            counts = feet is None or int(figures(piece.sign)) == len(told) + 1
            if above is not None and at - above <= _REACH and counts:
                del waiting[figures(piece.sign)]
                told.append(piece)
                continue
        if piece.kind in ("text", "bullet"):
            waiting |= {figures(mark): at for _, mark in raised(piece.text, shape)}
    for piece in told:
        piece.kind, piece.mark = "note", None


def _feet(pieces: list[Piece]) -> set[int]:
    """Return which pieces stand last on their page, or right above others that do."""
    feet = {len(pieces) - 1}
    for at, (piece, after) in reversed(list(enumerate(pairwise(pieces)))):
        bare = shape_of(after.sign) == "" and at + 1 in feet and shape_of(piece.sign) == ""
        if after.first.starts_page or bare:
            feet.add(at)
    return feet
