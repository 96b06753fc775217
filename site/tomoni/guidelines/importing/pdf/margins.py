"""What stands at the head and foot of pages: running heads and page numbers, told by position."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tomoni.guidelines.importing import reasons
from tomoni.guidelines.importing.furniture import printed_number
from tomoni.guidelines.importing.pages import offset

from .records import Page, Row

_EDGE = 0.12  # of the page's height, at its head and at its foot
_OFTEN = 3  # pages on which a running head stands
_BAND = 8  # points within which two stand at the same height
_OTHER_SIZE = 0.6  # points
_AWAY = 1.2  # times its size
_OUTER = 2  # other rows of a head or foot between a row and the edge
_DIGITS = re.compile(r"[0-9０-９]+")


@dataclass(frozen=True)
class Margins:
    """The rows that belong to the pages and not to the text, and the printed page numbers."""

    reasons: dict[int, str]  # by the id of the row
    numbers: list[tuple[int, int]]


def margins_of(pages: Sequence[Page]) -> Margins:
    """Tell running heads, running feet and page numbers from text."""
    size = _usual_size(pages)
    edges = [(page, row) for page in pages for row in _edge_rows(page)]
    votes = Counter[int]()
    for page, row in edges:
        for printed in _printed(row.text):
            votes[printed - page.number] += 1
    shift = offset(votes.elements())
    found: dict[int, str] = {}
    numbers: list[tuple[int, int]] = []
    same: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page, row in edges:
        same[_key(row)].add(page.number)
    for page, row in edges:
        bare = printed_number(row.text)
        fits = shift is not None and page.number + shift in _printed(row.text)
        often = len(same[_key(row)]) >= _OFTEN and _stands_off(row, page, size)
        if bare is not None and (fits or often or len(pages) == 1):
            found[id(row)] = reasons.PAGE_NUMBER
            numbers.append((page.number, bare))
        elif often:
            head = row.top < page.height / 2
            found[id(row)] = reasons.RUNNING_HEAD if head else reasons.RUNNING_FOOT
            if fits and shift is not None:
                numbers.append((page.number, page.number + shift))
    return Margins(found, numbers)


def _usual_size(pages: Sequence[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _stands_off(row: Row, page: Page, size: float) -> bool:
    """Say whether a row is no line of the text: of another size, or away from the next."""
    head = row.top < page.height / 2
    outer = [
        other
        for other in page.rows
        if (other.bottom <= row.top if head else other.top >= row.bottom)
    ]
    if len(outer) > _OUTER:
        return False
    if abs(row.size - size) > _OTHER_SIZE:
        return True
    inner = [
        other.top - row.bottom if head else row.top - other.bottom
        for other in page.rows
        if other is not row and (other.top > row.top if head else other.top < row.top)
    ]
    return not inner or min(inner) > row.size * _AWAY


def _edge_rows(page: Page) -> Iterable[Row]:
    for row in page.rows:
        high = row.bottom <= page.height * _EDGE
        low = row.top >= page.height * (1 - _EDGE)
        if row.kind == "text" and (high or low):
            yield row


def _printed(text: str) -> list[int]:
    return [int(one) for one in _DIGITS.findall(text) if len(one) <= 3]  # noqa: PLR2004 -- below 1000


def _key(row: Row) -> tuple[str, int]:
    return _DIGITS.sub("#", "".join(row.text.split())), round(row.top / _BAND)
