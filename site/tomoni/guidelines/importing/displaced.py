"""Chapter titles that extraction printed at the foot of their page: put back at its head."""

from collections import Counter, defaultdict
from collections.abc import Callable

from .lines import Line
from .numbering import marker

_LEAST = 2
_SURE = 3


def restore(lines: list[Line], full: Callable[[Line], bool]) -> list[Line]:
    """Return the lines with displaced titles moved up."""
    elsewhere: Counter[str] = Counter()
    feet: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        last = at + 1 == len(lines) or lines[at + 1].starts_page
        found = marker(line.text)
        if found and (not last or line.starts_page):
            elsewhere[found[0].scheme] += 1
        elif found and found[0].counts and found[1] and not line.ends_sentence and not full(line):
            feet[found[0].scheme].append((at, found[0].ordinal))
    moved: dict[int, int] = {}
    for scheme, places in feet.items():
        # One title at a page's foot may be chance; a whole numbering there is a page design.
        counted = [order for _, order in places] == list(range(1, len(places) + 1))
        enough = len(places) >= _SURE or (len(places) >= _LEAST and not elsewhere[scheme])
        if counted and enough:
            moved.update(
                {_head(lines, at, {one for one, _ in places}, full): at for at, _ in places}
            )
    result: list[Line] = []
    titles = set(moved.values())
    for at, line in enumerate(lines):
        if at in moved:
            result.append(lines[moved[at]])
        if at not in titles:
            result.append(line)
    return result


def _head(lines: list[Line], foot: int, titles: set[int], full: Callable[[Line], bool]) -> int:
    """Find where the page's own text begins, after the sentence that the page before left open."""
    start = foot
    while start > 0 and not lines[start].starts_page:
        start -= 1
    before = start - 1
    while before in titles:
        before -= 1
    at = start
    if before >= 0 and full(lines[before]) and not lines[before].ends_sentence:
        while at < foot and not lines[at].ends_sentence:
            at += 1
        at += 1
    return min(at, foot)
