"""What a query says about any text; made once for all candidates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tomoni.search.analysis.tokens import GAP, Profile, Reading, Way, Word

from .matching import needles_of
from .passages import Shares
from .weighing import BY_REASON, Collection, full_weight, rough_weights

# Neighbours with a word without weight between them are neighbours, but not close ones.
FARTHEST = 2
# What tokens must weigh of all in a text without any word: else they are pieces of other words.
LEAST_OF_ALL = 1 / 8
# What a sign of an answer says, as a share of the heaviest word: only which passage is meant.
ANSWER = 0.3


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word, its ways from the nearest on, its tokens that count by themselves, and its weight.

    `besides` are all tokens of those ways that have some which do not count by themselves; ways
    are told apart by what they are in memory, which is asked for fifty times.
    """

    text: str
    ways: tuple[Way, ...]
    own: tuple[str, ...]
    weight: float
    besides: Mapping[int, frozenset[str]]


class Query:
    """The words and tokens of a query with their weights, and which of them are neighbours."""

    farthest = FARTHEST

    def __init__(self, reading: Reading, collection: Collection, profile: Profile) -> None:
        self.profile = profile
        self.average_length = max(collection.average_length, 1.0)
        self.weights = rough_weights(reading, collection=collection, profile=profile)
        self.most = sum(self.weights.values())
        self._known = sum(w for t, w in self.weights.items() if t in collection.documents)
        in_ways = _tokens(way for word in reading.words for way in word.ways)
        tokens = (in_ways | self.weights.keys() | set(reading.order)) - {GAP}
        self.full = {token: full_weight(token, collection, profile) for token in tokens}
        # In an order of their own, so that sums are the same in every process.
        self.needles = needles_of(sorted(tokens))
        self.words = [self._weighed(word) for word in reading.words]
        self._ignored = reading.ignored
        self.plain = tuple(token for token in reading.order if token != GAP)
        self.in_one_place = len(self.plain) > 1 and GAP not in reading.order
        self.pairs = list(self._neighbours(reading.order))
        self._word_weight = sum(word.weight for word in self.words)

    @cached_property
    def passing(self) -> Sequence[Sequence[Shares]]:
        """By word and way, what the way's tokens say for a passage in which they stand."""
        in_words = [
            tuple(self._shares(way, word.weight) for way in word.ways) for word in self.words
        ]
        return [*in_words, *self._answers()]

    def lacking(self, ways: Sequence[Way | None]) -> tuple[str, ...]:
        """Return the words to which a text answers in no way."""
        pairs = zip(self.words, ways, strict=True)
        return tuple(word.text for word, way in pairs if way is None)

    def covered(self, words: Iterable[Weighed], tokens: Iterable[str]) -> float:
        """Return the share of the words that a text holds, or of the tokens that any text holds.

        Of a word that nobody wrote, the one pair of signs that stands somewhere says nothing.
        """
        in_words = sum(word.weight for word in words) / (self._word_weight or 1.0)
        in_tokens = sum(self.weights[token] for token in tokens)
        if not in_words and in_tokens < LEAST_OF_ALL * self.most:
            return 0.0
        return max(in_words, in_tokens / (self._known or 1.0))

    def _weighed(self, word: Word) -> Weighed:
        ways = sorted(word.ways, key=lambda way: way.reason.value)
        tokens = _tokens(ways)
        own = tuple(token for token in tokens if token in self.weights)
        weight = max((self.weights[token] for token in own), default=0.0)
        most = weight or max((self.full[token] for token in tokens), default=0.0)
        by_way = {id(way): frozenset(_tokens([way])) for way in ways}
        besides = {way: held for way, held in by_way.items() if not held <= self.weights.keys()}
        return Weighed(word.text, tuple(ways), own, most, besides)

    def _shares(self, way: Way, worth: float) -> Shares:
        """Return the parts that tokens have in a way; all together they say what the word does."""
        full = {token: self.full[token] for token in sorted(_tokens([way]))}
        factor = BY_REASON[way.reason] * worth / (sum(full.values()) or 1.0)
        return {token: factor * weight for token, weight in full.items()}

    def _answers(self) -> Iterable[tuple[Shares, ...]]:
        """Yield for each word that asks what tokens of an answer say for a passage."""
        worth = ANSWER * max((word.weight for word in self.words), default=0.0)
        for word in self._ignored:
            if told := self.profile.answers.get(word.casefold()):
                yield tuple({token: worth} for token in told)

    def _neighbours(self, order: Sequence[str]) -> Iterable[tuple[str, str, float]]:
        places = [(at, token) for at, token in enumerate(order) if token != GAP]
        for (at, one), (then, other) in pairwise(places):
            if then - at <= FARTHEST and one != other:
                both = self.weights.get(one, 0.0) + self.weights.get(other, 0.0)
                yield one, other, self.profile.pairs * both / 2


def _tokens(ways: Iterable[Way]) -> set[str]:
    return {token for way in ways for phrase in way.phrases for token in phrase}
