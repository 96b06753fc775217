"""Score candidates by BM25 over fields and tiers, by neighbours, and by the words they lack."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tomoni.search.analysis.tokens import GAP, Profile, Reading, Reason, Tier, Way, Word
from tomoni.search.stores.protocol import Candidate

from .matching import Found, best_way, find

# How often a word in the title, in headings and in the body counts.
FIELDS = (3.0, 1.5, 1.0)
# What a word that stands in a text by another way than its own tokens is worth beside these.
BY_REASON = {
    Reason.EXACT: 1.0,
    Reason.NORMALISED: 0.95,
    Reason.READING: 0.8,
    Reason.GRAM: 0.5,
    Reason.SYNONYM: 0.85,
    Reason.TRANSLATION: 0.8,
}
WHOLE_TITLE = 0.5
WHOLE_PHRASE = 0.2
ALL_WORDS = 0.2
# Words that a word without weight parts are neighbours, but not close ones.
NEXT_BUT_ONE = 0.5
FARTHEST = 2
TIERS = {tier.value: tier for tier in Tier if tier.value}


@dataclass(frozen=True)
class Collection:
    """What all texts of a language say about a token's rarity; tokens not in it stand in one."""

    documents: Mapping[str, int] = field(default_factory=dict)
    total: int = 1
    average_length: float = 1.0


@dataclass(frozen=True)
class Explanation:
    """Of what a score is the sum, before the factors of all words, boost and freshness."""

    tokens: Mapping[str, float]
    ways: float = 0.0
    pairs: float = 0.0
    phrase: float = 0.0
    title: float = 0.0
    factor: float = 1.0


@dataclass(frozen=True)
class Scored:
    """A candidate with its score.

    `reasons` says by which nearest way it answers to each word, `lacks` which words it has not.
    `covered` is the share of the query's weight that stands in it. `passage` is the number of the
    passage that answers best.
    """

    candidate: Candidate
    score: float
    reasons: Mapping[str, Reason]
    lacks: tuple[str, ...]
    covered: float
    passage: int
    explanation: Explanation


def rarity(token: str, collection: Collection) -> float:
    """Return how much a token tells: more, the fewer texts hold it."""
    holding = min(collection.documents.get(token, 1), collection.total)
    return math.log(1 + (collection.total - holding + 0.5) / (holding + 0.5))


def rough_weights(
    reading: Reading, *, collection: Collection, profile: Profile
) -> dict[str, float]:
    """Return the weights of tokens with rarity and tier, as `Wanted.tokens` takes them."""
    weighed = {
        token: weight * _tier_weight(token, profile) * rarity(token, collection)
        for token, weight in reading.tokens.items()
    }
    return {token: weight for token, weight in weighed.items() if weight > 0}


def rank(
    reading: Reading,
    candidates: Sequence[Candidate],
    *,
    collection: Collection,
    profile: Profile,
    freshness: Callable[[Candidate], float] = lambda _candidate: 1.0,
) -> list[Scored]:
    """Return the candidates in the order in which people see them, the best first.

    `freshness` multiplies a candidate's score, as its boost does. Equal ones stand by date, the
    newest first, then by falling key.
    """
    scorer = _Scorer(reading, collection, profile)
    scored = [scorer.scored(one, freshness(one)) for one in candidates]
    return sorted(scored, key=_order, reverse=True)


def _order(scored: Scored) -> tuple[bool, float, float, int]:
    date = scored.candidate.date
    return (
        not scored.lacks,
        scored.score,
        date.timestamp() if date else -math.inf,
        scored.candidate.pk,
    )


def _tier_weight(token: str, profile: Profile) -> float:
    return profile.tiers.get(TIERS.get(token[:1], Tier.WORD), 0.0)


class _Scorer:
    """What one query says about any text; made once for all candidates."""

    def __init__(self, reading: Reading, collection: Collection, profile: Profile) -> None:
        self._reading = reading
        self._profile = profile
        self._length = max(collection.average_length, 1.0)
        ways = [phrase for w in reading.words for way in w.ways for phrase in way.phrases]
        tokens = {*reading.tokens, *reading.order, *(t for phrase in ways for t in phrase)} - {GAP}
        self._full = {t: _tier_weight(t, profile) * rarity(t, collection) for t in tokens}
        self._weights = {
            token: weight * self._full[token]
            for token, weight in reading.tokens.items()
            if weight * self._full[token] > 0
        }
        self._wanted = frozenset(tokens)
        self._pairs = self._neighbours(reading.order)
        self._plain = [token for token in reading.order if token != GAP]
        self._most = sum(self._weights.values())
        self._known = sum(w for t, w in self._weights.items() if t in collection.documents)
        self._word_weights = [self._weight_of(word) for word in reading.words]

    def scored(self, candidate: Candidate, freshness: float) -> Scored:
        found = find(candidate.streams, self._wanted)
        norm = self._norm(candidate.streams.length)
        tokens = {t: w * s for t, w in self._weights.items() if (s := self._often(t, found, norm))}
        ways = [best_way(word, found) for word in self._reading.words]
        by_ways = sum(
            self._beyond(word, way, tokens, found, norm)
            for word, way in zip(self._reading.words, ways, strict=True)
            if way
        )
        pairs = sum(w * _nearness(a, b, found) for (a, b), w in self._pairs.items())
        phrase = self._phrase(found)
        title = self._title(candidate.streams.title)
        lacks = tuple(w.text for w, way in zip(self._reading.words, ways, strict=True) if not way)
        factor = 1 + ALL_WORDS * (not lacks)
        total = (sum(tokens.values()) + by_ways + pairs + phrase + title) * factor
        return Scored(
            candidate,
            total * candidate.boost * freshness,
            {w.text: way.reason for w, way in zip(self._reading.words, ways, strict=True) if way},
            lacks,
            max(self._covered(ways), self._held(tokens)),
            self._passage(found),
            Explanation(tokens, by_ways, pairs, phrase, title, factor),
        )

    def _norm(self, length: int) -> float:
        return self._profile.k1 * (1 - self._profile.b + self._profile.b * length / self._length)

    def _often(self, token: str, found: Found, norm: float) -> float:
        often = 0.0
        for weight, positions in zip(FIELDS, found.fields, strict=True):
            if token in positions:
                often += weight * len(positions[token])
        return often * (self._profile.k1 + 1) / (often + norm) if often else 0.0

    def _beyond(
        self, word: Word, way: Way, tokens: Mapping[str, float], found: Found, norm: float
    ) -> float:
        """Return what a way adds whose tokens do not count by themselves, like a synonym's."""
        own = {t for one in word.ways for phrase in one.phrases for t in phrase}
        answering = {t for phrase in way.phrases for t in phrase}
        if answering <= self._weights.keys():
            return 0.0
        there = sum(self._full[t] * self._often(t, found, norm) for t in answering)
        counted = sum(tokens.get(t, 0.0) for t in own)
        return max(0.0, BY_REASON[way.reason] * there - counted)

    def _neighbours(self, order: Sequence[str]) -> dict[tuple[str, str], float]:
        pairs: dict[tuple[str, str], float] = {}
        weight = self._profile.pairs
        plain = [(at, token) for at, token in enumerate(order) if token != GAP]
        for (at, one), (then, other) in pairwise(plain):
            if then - at <= FARTHEST and one != other:
                both = (self._weights.get(one, 0.0) + self._weights.get(other, 0.0)) / 2
                pairs[one, other] = weight * both
        return pairs

    def _phrase(self, found: Found) -> float:
        plain = tuple(self._plain)
        if len(plain) == 1 or not plain or GAP in self._reading.order or not found.holds(plain):
            return 0.0
        return WHOLE_PHRASE * self._most

    def _title(self, title: str) -> float:
        if not self._plain or not title:
            return 0.0
        words = [t for t in title.split(" ") if t != GAP and t[:1] not in TIERS]
        return WHOLE_TITLE * self._most if words == self._plain else 0.0

    def _weight_of(self, word: Word) -> float:
        own = {t for way in word.ways for phrase in way.phrases for t in phrase}
        weighed = [self._weights[t] for t in own if t in self._weights]
        return max(weighed, default=0.0) or max((self._full[t] for t in own), default=0.0)

    def _covered(self, ways: Sequence[Way | None]) -> float:
        total = sum(self._word_weights)
        if not total:
            return 0.0
        there = sum(w for w, way in zip(self._word_weights, ways, strict=True) if way)
        return there / total

    def _held(self, tokens: Iterable[str]) -> float:
        """Return the share that a text holds of the weight of all tokens that any text holds."""
        return sum(self._weights[t] for t in tokens) / self._known if self._known else 0.0

    def _passage(self, found: Found) -> int:
        sums: dict[int, float] = {}
        for token in found.fields[-1]:
            weight = self._weights.get(token) or self._full.get(token, 0.0) / 2
            for number in found.passages(token):
                sums[number] = sums.get(number, 0.0) + weight
        return max(sums, key=lambda number: (sums[number], -number), default=0)


def _nearness(one: str, other: str, found: Found) -> float:
    """Return 1 where two tokens stand side by side in a field, less with a word between."""
    best = 0.0
    for positions in found.fields:
        if one in positions and other in positions:
            following = set(positions[other])
            if any(at + 1 in following for at in positions[one]):
                return 1.0
            if any(at + 2 in following for at in positions[one]):
                best = NEXT_BUT_ONE
    return best
