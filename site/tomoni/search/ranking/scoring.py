"""Score candidates by BM25 over fields and tiers, by neighbours, and by the words they lack."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from tomoni.search.analysis.tokens import GAP, Profile, Reading, Reason, Way, Word
from tomoni.search.stores.protocol import PASSAGE, Candidate

from .matching import Found
from .weighing import TIERS, Collection, full_weight, rough_weights

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
# Shares of the whole query's weight.
WHOLE_TITLE = 0.5
WHOLE_PHRASE = 0.2
# So many words are looked for by themselves; more make a question.
FEW_WORDS = 3
ALL_WORDS = 1.1
# What a word above a passage is worth beside one within it, and one that the title says too.
HEADING = 0.6
IN_TITLE_TOO = 0.1
# Neighbours with a word without weight between them are neighbours, but not close ones.
FARTHEST = 2


@dataclass(frozen=True, slots=True)
class Explanation:
    """Of what a score is the sum, before boost, freshness and the `factor` for all words.

    `ways` is what synonyms and sounds add, `pairs` what neighbours do; `phrase` stands for the
    whole query in one place, `title` for a title that is the query.
    """

    tokens: Mapping[str, float]
    ways: float = 0.0
    pairs: float = 0.0
    phrase: float = 0.0
    title: float = 0.0
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score.

    `reasons` says by which nearest way it answers to each word, `lacks` which words it has not.
    `covered` is the share of the query's weight that stands in it.
    """

    candidate: Candidate
    score: float
    reasons: Mapping[str, Reason]
    lacks: tuple[str, ...]
    covered: float
    explanation: Explanation
    best_passage: Callable[[], int]

    @property
    def passage(self) -> int:
        """The number of the passage that answers best; looked for when it is asked for."""
        return self.best_passage()


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A word, its ways from the nearest on, its tokens that count by themselves, and its weight.

    `passing` is what each of its tokens says for the passage in which it stands.
    """

    word: Word
    ways: tuple[Way, ...]
    own: tuple[str, ...]
    weight: float
    passing: Mapping[str, float]


def rank(
    reading: Reading,
    candidates: Sequence[Candidate],
    *,
    collection: Collection,
    profile: Profile,
    freshness: Callable[[Candidate], float] = lambda _candidate: 1.0,
) -> list[Scored]:
    """Return the candidates in the order in which people see them, the best first.

    Of few words a text must have all to stand at the top; in a whole question some are by the way,
    and having all is only an advantage. `freshness` multiplies a candidate's score, as its
    boost does. Equal ones stand by date, the newest first, then by falling key.
    """
    scorer = _Scorer(reading, collection, profile)
    scored = [scorer.scored(one, freshness(one)) for one in candidates]
    few = len(reading.words) <= FEW_WORDS
    return sorted(scored, key=partial(_order, few_words=few), reverse=True)


def _order(scored: Scored, *, few_words: bool) -> tuple[bool, float, float, int]:
    date = scored.candidate.date
    newest = date.timestamp() if date else -math.inf
    return few_words and not scored.lacks, scored.score, newest, scored.candidate.pk


class _Scorer:
    """What one query says about any text; made once for all candidates."""

    def __init__(self, reading: Reading, collection: Collection, profile: Profile) -> None:
        self._profile = profile
        self._length = max(collection.average_length, 1.0)
        self._weights = rough_weights(reading, collection=collection, profile=profile)
        self._most = sum(self._weights.values())
        self._known = sum(w for t, w in self._weights.items() if t in collection.documents)
        in_ways = _tokens(way for word in reading.words for way in word.ways)
        tokens = (in_ways | self._weights.keys() | set(reading.order)) - {GAP}
        self._full = {token: full_weight(token, collection, profile) for token in tokens}
        self._wanted = frozenset(tokens | {PASSAGE})
        self._words = [self._weighed(word) for word in reading.words]
        self._plain = tuple(token for token in reading.order if token != GAP)
        self._in_one_place = len(self._plain) > 1 and GAP not in reading.order
        self._pairs = list(self._neighbours(reading.order))
        self._word_weight = sum(word.weight for word in self._words)

    def scored(self, candidate: Candidate, freshness: float) -> Scored:
        found = Found(candidate.streams, self._wanted)
        often = self._often(found, candidate.streams.length)
        weights = self._weights
        tokens = {token: weights[token] * often[token] for token in often if token in weights}
        ways = [found.nearest(word.ways) for word in self._words]
        explanation = Explanation(
            tokens,
            self._by_ways(ways, tokens, often),
            self._by_pairs(found),
            self._by_phrase(found),
            self._by_title(candidate.streams.title),
            1.0 if None in ways else ALL_WORDS,
        )
        total = _sum(explanation) * explanation.factor
        return Scored(
            candidate,
            total * candidate.boost * freshness,
            {w.word.text: way.reason for w, way in zip(self._words, ways, strict=True) if way},
            tuple(w.word.text for w, way in zip(self._words, ways, strict=True) if not way),
            self._covered(ways, tokens),
            explanation,
            partial(self._passage, found),
        )

    def _weighed(self, word: Word) -> _Weighed:
        ways = sorted(word.ways, key=lambda way: way.reason.value)
        tokens = _tokens(ways)
        own = tuple(token for token in tokens if token in self._weights)
        weight = max((self._weights[token] for token in own), default=0.0)
        most = weight or max((self._full[token] for token in tokens), default=0.0)
        passing = {t: self._weights.get(t) or self._full.get(t, 0.0) / 2 for t in tokens}
        return _Weighed(word, tuple(ways), own, most, passing)

    def _often(self, found: Found, length: int) -> dict[str, float]:
        """Return for each token in a text how much it counts there, by BM25."""
        k1, b = self._profile.k1, self._profile.b
        norm = k1 * (1 - b + b * length / self._length)
        often: dict[str, float] = {}
        for weight, positions in zip(FIELDS, found.fields, strict=True):
            for token, places in positions.items():
                often[token] = often.get(token, 0.0) + weight * len(places)
        return {token: times * (k1 + 1) / (times + norm) for token, times in often.items()}

    def _by_ways(
        self, ways: Sequence[Way | None], tokens: Mapping[str, float], often: Mapping[str, float]
    ) -> float:
        """Return what ways add whose tokens do not count by themselves, like a synonym's."""
        total = 0.0
        for word, way in zip(self._words, ways, strict=True):
            if way is None:
                continue
            answering = _tokens([way])
            if answering <= self._weights.keys():
                continue
            there = sum(self._full[token] * often[token] for token in answering)
            counted = sum(tokens.get(token, 0.0) for token in word.own)
            total += max(0.0, BY_REASON[way.reason] * there - counted)
        return total

    def _neighbours(self, order: Sequence[str]) -> Iterable[tuple[str, str, float]]:
        places = [(at, token) for at, token in enumerate(order) if token != GAP]
        for (at, one), (then, other) in pairwise(places):
            if then - at <= FARTHEST and one != other:
                both = self._weights.get(one, 0.0) + self._weights.get(other, 0.0)
                yield one, other, self._profile.pairs * both / 2

    def _by_pairs(self, found: Found) -> float:
        total = 0.0
        for one, other, weight in self._pairs:
            if distance := found.distance(one, other, farthest=FARTHEST):
                total += weight / distance
        return total

    def _by_phrase(self, found: Found) -> float:
        return WHOLE_PHRASE * self._most if self._in_one_place and found.holds(self._plain) else 0.0

    def _by_title(self, title: str) -> float:
        if not self._plain or not title.startswith(self._plain[0]):
            return 0.0
        words = tuple(t for t in title.split(" ") if t != GAP and t[:1] not in TIERS)
        return WHOLE_TITLE * self._most if words == self._plain else 0.0

    def _covered(self, ways: Sequence[Way | None], tokens: Iterable[str]) -> float:
        """Return the share of the words that a text holds, or of the tokens that any text holds."""
        words = sum(word.weight for word, way in zip(self._words, ways, strict=True) if way)
        held = sum(self._weights[token] for token in tokens)
        return max(words / (self._word_weight or 1.0), held / (self._known or 1.0))

    def _passage(self, found: Found) -> int:
        """Return the number of the passage in which, with its heading, most of the words stand.

        Of a word only the token counts that weighs most there: it lies in several tiers. What the
        title says already hardly tells one passage from another.
        """
        if not found.ends and not found.heads:
            return 0
        title = found.fields[0].keys()
        sums: dict[int, float] = {}
        for word in self._words:
            share = 1.0 if title.isdisjoint(word.passing) else IN_TITLE_TOO
            for number, weight in self._weight_by_passage(found, word.passing):
                sums[number] = sums.get(number, 0.0) + share * weight
        return max(sums, key=lambda number: (sums[number], -number), default=0)

    def _weight_by_passage(
        self, found: Found, weights: Mapping[str, float]
    ) -> Iterable[tuple[int, float]]:
        inside: dict[int, float] = {}
        above: dict[int, float] = {}
        for token, weight in weights.items():
            for number in found.passages(token):
                inside[number] = max(weight, inside.get(number, 0.0))
            for number in found.headed(token):
                above[number] = max(weight, above.get(number, 0.0))
        yield from inside.items()
        yield from ((number, HEADING * weight) for number, weight in above.items())


def _sum(explanation: Explanation) -> float:
    more = explanation.ways + explanation.pairs + explanation.phrase + explanation.title
    return sum(explanation.tokens.values()) + more


def _tokens(ways: Iterable[Way]) -> set[str]:
    return {token for way in ways for phrase in way.phrases for token in phrase}
