"""What analysis gives: tokens in four tiers for the index, and words with their ways for a query.

A token is what stores compare: it holds no space, no ASCII sign but small letters and digits, and
begins with the mark of its tier. Marks are letters that NFKC folds away, so no text can hold them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol


class Tier(Enum):
    """The mark that tokens of a tier begin with, from base forms to what no dictionary knows."""

    WORD = ""
    EXACT = "ˣ"
    READING = "ʳ"
    GRAM = "ˠ"

    def mark(self, text: str) -> str:
        return self.value + text


class Reason(Enum):
    """Why a text answers to a word of the query; the smaller, the nearer to what was typed."""

    EXACT = 1
    NORMALISED = 2
    READING = 3
    GRAM = 4
    SYNONYM = 5
    TRANSLATION = 6


# Stands among the tokens of the tier WORD where words without weight or a sign of the text stood,
# so that no phrase reaches across them. It weighs nothing and is no word.
GAP = "˙"

# Tokens that stand side by side in one field.
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Way:
    """One way in which a word may stand in a text: all of `phrases`, each in one place."""

    phrases: tuple[Phrase, ...]
    reason: Reason = Reason.EXACT


@dataclass(frozen=True)
class Word:
    """A word of the query that carries meaning; any of its ways will do.

    `spelt` are ways to read the run of kana or Latin letters that the word stands in, from one
    piece to three. Which of them says anything, only an index knows: see `settling.settle`.
    Words of one run share it. `run` is the text of the run where the dictionary cut it in several
    pieces, of which this word may be only one that looked like a word by chance.
    """

    text: str
    ways: tuple[Way, ...]
    spelt: tuple[Way, ...] = ()
    run: str = ""


@dataclass(frozen=True)
class Reading:
    """A query as it was understood.

    `words` must all stand in a text that answers wholly. `tokens` says for graded matching how
    much each token weighs (1: all its rarity, 0: nothing). `order` are the tokens of the main tier
    as they were typed, with a `GAP` where words without weight stood: neighbours here that are
    neighbours in a text speak for it. `ignored` are words without weight.
    """

    words: tuple[Word, ...] = ()
    tokens: Mapping[str, float] = field(default_factory=dict)
    order: Phrase = ()
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where tokens stand in a text: `begin` and `end` count the text's own characters."""

    begin: int
    end: int
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Profile:
    """How much the tiers and fields of a language weigh when texts are ranked (BM25's terms).

    `answers` has for words that ask, as `Reading.ignored` has them, tokens of what answers.
    """

    tiers: Mapping[Tier, float]
    pairs: float = 0.3
    k1: float = 1.2
    b: float = 0.75
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Analyser(Protocol):
    """The analysis of one language; safe in many threads, never raises for any text."""

    # The name, and the versions of all that decides about tokens: part of the index's identity.
    identity: str
    profile: Profile

    def tokens(self, text: str) -> Sequence[str]:
        """Return the tokens of a text, tier after tier, each tier in the order of the text."""

    def read(self, typed: str) -> Reading:
        """Return what a query means in this language."""

    def places(self, text: str) -> Iterable[Place]:
        """Yield where the tokens of a text stand, so that what answered can be marked."""
