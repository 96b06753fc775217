"""Cut graded results where they stop being good."""

from collections.abc import Sequence

from .scoring import Scored

# A text that holds less than this share of the query's weight does not answer, nor does one
# whose score is less than this share of the best one's.
LEAST_COVERED = 0.2
LEAST_OF_BEST = 0.35
# The first ones are shown even when the best is far better: who asks looks at more than one.
FIRST = 10
LEAST_OF_BEST_AMONG_FIRST = 0.15


def good_enough(scored: Sequence[Scored]) -> list[Scored]:
    """Return the results that are worth showing, in their order; maybe none."""
    answering = [one for one in scored if one.score > 0]
    best = max((one.score for one in answering), default=0.0)
    return [
        one
        for place, one in enumerate(answering)
        if not one.lacks or (one.covered >= LEAST_COVERED and one.score >= _least(place) * best)
    ]


def _least(place: int) -> float:
    return LEAST_OF_BEST_AMONG_FIRST if place < FIRST else LEAST_OF_BEST
