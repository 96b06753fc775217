"""What is counted of rankings: hits, reciprocal ranks, and gains that fall with the rank."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DEPTH = 10
FULL = 2


@dataclass(frozen=True)
class Measures:
    """Means over all questions: each lies between 0 and 1, and 1 is perfect."""

    hit_at_1: float
    hit_at_10: float
    mrr_at_10: float
    ndcg_at_10: float


def measure(rankings: Sequence[tuple[Sequence[str], Mapping[str, int]]]) -> Measures:
    """Return the measures of rankings (ids, the best first), each with its grades by id.

    Where any passage of the set has grade 2, only these count as right for hits and ranks; gains
    take the grades as they are (Järvelin and Kekäläinen 2002, with the logarithm to base 2).
    """
    least = FULL if any(g >= FULL for _, grades in rankings for g in grades.values()) else 1
    count = max(len(rankings), 1)
    ranks = [_first_right(ids, grades, least) for ids, grades in rankings]
    return Measures(
        hit_at_1=sum(rank == 1 for rank in ranks) / count,
        hit_at_10=sum(rank is not None for rank in ranks) / count,
        mrr_at_10=sum(1 / rank for rank in ranks if rank) / count,
        ndcg_at_10=sum(_gain(ids, grades) for ids, grades in rankings) / count,
    )


def _first_right(ids: Sequence[str], grades: Mapping[str, int], least: int) -> int | None:
    return next(
        (at for at, one in enumerate(ids[:DEPTH], start=1) if grades.get(one, 0) >= least), None
    )


def _gain(ids: Sequence[str], grades: Mapping[str, int]) -> float:
    found = [grades.get(one, 0) for one in ids[:DEPTH]]
    best = sorted(grades.values(), reverse=True)[:DEPTH]
    return _discounted(found) / _discounted(best) if best else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(at + 1) for at, gain in enumerate(gains, start=1))
