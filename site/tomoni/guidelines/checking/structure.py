"""Headings: empty ones, skipped levels, numbers that stand twice or leave one out."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from tomoni.guidelines.checking.findings import Block, Finding, Level, Subject, finding, value_of
from tomoni.guidelines.importing.numbering import Marker, marker
from tomoni.guidelines.texts import PageText

TOP = 2
# A numbered thing: where it stands, and its number as printed.
Numbered = tuple[PageText, Block | None, str]


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the order of headings, articles and chapters."""
    for page in subject.text.pages:
        yield from levels(page)
        for run in runs_in(page):
            yield from numbers(run)
    chapters: list[Numbered] = [
        (page, None, page.number) for page in subject.text.pages if page.slug and page.number
    ]
    yield from numbers(chapters)


def levels(page: PageText) -> Iterator[Finding]:
    before = TOP - 1
    for block in page.body:
        if block.get("type") != "heading":
            continue
        text = str(value_of(block).get("text") or "")
        level = int(value_of(block).get("level") or TOP)
        if not text.strip():
            yield finding("empty_heading", Level.ERROR, page, block, _("The heading has no text."))
        if level > before + 1:
            message = _("A level is skipped: a smaller heading follows without the one above it.")
            yield finding("skipped_level", Level.WARNING, page, block, message, text)
        before = level
    yield from bare_headings(page)


def bare_headings(page: PageText) -> Iterator[Finding]:
    """A heading with nothing before the next one of its level says nothing."""
    ends = [*page.body, {"type": "heading", "value": {"level": str(TOP)}}]
    for block, following in pairwise(ends):
        if block.get("type") != "heading" or following.get("type") != "heading":
            continue
        if level_of(following) <= level_of(block):
            message = _("There is no text under this heading.")
            words = str(value_of(block).get("text") or "")
            yield finding("bare_heading", Level.HINT, page, block, message, words)


def level_of(block: Block) -> int:
    return int(value_of(block).get("level") or TOP)


def runs_in(page: PageText) -> Iterator[list[Numbered]]:
    """Yield the runs of numbers that count on: headings below one parent, and all articles."""
    open_runs: dict[int, list[Numbered]] = {}
    articles: list[Numbered] = []
    for block in page.body:
        number = str(value_of(block).get("number") or "")
        if block.get("type") == "article" and number:
            articles.append((page, block, number))
        if block.get("type") != "heading":
            continue
        level = level_of(block)
        for lower in [one for one in open_runs if one > level]:
            yield open_runs.pop(lower)
        if number:
            open_runs.setdefault(level, []).append((page, block, number))
    yield from open_runs.values()
    yield articles


def numbers(run: Iterable[Numbered]) -> Iterator[Finding]:
    """Compare each number with the one before it that is written in the same manner."""
    last: dict[str, tuple[Marker, str]] = {}
    for page, block, number in run:
        read = marker(f"{number}　題")
        if read is None or not read[0].counts:
            continue
        mark = read[0]
        before = last.get(mark.scheme)
        last[mark.scheme] = (mark, number)
        if before is None or mark.ordinal == before[0].ordinal + 1:
            continue
        names = {"number": number, "before": before[1]}
        if mark.ordinal == before[0].ordinal:
            message = _("The number %(number)s stands twice.") % names
            yield finding("double_number", Level.WARNING, page, block, message, number)
        elif mark.ordinal > 1:
            message = _("After %(before)s comes %(number)s: is a number missing?") % names
            yield finding("number_gap", Level.WARNING, page, block, message, number)
