"""What is known of a candidate once it has been scored; what few need is told when it is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tomoni.search.analysis.tokens import Reason
from tomoni.search.stores.protocol import Candidate


@dataclass(frozen=True, slots=True)
class Explanation:
    """Of what a score is the sum, before boost, `freshness` and the `factor` for all words.

    `ways` is what synonyms and sounds add, `pairs` what neighbours do; `phrase` stands for the
    whole query in one place, `title` for a title that is the query.
    """

    tokens: Mapping[str, float]
    ways: float = 0.0
    pairs: float = 0.0
    phrase: float = 0.0
    title: float = 0.0
    factor: float = 1.0
    freshness: float = 1.0


# Not frozen, for fifty are made for each question, and freezing takes as long as half of it.
@dataclass(slots=True)
class Scored:
    """A candidate with its score, and which words it lacks; nobody changes it."""

    candidate: Candidate
    score: float
    lacks: tuple[str, ...]
    _told: "Callable[[], Told]"

    @property
    def reasons(self) -> Mapping[str, Reason]:
        """By which nearest way it answers to each word."""
        return self._told().reasons

    @property
    def covered(self) -> float:
        """The share of the query's weight that stands in it."""
        return self._told().covered

    @property
    def explanation(self) -> Explanation:
        return self._told().explanation

    @property
    def passage(self) -> int:
        """The number of the passage that answers best."""
        return self._told().passage()


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a scored candidate beside its score."""

    reasons: Mapping[str, Reason]
    covered: float
    explanation: Explanation
    passage: Callable[[], int]
