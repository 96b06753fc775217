"""Cut graded results where they stop being good."""

from collections.abc import Sequence

from .scored import Scored
from .scoring import FEW_WORDS

# A text that holds less than this share of the query's weight does not answer.
LEAST_COVERED = 0.2
# Nor does one whose score is less than this share of the best one's.
LEAST_OF_BEST = 0.35
# The first answers to a question are shown even when the best is far better: who asks looks at
# more than one. Who types few words, and finds a text with all of them, wants no parts of them.
FIRST = 10
LEAST_OF_BEST_AMONG_FIRST = 0.15


def good_enough(scored: Sequence[Scored]) -> list[Scored]:
    """Return the results that are worth showing, in their order; maybe none."""
    answering = [one for one in scored if one.score > 0]
    best = max((one.score for one in answering), default=0.0)
    lenient = 0 if answering and _has_few_words(answering[0]) else FIRST
    return [
        one
        for place, one in enumerate(answering)
        if _is_good(one, best * (LEAST_OF_BEST_AMONG_FIRST if place < lenient else LEAST_OF_BEST))
    ]


def _has_few_words(first: Scored) -> bool:
    return not first.lacks and len(first.reasons) <= FEW_WORDS


def _is_good(scored: Scored, least: float) -> bool:
    return not scored.lacks or (scored.covered >= LEAST_COVERED and scored.score >= least)
