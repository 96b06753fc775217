"""Find which of the wanted tokens stand in a candidate, how often, and side by side with which.

Fifty candidates are looked through for each question, so none is cut into its tokens: to look
for a dozen of them in a text is faster than to make three hundred strings of it.
"""

from collections.abc import Iterable, Mapping, Sequence

from tomoni.search.analysis.tokens import Phrase, Way
from tomoni.search.stores.protocol import Streams

# Of longer fields only so many signs are looked at: no text may hold up the others.
LONGEST_FIELD = 30_000

# Tokens as they are looked for: between spaces.
Needles = Mapping[str, str]


class Field:
    """How often tokens stand in one field, and where beside one another."""

    __slots__ = ("_padded", "counts")

    def __init__(self, text: str, needles: Needles) -> None:
        text = text[:LONGEST_FIELD]
        near = [token for token in needles if token in text] if text else []
        # Each token has spaces of its own, for a space that two shared would be found once.
        self._padded = f" {text.replace(' ', '  ')} " if near else ""
        counted = self._padded.count
        self.counts = {token: often for token in near if (often := counted(needles[token]))}

    def holds(self, phrase: Phrase) -> bool:
        if phrase[0] not in self.counts:
            return False
        return len(phrase) == 1 or f" {'  '.join(phrase)} " in self._padded

    def distance(self, one: str, other: str, farthest: int) -> int | None:
        """Return how many places `other` stands behind `one`, if not too far."""
        if one not in self.counts or other not in self.counts:
            return None
        if f" {one}  {other} " in self._padded:
            return 1
        return self._distance(one, other, farthest)

    def _distance(self, one: str, other: str, farthest: int) -> int | None:
        nearest: int | None = None
        behind = f" {one}  "
        at = self._padded.find(behind)
        while at >= 0:
            following = self._padded[at + len(behind) :].split("  ", farthest)[:farthest]
            for place, token in enumerate(following, start=1):
                if token.strip() == other and (nearest is None or place < nearest):
                    nearest = place
            at = self._padded.find(behind, at + 1)
        return nearest


class Found:
    """What of the wanted tokens stands in the title, the headings and the body of a text."""

    __slots__ = ("fields", "streams")

    def __init__(self, streams: Streams, needles: Needles) -> None:
        self.streams = streams
        self.fields = (
            Field(streams.title, needles),
            Field(streams.headings, needles),
            Field(streams.body, needles),
        )

    def holds(self, phrase: Phrase) -> bool:
        """Tell whether the phrase stands in one of the fields."""
        title, headings, body = self.fields
        return body.holds(phrase) or title.holds(phrase) or headings.holds(phrase)

    def nearest(self, ways: Iterable[Way]) -> Way | None:
        """Return the first of the ways in which the text answers."""
        for way in ways:
            if all(map(self.holds, way.phrases)):
                return way
        return None

    def distance(self, one: str, other: str, *, farthest: int) -> int | None:
        """Return how many places `other` stands behind `one` in a field, if not too far."""
        found = [field.distance(one, other, farthest) for field in self.fields]
        return min(filter(None, found), default=None)


def needles_of(tokens: Iterable[str]) -> Needles:
    return {token: f" {token} " for token in tokens}


def places(text: str, wanted: Sequence[str] | frozenset[str]) -> dict[str, list[int]]:
    """Return where each of some tokens stands in a field, counted in tokens."""
    found: dict[str, list[int]] = {}
    for at, token in enumerate(text[:LONGEST_FIELD].split(" ") if text else ()):
        if token in wanted:
            found.setdefault(token, []).append(at)
    return found
