"""The pieces of an imported text in reading order; each sign of the source stands in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any
from uuid import UUID

from tomoni.guidelines.anchors import heading_anchor

HEADING, PARAGRAPH, ITEM, NOTE = "heading", "paragraph", "item", "note"
TABLE, ASIDE, DROPPED = "table", "aside", "dropped"
KINDS = (HEADING, PARAGRAPH, ITEM, NOTE, TABLE, ASIDE, DROPPED)
HIGHEST, LOWEST = 1, 4
# What the reader took out of the text because every page has it, such as page numbers.
FURNITURE = "furniture"


@dataclass(frozen=True)
class Link:
    """Words that refer to another section, and the anchor of that section (empty: unknown)."""

    text: str
    target: str = ""


@dataclass(frozen=True)
class Tie:
    """The piece in whose text a note's mark stands, and the mark as it stands there."""

    piece: str
    mark: str = ""


@dataclass(frozen=True)
class Mended:
    """A repair in a piece: of the `count` places of `after` in it, those that were `before`."""

    before: str
    after: str
    places: tuple[int, ...]
    count: int


@dataclass(frozen=True)
class Piece:
    """A heading, paragraph, list item, note, table, or text that is left out, and its place."""

    id: str
    kind: str
    text: str = ""
    mark: str = ""  # the number of a heading, the mark of an item or note, as printed
    level: int = 0
    line: int = 0
    last_line: int = 0
    page: int = 0
    scheme: str = ""
    role: str = ""
    group: str = ""  # the list or table that it was read in
    reason: str = ""  # why it was set aside
    was: str = ""  # its kind before it was set aside or dropped
    tied: Tie | None = None
    links: tuple[Link, ...] = ()
    table: Mapping[str, Any] | None = field(default=None, hash=False)  # Any: cells, counts
    mended: tuple[Mended, ...] = ()
    accepted: tuple[str, ...] = ()  # doubts that the editor has looked at
    cut: str = ""  # signs that the editor took out by hand
    added: str = ""  # signs that the editor put in by hand

    @property
    def anchor(self) -> str:
        return heading_anchor(self.id)

    @property
    def is_shown(self) -> bool:
        """Say whether readers will see it."""
        return self.kind not in (ASIDE, DROPPED)

    @property
    def is_furniture(self) -> bool:
        return self.kind == ASIDE and self.role == FURNITURE

    @property
    def whole(self) -> str:
        """The mark and the text as one."""
        return f"{self.mark}\u3000{self.text}" if self.mark and self.text else self.mark + self.text

    @property
    def uuid(self) -> UUID:
        return UUID(self.id)

    def to_json(self) -> dict[str, Any]:  # Any: JSON
        """Return what differs from an empty piece."""
        stored = {name: value for name in _NAMES if (value := getattr(self, name))}
        if self.tied:
            stored["tied"] = vars(self.tied)
        for name in ("links", "mended"):
            if name in stored:
                stored[name] = [dict(vars(one)) for one in stored[name]]
        return stored

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Piece":  # Any: JSON
        values = dict(stored)
        if values.get("tied"):
            values["tied"] = Tie(**values["tied"])
        values["links"] = tuple(Link(**one) for one in values.get("links", ()))
        values["mended"] = tuple(
            Mended(**{**one, "places": tuple(one["places"])}) for one in values.get("mended", ())
        )
        values["accepted"] = tuple(values.get("accepted", ()))
        return cls(**values)


_NAMES = tuple(one.name for one in fields(Piece))
Pieces = tuple[Piece, ...]


class CannotError(Exception):
    """An operation that makes no sense at its place; its text tells the editor why."""


def load(stored: Sequence[Mapping[str, Any]]) -> Pieces:
    return tuple(Piece.from_json(one) for one in stored)


def dump(pieces: Pieces) -> list[dict[str, Any]]:
    return [piece.to_json() for piece in pieces]


def extent(pieces: Pieces, at: int) -> int:
    """Return where the piece ends, for a heading with all that stands below it."""
    end = at + 1
    if pieces[at].kind != HEADING:
        return end
    while end < len(pieces) and not (
        pieces[end].kind == HEADING and pieces[end].level <= pieces[at].level
    ):
        end += 1
    return end


def depths(pieces: Pieces) -> list[int]:
    """Return how deep each piece stands in the outline; what stands in front stands at 0."""
    found: list[int] = []
    depth = 0
    for piece in pieces:
        if piece.kind == HEADING:
            found.append(piece.level - 1)
            depth = piece.level
        else:
            found.append(depth)
    return found
