"""Find where the wanted tokens stand in a candidate, and which words it answers to."""

from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tomoni.search.analysis.tokens import Phrase, Way, Word
from tomoni.search.stores.protocol import PASSAGE, Streams

# Of longer fields only so many signs are looked at: no text may hold up the others.
LONGEST_FIELD = 40_000

Positions = Mapping[str, list[int]]


@dataclass(frozen=True)
class Found:
    """Where tokens stand, by field, and where in the body a passage ends."""

    fields: tuple[Positions, ...]
    ends: list[int] = field(default_factory=list)

    def counts(self, token: str) -> tuple[int, ...]:
        return tuple(len(positions.get(token, ())) for positions in self.fields)

    def holds(self, phrase: Phrase) -> bool:
        """Tell whether the phrase stands in one of the fields."""
        if len(phrase) == 1:
            return any(phrase[0] in positions for positions in self.fields)
        return any(_stands(phrase, positions) for positions in self.fields)

    def passages(self, token: str) -> Iterable[int]:
        """Return the numbers of the passages that hold a token."""
        ends = self.ends
        return {bisect(ends, at) for at in self.fields[-1].get(token, ())}


def find(streams: Streams, wanted: frozenset[str]) -> Found:
    """Return where the wanted tokens stand in the title, the headings and the body."""
    title, headings = _positions(streams.title, wanted), _positions(streams.headings, wanted)
    body = _positions(streams.body, wanted | {PASSAGE})
    return Found((title, headings, body), body.pop(PASSAGE, []))


def best_way(word: Word, found: Found) -> Way | None:
    """Return the nearest way in which the text answers to a word."""
    fitting = (way for way in word.ways if all(map(found.holds, way.phrases)))
    return min(fitting, key=lambda way: way.reason.value, default=None)


def _positions(text: str, wanted: frozenset[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    if not text:
        return places
    tokens = text[:LONGEST_FIELD].split(" ")
    for at, token in [pair for pair in enumerate(tokens) if pair[1] in wanted]:
        if token in places:
            places[token].append(at)
        else:
            places[token] = [at]
    return places


def _stands(phrase: Phrase, positions: Positions) -> bool:
    starts = positions.get(phrase[0])
    if not starts:
        return False
    for step, token in enumerate(phrase[1:], start=1):
        following = positions.get(token)
        if not following:
            return False
        here = set(following)
        starts = [at for at in starts if at + step in here]
    return bool(starts)
