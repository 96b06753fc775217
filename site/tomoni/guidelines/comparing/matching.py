"""Which section of the older edition is which of the newer one; what was split, what merged."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tomoni.guidelines.comparing.aligning import heaviest_rising
from tomoni.guidelines.comparing.likeness import (
    Runs,
    alike,
    candidates,
    contained,
    left_over,
    runs_of,
)
from tomoni.guidelines.comparing.sections import Section

# From this likeness of their texts on, two sections are one, whatever their titles.
SAME_TEXT = 0.5
# With the same title on the same page, less will do.
SAME_TITLE = 0.12
# So much of a section must come out of another for that one to have been split.
OUT_OF_ANOTHER = 0.6
# What is said in fewer runs of characters is no text that was parted or joined.
TELLING = 12


@dataclass
class Matching:
    """Places of sections that belong together: one to one, one to many, many to one."""

    pairs: dict[int, int] = field(default_factory=dict)
    # The old section, and the new ones that it became besides its partner; and the reverse.
    splits: dict[int, list[int]] = field(default_factory=dict)
    merges: dict[int, list[int]] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)


def match_sections(olds: Sequence[Section], news: Sequence[Section]) -> Matching:
    """Match the sections of two texts; both directions give the same."""
    if _order(news) < _order(olds):
        found = _match(news, olds)
        pairs = {j: i for i, j in found.pairs.items()}
        moved = {found.pairs[i] for i in found.moved}
        return Matching(pairs, splits=found.merges, merges=found.splits, moved=moved)
    return _match(olds, news)


def _order(sections: Sequence[Section]) -> list[tuple[str, str, str]]:
    return [(section.key, section.title, section.body) for section in sections]


def _match(olds: Sequence[Section], news: Sequence[Section]) -> Matching:
    found = Matching()
    pages = _match_pages(olds, news)
    found.pairs.update(pages)
    _by_key(olds, news, found)
    _by_title(olds, news, found)
    _by_likeness(olds, news, found)
    _find_splits(olds, news, found)
    _find_merges(olds, news, found)
    found.moved = _moved(olds, news, found)
    return found


def _match_pages(olds: Sequence[Section], news: Sequence[Section]) -> dict[int, int]:
    """Match pages by key, by title, and by all the text on them."""
    old_pages = [k for k, one in enumerate(olds) if one.place.level == 1]
    new_pages = [k for k, one in enumerate(news) if one.place.level == 1]
    keys = {news[j].key: j for j in new_pages}
    pairs = {i: keys[olds[i].key] for i in old_pages if olds[i].key in keys}
    rest_old = [i for i in old_pages if i not in pairs]
    taken = set(pairs.values())
    rest_new = [j for j in new_pages if j not in taken]
    texts_old = {i: _page_text(olds, i) for i in rest_old}
    texts_new = {j: _page_text(news, j) for j in rest_new}
    scored = []
    for i in rest_old:
        for j in rest_new:
            same = bool(olds[i].title) and olds[i].title == news[j].title
            score = alike(texts_old[i], texts_new[j]) + (SAME_TEXT if same else 0)
            if score >= SAME_TEXT:
                scored.append((-score, abs(i - j), i, j))
    for _score, _distance, i, j in sorted(scored):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _page_text(sections: Sequence[Section], start: int) -> str:
    page = sections[start].place.page
    return "\n".join(f"{one.title}\n{one.body}" for one in sections if one.place.page == page)


def _free(
    olds: Sequence[Section], news: Sequence[Section], found: Matching
) -> tuple[list[int], list[int]]:
    """Return the sections below pages that have no partner yet."""
    taken = set(found.pairs.values())
    return (
        [i for i, one in enumerate(olds) if one.place.level > 1 and i not in found.pairs],
        [j for j, one in enumerate(news) if one.place.level > 1 and j not in taken],
    )


def _by_key(olds: Sequence[Section], news: Sequence[Section], found: Matching) -> None:
    free_old, free_new = _free(olds, news, found)
    times_old = Counter(olds[i].key for i in free_old)
    times_new = Counter(news[j].key for j in free_new)
    places = {news[j].key: j for j in free_new}
    for i in free_old:
        key = olds[i].key
        if key and times_old[key] == times_new[key] == 1:
            found.pairs[i] = places[key]


def _by_title(olds: Sequence[Section], news: Sequence[Section], found: Matching) -> None:
    """Match equal titles that stand once on a page and its partner, if their texts allow it."""
    free_old, free_new = _free(olds, news, found)
    partner = _page_partners(olds, news, found)
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for j in free_new:
        places[news[j].place.page, news[j].title].append(j)
    once = Counter((olds[i].place.page, olds[i].title) for i in free_old)
    for i in free_old:
        old = olds[i]
        there = places.get((partner.get(old.place.page, -1), old.title), [])
        if not old.title or len(there) != 1 or once[old.place.page, old.title] != 1:
            continue
        new = news[there[0]]
        bare = not old.body or not new.body
        if bare or old.number == new.number or alike(old.body, new.body) >= SAME_TITLE:
            found.pairs[i] = there[0]


def _page_partners(
    olds: Sequence[Section], news: Sequence[Section], found: Matching
) -> dict[int, int]:
    return {
        olds[i].place.page: news[j].place.page
        for i, j in found.pairs.items()
        if olds[i].place.level == 1
    }


def _by_likeness(olds: Sequence[Section], news: Sequence[Section], found: Matching) -> None:
    """Match what is left by text: the likest first, wherever it stands."""
    free_old, free_new = _free(olds, news, found)
    texts_old = [f"{olds[i].title}\n{olds[i].body}" for i in free_old]
    texts_new = [f"{news[j].title}\n{news[j].body}" for j in free_new]
    partner = _page_partners(olds, news, found)
    scored = []
    for a, b in candidates(texts_old, texts_new):
        old, new = olds[free_old[a]], news[free_new[b]]
        likeness = alike(texts_old[a], texts_new[b])
        if likeness >= SAME_TEXT:
            near = partner.get(old.place.page) == new.place.page
            scored.append((-(likeness + 0.1 * near), abs(free_old[a] - free_new[b]), a, b))
    taken: set[int] = set()
    for _score, _distance, a, b in sorted(scored):
        if free_old[a] not in found.pairs and b not in taken:
            found.pairs[free_old[a]] = free_new[b]
            taken.add(b)


def _find_splits(olds: Sequence[Section], news: Sequence[Section], found: Matching) -> None:
    """See which new sections came out of an old one that stands right before or after them."""
    free_new = set(_free(olds, news, found)[1])
    for i, j in sorted(found.pairs.items()):
        lost = left_over(runs_of(olds[i].body), runs_of(news[j].body))
        parts = _neighbours_out_of(lost, j, news, free_new)
        if parts:
            found.splits[i] = parts
            free_new -= set(parts)


def _find_merges(olds: Sequence[Section], news: Sequence[Section], found: Matching) -> None:
    """See which old sections went into a new one whose partner stood right beside them."""
    free_old = set(_free(olds, news, found)[0])
    for i, j in sorted(found.pairs.items(), key=lambda pair: pair[1]):
        if i in found.splits:
            continue
        gained = left_over(runs_of(news[j].body), runs_of(olds[i].body))
        parts = _neighbours_out_of(gained, i, olds, free_old)
        if parts:
            found.merges[j] = parts
            free_old -= set(parts)


def _neighbours_out_of(
    text: Runs, start: int, sections: Sequence[Section], free: set[int]
) -> list[int]:
    """Return the free sections in a row beside `start` whose text stands in `text`."""
    if sum(text.values()) < TELLING:
        return []
    parts: list[int] = []
    for step in (1, -1):
        k = start + step
        while (
            0 <= k < len(sections)
            and k in free
            and sections[k].place.page == sections[start].place.page
            and _comes_out_of(sections[k], text)
        ):
            parts.append(k)
            k += step
    return sorted(parts)


def _comes_out_of(section: Section, text: Runs) -> bool:
    runs = runs_of(section.body)
    return sum(runs.values()) >= TELLING and contained(runs, text) >= OUT_OF_ANOTHER


def _moved(olds: Sequence[Section], news: Sequence[Section], found: Matching) -> set[int]:
    """Return the old sections that stand elsewhere now, without what only moved along."""
    pages = [(i, j) for i, j in sorted(found.pairs.items()) if olds[i].place.level == 1]
    moved = set(_out_of_order(pages, olds, news))
    partner = _page_partners(olds, news, found)
    inside: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, j in sorted(found.pairs.items()):
        if olds[i].place.level == 1 or news[j].place.level == 1:
            continue
        if partner.get(olds[i].place.page) == news[j].place.page:
            inside[olds[i].place.page].append((i, j))
        else:
            moved.add(i)
    for pairs in inside.values():
        moved |= set(_out_of_order(pairs, olds, news))
    return {i for i in moved if not _goes_along(i, olds, news, found, moved)}


def _out_of_order(
    pairs: list[tuple[int, int]], olds: Sequence[Section], news: Sequence[Section]
) -> Iterable[int]:
    weights = [1.0 + len(olds[i].body) + len(news[j].body) for i, j in pairs]
    kept = set(heaviest_rising([j for _i, j in pairs], weights))
    return [i for index, (i, _j) in enumerate(pairs) if index not in kept]


def _goes_along(
    i: int, olds: Sequence[Section], news: Sequence[Section], found: Matching, moved: set[int]
) -> bool:
    """Say whether a section only follows the one above it, which moved itself."""
    above = olds[i].parent
    if olds[i].place.level == 1 or above not in moved:
        return False
    return found.pairs.get(above) == news[found.pairs[i]].parent
