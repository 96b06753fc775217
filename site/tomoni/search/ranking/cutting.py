"""Cut graded results where they stop being good."""

from collections.abc import Sequence

from .scoring import Scored

# A text that holds less than this share of the query's weight does not answer.
LEAST_COVERED = 0.34
# Nor does one whose score is less than this share of the best one's.
LEAST_OF_BEST = 0.35


def good_enough(scored: Sequence[Scored]) -> list[Scored]:
    """Return the results that are worth showing, in their order; maybe none."""
    answering = [one for one in scored if one.score > 0]
    best = max((one.score for one in answering), default=0.0)
    return [
        one
        for one in answering
        if not one.lacks or (one.covered >= LEAST_COVERED and one.score >= LEAST_OF_BEST * best)
    ]
