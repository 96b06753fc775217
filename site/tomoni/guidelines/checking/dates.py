"""Dates: era and western year that contradict one another, eras that had not begun or were over."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from django.utils.translation import gettext as _

from tomoni.design.dates import ERAS, MEIJI_BEGAN, era_year
from tomoni.guidelines.checking.findings import Block, Finding, Level, Subject, finding
from tomoni.guidelines.selectors.references import texts_in
from tomoni.guidelines.texts import PageText

TAG = re.compile(r"<[^>]*>")
NAMES = "|".join(name for _start, name in ERAS)
ERA = rf"({NAMES})\s*(元|\d{{1,2}})年"
MONTH = r"(?:度|\s*\d{1,2}月(?:\s*\d{1,2}日)?)?"
COUNT = rf"({NAMES})\s*(元|\d{{1,2}})"
# 平成23年（2011年）, 平成23（2011）年, 2011年3月11日（平成23年3月11日）, 2011-03-11（平成23年）
BESIDE = re.compile(
    rf"{COUNT}(?:年{MONTH}\s*[(]\s*|\s*[(]\s*(?=\d{{4}}\s*[年)]))(\d{{4}})年?"
    rf"|(\d{{4}})(?:年?{MONTH}|(?:[-/.]\d{{1,2}}){{2}})\s*[(]\s*{COUNT}(?=[年)])"
)
DAY = re.compile(rf"{ERA}(?:\s*(\d{{1,2}})月)?(?:\s*(\d{{1,2}})日)?")
ADOPTED = re.compile(rf"{ERA}\s*(\d{{1,2}})月\s*(\d{{1,2}})日\s*(?:に)?(策定|制定|決定|議決)")
DECEMBER = 12


def check(subject: Subject) -> Iterator[Finding]:
    for page, block in subject.blocks():
        for stored in texts_in(block.get("value")):
            text = unicodedata.normalize("NFKC", TAG.sub("", stored))
            yield from beside(page, block, text)
            yield from reigns(page, block, text)
            if not page.slug:
                yield from adoption(subject, page, block, text)


def beside(page: PageText, block: Block, text: str) -> Iterator[Finding]:
    """平成23年（2012年）: one of the two is wrong."""
    for found in BESIDE.finditer(text):
        era, count = found[1] or found[5], found[2] or found[6]
        western = int(found[3] or found[4])
        if year_of(era, count) != western:
            message = _("%(words)s: era and year do not agree; %(era)s%(count)s年 is %(year)s.") % {
                "words": found[0].rstrip("( "),
                "era": era,
                "count": count,
                "year": year_of(era, count),
            }
            yield finding("era_mismatch", Level.WARNING, page, block, message, found[0])


def reigns(page: PageText, block: Block, text: str) -> Iterator[Finding]:
    """令和元年4月 lies before the era, 平成32年 after it."""
    for found in DAY.finditer(text):
        era, count = found[1], found[2]
        first, last = span(era)
        year = year_of(era, count)
        month, day = int(found[3] or 0), int(found[4] or 0)
        earliest = date(year, 1, 1) if not month else None
        with suppress(ValueError):
            earliest = earliest or date(year, month, day or 1)
        if earliest is None:
            message = _("There is no such day: %(words)s.") % {"words": found[0]}
            yield finding("no_such_day", Level.WARNING, page, block, message, found[0])
            continue
        latest = end_of(year, month, day)
        if latest < first or earliest > last:
            message = _("%(words)s is not in the era %(era)s; it would be %(right)s.") % {
                "words": found[0],
                "era": era,
                "right": era_year(earliest if day else latest),
            }
            yield finding("era_span", Level.WARNING, page, block, message, found[0])


def adoption(subject: Subject, page: PageText, block: Block, text: str) -> Iterator[Finding]:
    """The day on which the text says that it was adopted, beside that of the paper data."""
    if subject.adopted_on is None:
        return
    for found in ADOPTED.finditer(text):
        with suppress(ValueError):
            day = date(year_of(found[1], found[2]), int(found[3]), int(found[4]))
            if day != subject.adopted_on:
                message = _("The text says %(words)s, the document’s data %(day)s.") % {
                    "words": found[0],
                    "day": subject.adopted_on.isoformat(),
                }
                yield finding("adopted_on", Level.HINT, page, block, message, found[0])


def year_of(era: str, count: str) -> int:
    number = 1 if count == "元" else int(count)
    return span(era)[0].year - 1 + number if era != "明治" else MEIJI_BEGAN - 1 + number


def span(era: str) -> tuple[date, date]:
    """Return the first and the last day of an era; the present one has no end."""
    position = next(index for index, (_start, name) in enumerate(ERAS) if name == era)
    start = ERAS[position][0] if era != "明治" else date(MEIJI_BEGAN, 1, 25)
    if not position:
        return start, date.max
    following = ERAS[position - 1][0]
    # The day on which 明治 or 大正 ended was the first one of the next era as well.
    shared = era in {"明治", "大正"}
    return start, following if shared else following - timedelta(days=1)


def end_of(year: int, month: int, day: int) -> date:
    """Return the last day that a date of year, month and day can mean."""
    if day:
        with suppress(ValueError):
            return date(year, month, day)
    month = month or DECEMBER
    following = date(year + month // DECEMBER, month % DECEMBER + 1, 1)
    return following - timedelta(days=1)
