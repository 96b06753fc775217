"""Which printed page stands where: learnt from page numbers, contents and references."""

from collections import Counter
from collections.abc import Iterable

_ENOUGH = 2


def offset(votes: Iterable[int]) -> int | None:
    """Return by how much printed page numbers differ from counted pages, if the evidence agrees."""
    counted = Counter(votes)
    if not counted:
        return None
    (best, count), *rest = counted.most_common(2)
    if count < _ENOUGH or count < len(counted):
        return None  # numbers with holes between them agree here and there by chance
    return None if rest and rest[0][1] == count else best
