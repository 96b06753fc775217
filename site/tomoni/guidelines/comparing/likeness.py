"""How alike two texts are, by the short runs of characters that they share."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest

RUN = 3
# A run that more texts share than this tells nothing of which belong together.
COMMON = 12
# So many candidates are looked at for each text.
NEAREST = 4
SIGNS = re.compile(r"[\s、。，．・（）()「」]+")

Runs = Mapping[str, int]


@lru_cache(maxsize=4096)
def runs_of(text: str) -> Runs:
    """Return the runs of three characters of a text, signs left out, and how often each stands."""
    bare = SIGNS.sub("", text)
    if len(bare) < RUN:
        return Counter([bare] if bare else [])
    return Counter(bare[k : k + RUN] for k in range(len(bare) - RUN + 1))


def alike(one: str, other: str) -> float:
    """Return from 0 to 1 how much two texts share."""
    if one == other:
        return 1.0
    ones, others = runs_of(one), runs_of(other)
    total = sum(ones.values()) + sum(others.values())
    return 2 * shared(ones, others) / total if total else 0.0


def contained(part: Runs, whole: Runs) -> float:
    """Return from 0 to 1 how much of a part stands in the whole."""
    total = sum(part.values())
    return shared(part, whole) / total if total else 0.0


def shared(ones: Runs, others: Runs) -> int:
    if len(others) < len(ones):
        ones, others = others, ones
    return sum(min(count, others[run]) for run, count in ones.items() if run in others)


def left_over(ones: Runs, others: Runs) -> Runs:
    """Return the runs of one text that the other has not."""
    return {
        run: count - others.get(run, 0) for run, count in ones.items() if count > others.get(run, 0)
    }


def candidates(olds: Sequence[str], news: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Return the pairs of texts that share runs which are rare on both sides; never all pairs."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(olds):
        for run in runs_of(text):
            index[run].append(i)
    found: Counter[tuple[int, int]] = Counter()
    spread = Counter(run for text in news for run in runs_of(text))
    for j, text in enumerate(news):
        for run in runs_of(text):
            places = index.get(run, ())
            if len(places) <= COMMON and spread[run] <= COMMON:
                found.update((i, j) for i in places)
    rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (i, j), count in sorted(found.items()):
        rows[i].append((count, j))
        columns[j].append((count, i))
    best = {(i, j) for i, near in rows.items() for _count, j in nlargest(NEAREST, near)}
    best |= {(i, j) for j, near in columns.items() for _count, i in nlargest(NEAREST, near)}
    return sorted(best)
