"""Pair the parts of two texts: by their lasting ids, by equal text, by likeness in place."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tomoni.guidelines.comparing.aligning import align, heaviest_rising
from tomoni.guidelines.comparing.likeness import alike

# Within a gap: from this likeness on, two parts are one that was changed.
ALIKE = 0.3
# A gap with more pairs than this is paired in order only.
SEARCHED = 400
# Shorter texts, such as a dash in a cell, are the same by chance.
TELLING = 12


@dataclass(frozen=True)
class Part:
    """What is paired: its kind, its id where it has one, and its folded text."""

    kind: str
    id: str
    text: str


@dataclass(frozen=True)
class Pair:
    """Two parts that are one, or one that stands on a single side."""

    old: int | None
    new: int | None
    moved: bool = False


def pair_up(olds: Sequence[Part], news: Sequence[Part]) -> list[Pair]:
    """Return the parts paired, in the new order, those taken out behind what they stood behind."""
    if _order(news) < _order(olds):
        matched = [(i, j) for j, i in _matched(news, olds)]
        moved = {(i, j) for j, i in _moved([(j, i) for i, j in matched], news, olds)}
    else:
        matched = _matched(olds, news)
        moved = set(_moved(matched, olds, news))
    return in_order(len(olds), len(news), matched, moved)


def in_order(
    olds: int, news: int, matched: Iterable[tuple[int, int]], moved: set[tuple[int, int]]
) -> list[Pair]:
    """Return pairs in the new order; what was taken out follows what it stood behind."""
    old_of = {j: i for i, j in matched}
    staying = {i for j, i in old_of.items() if (i, j) not in moved}
    behind: dict[int, list[int]] = defaultdict(list)
    anchor = -1
    paired = set(old_of.values())
    for i in range(olds):
        if i in staying:
            anchor = i
        elif i not in paired:
            behind[anchor].append(i)
    found = [Pair(i, None) for i in behind[-1]]
    for j in range(news):
        was = old_of.get(j)
        found.append(Pair(was, j, moved=was is not None and (was, j) in moved))
        if was is not None and was in staying:
            found += [Pair(gone, None) for gone in behind[was]]
    return found


def _order(parts: Sequence[Part]) -> list[tuple[str, str, str]]:
    return [(part.text, part.kind, part.id) for part in parts]


def _matched(olds: Sequence[Part], news: Sequence[Part]) -> list[tuple[int, int]]:
    matched = dict(_by_id(olds, news))
    taken = set(matched.values())
    rest_old = [i for i in range(len(olds)) if i not in matched]
    rest_new = [j for j in range(len(news)) if j not in taken]
    same = align(
        [f"{olds[i].kind}\n{olds[i].text}" for i in rest_old],
        [f"{news[j].kind}\n{news[j].text}" for j in rest_new],
    )
    matched.update((rest_old[a], rest_new[b]) for a, b in same)
    matched.update(_equal_elsewhere(olds, news, matched))
    matched.update(_alike_in_gaps(olds, news, matched))
    return sorted(matched.items())


def _by_id(olds: Sequence[Part], news: Sequence[Part]) -> Iterable[tuple[int, int]]:
    """Pair ids that stand once on each side and name the same kind of thing."""
    times_old, times_new = Counter(p.id for p in olds), Counter(p.id for p in news)
    places = {p.id: j for j, p in enumerate(news) if p.id and times_new[p.id] == 1}
    for i, part in enumerate(olds):
        j = places.get(part.id) if part.id and times_old[part.id] == 1 else None
        if j is not None and news[j].kind == part.kind:
            yield i, j


def _equal_elsewhere(
    olds: Sequence[Part], news: Sequence[Part], matched: dict[int, int]
) -> Iterable[tuple[int, int]]:
    """Pair telling texts that are equal, wherever they stand now."""
    taken = set(matched.values())
    waiting: dict[tuple[str, str], deque[int]] = defaultdict(deque)
    for j, part in enumerate(news):
        if j not in taken and len(part.text) >= TELLING:
            waiting[part.kind, part.text].append(j)
    for i, part in enumerate(olds):
        if i not in matched and (places := waiting.get((part.kind, part.text))):
            yield i, places.popleft()


def _alike_in_gaps(
    olds: Sequence[Part], news: Sequence[Part], matched: dict[int, int]
) -> list[tuple[int, int]]:
    """Pair what is alike between two pairs that stayed where they were."""
    pairs = sorted(matched.items())
    kept = heaviest_rising([j for _i, j in pairs], [1.0 + len(olds[i].text) for i, _j in pairs])
    taken = set(matched.values())
    found: list[tuple[int, int]] = []
    i = j = 0
    for i_end, j_end in [*(pairs[k] for k in kept), (len(olds), len(news))]:
        gap_old = [k for k in range(i, i_end) if k not in matched]
        gap_new = [k for k in range(j, j_end) if k not in taken]
        found += _best_in_gap(olds, news, gap_old, gap_new)
        i, j = i_end + 1, j_end + 1
    return found


def _best_in_gap(
    olds: Sequence[Part], news: Sequence[Part], gap_old: list[int], gap_new: list[int]
) -> list[tuple[int, int]]:
    """Pair likest first; each pair must keep the order of those before it."""
    if not gap_old or not gap_new:
        return []
    near = len(gap_old) * len(gap_new) > SEARCHED
    scored = []
    for a, i in enumerate(gap_old):
        span = range(max(0, a - 3), min(len(gap_new), a + 4)) if near else range(len(gap_new))
        for b in span:
            old, new = olds[i], news[gap_new[b]]
            score = alike(old.text, new.text) if old.kind == new.kind else 0.0
            if len(gap_old) == len(gap_new) == 1 and old.kind == new.kind:
                score = max(score, ALIKE) if _is_short(old, new) else score
            if score >= ALIKE:
                scored.append((-score, abs(a - b), a, b))
    chosen: list[tuple[int, int]] = []
    for _score, _distance, a, b in sorted(scored):
        if all((a < x and b < y) or (a > x and b > y) for x, y in chosen):
            chosen.append((a, b))
    return [(gap_old[a], gap_new[b]) for a, b in chosen]


def _is_short(old: Part, new: Part) -> bool:
    """Say whether texts are so short that likeness cannot tell whether they belong together."""
    return max(len(old.text), len(new.text)) <= TELLING


def _moved(
    matched: list[tuple[int, int]], olds: Sequence[Part], news: Sequence[Part]
) -> list[tuple[int, int]]:
    weights = [1.0 + len(olds[i].text) + len(news[j].text) for i, j in matched]
    kept = set(heaviest_rising([j for _i, j in matched], weights))
    return [pair for index, pair in enumerate(matched) if index not in kept]
