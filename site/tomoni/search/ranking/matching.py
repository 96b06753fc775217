"""Find where the wanted tokens stand in a candidate, and which words it answers to."""

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, count

from tomoni.search.analysis.tokens import Phrase, Way
from tomoni.search.stores.protocol import PASSAGE, Streams

# Of longer fields only so many signs are looked at: no text may hold up the others.
LONGEST_FIELD = 30_000

Positions = Mapping[str, Sequence[int]]


class Found:
    """Where the wanted tokens stand in the title, the headings and the body of a text."""

    __slots__ = ("ends", "fields", "heads")

    def __init__(self, streams: Streams, wanted: frozenset[str]) -> None:
        headings, body = _positions(streams.headings, wanted), _positions(streams.body, wanted)
        # The place of each border between passages, and between their headings.
        self.ends = body.pop(PASSAGE, [])
        self.heads = headings.pop(PASSAGE, [])
        self.fields: tuple[Positions, Positions, Positions] = (
            _positions(streams.title, wanted),
            headings,
            body,
        )

    def holds(self, phrase: Phrase) -> bool:
        """Tell whether the phrase stands in one of the fields."""
        first = phrase[0]
        for positions in self.fields:
            if first in positions and (len(phrase) == 1 or _stands(phrase, positions)):
                return True
        return False

    def nearest(self, ways: Iterable[Way]) -> Way | None:
        """Return the first of the ways in which the text answers."""
        for way in ways:
            if all(map(self.holds, way.phrases)):
                return way
        return None

    def distance(self, one: str, other: str, *, farthest: int) -> int | None:
        """Return how many places `other` stands behind `one` in a field, if not too far."""
        nearest: int | None = None
        for positions in self.fields:
            if one in positions and other in positions:
                following = set(positions[other])
                for distance in range(1, nearest or farthest + 1):
                    if any(at + distance in following for at in positions[one]):
                        nearest = distance
                        break
        return nearest

    def passages(self, token: str) -> set[int]:
        """Return the numbers of the passages that hold a token."""
        return {bisect(self.ends, at) for at in self.fields[2].get(token, ())}

    def headed(self, token: str) -> set[int]:
        """Return the numbers of the passages whose headings hold a token."""
        return {bisect(self.heads, at) for at in self.fields[1].get(token, ())}


def _positions(text: str, wanted: frozenset[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    if text:
        tokens = text[:LONGEST_FIELD].split(" ")
        for at in compress(count(), map(wanted.__contains__, tokens)):
            token = tokens[at]
            if token in places:
                places[token].append(at)
            else:
                places[token] = [at]
    return places


def _stands(phrase: Phrase, positions: Positions) -> bool:
    starts: Sequence[int] = positions[phrase[0]]
    for step, token in enumerate(phrase[1:], start=1):
        following = positions.get(token)
        if not following:
            return False
        starts = [at for at in starts if at + step in following]
    return bool(starts)
