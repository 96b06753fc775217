"""Texts and questions made of words as frequent as in a language, for benchmarks of search.

Words follow Zipf's law and so do their signs; of 1,000 texts, the pairs of signs are about as
many as in Japanese prose (some 35,000). Each word gives tokens of the four tiers.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import log

from tomoni.search.analysis.tokens import Tier, Way, Word
from tomoni.search.stores.protocol import PASSAGE, IndexedDocument, Streams, Wanted

SIGNS = 1_500
WORDS = 20_000
SIGNATURES = 400
WEIGHTS = {Tier.WORD: 1.0, Tier.EXACT: 0.5, Tier.READING: 0.3, Tier.GRAM: 0.3}


def _falling(count: int, first: float, power: float = 1.0) -> list[float]:
    return list(accumulate((rank + first) ** -power for rank in range(count)))


@dataclass
class MadeTexts:
    """A made-up language; the same each time."""

    locale: str = "ja"
    chance: random.Random = field(default_factory=lambda: random.Random(5))  # noqa: S311
    words: list[str] = field(default_factory=list)
    frequencies: list[float] = field(default_factory=lambda: _falling(WORDS, 3))

    def __post_init__(self) -> None:
        signs = [chr(0x4E00 + number) for number in range(SIGNS)]
        weights = _falling(SIGNS, 3, 1.25)
        known: set[str] = set()
        while len(known) < WORDS:
            length = self.chance.choice((1, 2, 2, 2, 2, 3, 3, 4))
            word = "".join(self.chance.choices(signs, cum_weights=weights, k=length))
            if word not in known and (length > 1 or len(known) > WORDS // 10):
                known.add(word)
                self.words.append(word)

    def documents(self, count: int, *, first: int = 1) -> Iterator[IndexedDocument]:
        """Yield documents of about 400 tokens, three passages each."""
        for pk in range(first, first + count):
            size = max(2, int(self.chance.lognormvariate(4.2, 0.5)) // 3)
            title, headings = self._some(4), self._some(3)
            passages = [self._some(size) for _ in range(3)]
            streams = Streams(
                title=_stream(title),
                headings=_stream(headings),
                body=f" {PASSAGE} ".join(map(_stream, passages)),
                length=7 + 3 * size,
            )
            signature = min(int(self.chance.paretovariate(0.7)), SIGNATURES)
            yield IndexedDocument(
                pk=pk, version=1, locale=self.locale, streams=streams, signature=signature
            )

    def question(self, words: Sequence[int]) -> Wanted:
        """Return the question for texts with all words; each is said by its rank, 0 the first."""
        return Wanted(locale=self.locale, words=tuple(self._word(rank) for rank in words))

    def graded(self, counts: Mapping[str, int], documents: int) -> Wanted:
        """Return a question of 20 to 30 tokens, weighed by how rare each is."""
        tokens: dict[str, float] = {}
        wanted = self.chance.randint(20, 30)
        while len(tokens) < wanted:
            for token in _stream(self._some(2)).split():
                tier = _tier(token)
                rarity = log(1 + documents / (1 + counts.get(token, 0)))
                tokens[token] = WEIGHTS[tier] * rarity
        return Wanted(locale=self.locale, tokens=tokens)

    def _some(self, count: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self.frequencies, k=count)

    def _word(self, rank: int) -> Word:
        word = self.words[rank]
        ways = [(Tier.EXACT.mark(word),), (word,), (Tier.READING.mark(word),), tuple(_grams(word))]
        return Word(text=word, ways=tuple(Way((phrase,)) for phrase in ways if phrase))


def _stream(words: Sequence[str]) -> str:
    tiers = [[tier.mark(word) for word in words] for tier in (Tier.WORD, Tier.EXACT, Tier.READING)]
    return " ".join([token for tier in tiers for token in tier] + _grams("".join(words)))


def _grams(text: str) -> list[str]:
    return [Tier.GRAM.mark(text[place : place + 2]) for place in range(len(text) - 1)]


def _tier(token: str) -> Tier:
    return next((tier for tier in Tier if tier.value and token.startswith(tier.value)), Tier.WORD)
