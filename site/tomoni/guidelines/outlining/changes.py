"""What a step changed, small enough to keep many of them, and to send to a browser."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tomoni.guidelines.outlining.pieces import Piece, Pieces


@dataclass(frozen=True)
class Change:
    """From `at` on, the ids `before` gave way to `after`; changed pieces as they were and are."""

    at: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    old: Mapping[str, Piece]
    new: Mapping[str, Piece]

    @property
    def is_empty(self) -> bool:
        return not self.old and not self.new and self.before == self.after

    def apply(self, pieces: Pieces) -> Pieces:
        return _applied(pieces, self.at, len(self.before), self.after, self.new)

    def take_back(self, pieces: Pieces) -> Pieces:
        return _applied(pieces, self.at, len(self.after), self.before, self.old)

    def reversed(self) -> "Change":
        return Change(self.at, self.after, self.before, self.new, self.old)

    def to_json(self) -> dict[str, Any]:  # Any: JSON
        stored: dict[str, Any] = {
            "at": self.at,
            "old": [piece.to_json() for piece in self.old.values()],
            "new": [piece.to_json() for piece in self.new.values()],
        }
        turn = _turn(self.before, self.after)
        if turn:
            # A move turns a stretch of the order; its ids need not be kept.
            stored |= {"turn": turn, "of": len(self.before)}
        elif self.before != self.after:
            stored |= {"before": list(self.before), "after": list(self.after)}
        return stored

    @classmethod
    def from_json(cls, stored: Mapping[str, Any], pieces: Pieces, *, done: bool) -> "Change":
        """Read a change; `pieces` are those after it where it is done, else those before it."""
        at = stored["at"]
        before, after = tuple(stored.get("before", ())), tuple(stored.get("after", ()))
        if "turn" in stored:
            here = tuple(piece.id for piece in pieces[at : at + stored["of"]])
            turn = stored["turn"]
            if done:
                before, after = here[-turn:] + here[:-turn], here
            else:
                before, after = here, here[turn:] + here[:turn]
        return cls(at, before, after, _by_id(stored["old"]), _by_id(stored["new"]))


def change_between(old: Pieces, new: Pieces) -> Change:
    """Return what leads from `old` to `new`."""
    before, after = [one.id for one in old], [one.id for one in new]
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    shortest = min(len(before), len(after)) - start
    while end < shortest and before[-1 - end] == after[-1 - end]:
        end += 1
    known = {one.id: one for one in old}
    wanted = {one.id: one for one in new}
    return Change(
        at=start,
        before=tuple(before[start : len(before) - end]),
        after=tuple(after[start : len(after) - end]),
        old={own: one for own, one in known.items() if wanted.get(own) != one},
        new={own: one for own, one in wanted.items() if known.get(own) != one},
    )


def _applied(
    pieces: Pieces, at: int, length: int, ids: Sequence[str], changed: Mapping[str, Piece]
) -> Pieces:
    known = {piece.id: piece for piece in pieces[at : at + length]} | dict(changed)
    order = [*pieces[:at], *(known[own] for own in ids), *pieces[at + length :]]
    return tuple(changed.get(piece.id, piece) for piece in order)


def _turn(before: Sequence[str], after: Sequence[str]) -> int:
    """Return by how many places `after` is `before` turned, 0 if it is not."""
    if len(before) != len(after) or not before or before == after:
        return 0
    turn = before.index(after[0]) if after[0] in before else 0
    return turn if tuple(before[turn:]) + tuple(before[:turn]) == tuple(after) else 0


def _by_id(stored: Sequence[Mapping[str, Any]]) -> dict[str, Piece]:
    found = (Piece.from_json(one) for one in stored)
    return {piece.id: piece for piece in found}
