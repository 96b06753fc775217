"""A heading while the tree grows, and the scheme that it belongs to."""

from dataclasses import dataclass, field

from .contents import UNKNOWN
from .lines import LARGER
from .names import FRONT, name_of
from .pieces import Piece

Scheme = tuple[str, int, int]  # name, usual strength, place in its run
# How strong titles without numbers are where nothing tells.
_LISTED, _SPACED, _LOOK = 41, 42, 46
_TAGS: dict[str, Scheme] = {
    "supplement": ("supplement", 16, 0),
    "attached": ("supplement", 16, 0),
    "law": ("law", 9, 0),
    "opening": ("front", 0, 0),
    "known": ("known", 0, 0),
    "row": ("row", _SPACED, 0),
}
TOP = ("unit 編", "unit 部", "unit 章")
UNITS = ("unit", "law unit")


@dataclass
class Node:
    """A heading with the pieces under it, while the tree grows."""

    piece: Piece
    number: str
    title: str
    scheme: str
    rank: int
    style: int = 0  # the level that a style of the file gives it
    listed: int = 0  # how deep the table of contents lists it
    level: int = 1
    body: list[Piece] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    @property
    def told(self) -> bool:
        """Say whether the contents alone tell its place."""
        return told(self.piece)


def told(piece: Piece) -> bool:
    """Say whether the contents alone tell the place of a title: it has no number and no print."""
    look = piece.first.look
    larger = look is not None and look.size >= LARGER
    return "listed" in piece.tags and (piece.first.listed != UNKNOWN or not larger)


def scheme_of(piece: Piece) -> Scheme:
    """Return the scheme, usual strength and place in its run of a heading."""
    tag = next((tag for tag in _TAGS if tag in piece.tags), "")
    if tag == "known" and name_of(piece.text) in FRONT:
        tag = "opening"
    if tag:
        return _TAGS[tag]
    if piece.mark:
        return piece.mark.scheme, piece.mark.rank, piece.mark.ordinal
    look = piece.first.look
    if told(piece):
        return f"listed {piece.first.listed}", _LISTED, 0
    if piece.tags & {"look", "listed"} and look and look.stands_out:
        return f"look {look.size:.1f}{'b' if look.strong else ''}", _LOOK, 0
    return "spaced", _SPACED, 0
