"""Find what two sequences share, in order, in bounded time: unique anchors first, then exactly."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

Pairs = list[tuple[int, int]]
# A gap with more pairs of places than this is not searched exactly; it bounds time and memory.
EXACT = 40_000
DEPTH = 24


def align(old: Sequence[str], new: Sequence[str], weigh: Callable[[str], float] = len) -> Pairs:
    """Return places of equal things, rising on both sides, that weigh as much as can be told.

    Both directions give the same pairs.
    """
    if list(new) < list(old):
        return [(i, j) for j, i in _align(new, old, weigh)]
    return _align(old, new, weigh)


def _align(old: Sequence[str], new: Sequence[str], weigh: Callable[[str], float]) -> Pairs:
    pairs: Pairs = []
    gaps = [(0, len(old), 0, len(new), 0)]
    while gaps:
        a, a_end, b, b_end, depth = gaps.pop()
        while a < a_end and b < b_end and old[a] == new[b]:
            pairs.append((a, b))
            a, b = a + 1, b + 1
        while a < a_end and b < b_end and old[a_end - 1] == new[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
            pairs.append((a_end, b_end))
        if a == a_end or b == b_end:
            continue
        if (a_end - a) * (b_end - b) <= EXACT:
            found = heaviest_common(old[a:a_end], new[b:b_end], weigh)
            pairs += [(a + i, b + j) for i, j in found]
        elif depth < DEPTH and (anchors := _anchors(old, new, (a, a_end, b, b_end))):
            pairs += anchors
            starts = [(a, b), *((i + 1, j + 1) for i, j in anchors)]
            gaps += [
                (i, i_end, j, j_end, depth + 1)
                for (i, j), (i_end, j_end) in zip(starts, [*anchors, (a_end, b_end)], strict=True)
            ]
    return sorted(pairs)


def heaviest_common(old: Sequence[str], new: Sequence[str], weigh: Callable[[str], float]) -> Pairs:
    """Return the heaviest common subsequence, exactly."""
    width = len(new) + 1
    best = [[0.0] * width for _row in range(len(old) + 1)]
    weights = [weigh(one) for one in new]
    for i in range(len(old) - 1, -1, -1):
        row, below, here = best[i], best[i + 1], old[i]
        for j in range(len(new) - 1, -1, -1):
            value = max(below[j], row[j + 1])
            if here == new[j] and below[j + 1] + weights[j] > value:
                value = below[j + 1] + weights[j]
            row[j] = value
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if old[i] == new[j] and best[i][j] == best[i + 1][j + 1] + weights[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _anchors(old: Sequence[str], new: Sequence[str], gap: tuple[int, int, int, int]) -> Pairs:
    """Return what stands once on each side of a gap and keeps its order."""
    a, a_end, b, b_end = gap
    olds, news = Counter(old[a:a_end]), Counter(new[b:b_end])
    places = {new[j]: j for j in range(b, b_end) if news[new[j]] == 1}
    found = [(i, places[old[i]]) for i in range(a, a_end) if olds[old[i]] == 1 and old[i] in places]
    kept = set(heaviest_rising([j for _i, j in found], [1.0] * len(found)))
    return [pair for index, pair in enumerate(found) if index in kept]


def heaviest_rising(values: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Return the places of the heaviest rising run of different values, not needing neighbours."""
    ranks = sorted(values)
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(values) + 1)
    before: list[int] = []
    for index, value in enumerate(values):
        rank = bisect_left(ranks, value)
        best, place = (0.0, -1), rank
        while place:
            best = max(best, tree[place], key=lambda one: one[0])
            place -= place & -place
        before.append(best[1])
        mine, place = (best[0] + weights[index], index), rank + 1
        while place < len(tree):
            if mine[0] > tree[place][0]:
                tree[place] = mine
            place += place & -place
    best = (0.0, -1)
    place = len(values)
    while place:
        best = max(best, tree[place], key=lambda one: one[0])
        place -= place & -place
    run, index = [], best[1]
    while index >= 0:
        run.append(index)
        index = before[index]
    return run[::-1]
