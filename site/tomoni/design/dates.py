"""Dates as each language writes them; in Japanese with the era that forms and offices use."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
    # Before this day Japan counted by the moon, so no era date can be told from ours.
    (date(1873, 1, 1), "明治"),
)
MEIJI_BEGAN = 1868
WEEKDAYS = "月火水木金土日"


def day_of(moment: date | datetime) -> date:
    """Return the day here, in the site's time zone, on which a moment lies."""
    if isinstance(moment, datetime):
        return timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()
    return moment


def era_year(day: date) -> str:
    """Return 令和8年 for a day in 2026, 令和元年 in an era's first year, nothing before 1873."""
    for start, name in ERAS:
        if day >= start:
            first = MEIJI_BEGAN if name == "明治" else start.year
            year = day.year - first + 1
            return f"{name}{'元' if year == 1 else year}年"
    return ""


def with_era(moment: date | datetime) -> str:
    """Return 2026年11月24日（令和8年11月24日）."""
    day = day_of(moment)
    western = f"{day.year}年{day.month}月{day.day}日"
    era = era_year(day)
    return f"{western}（{era}{day.month}月{day.day}日）" if era else western


def local_date(moment: date | datetime, language: str | None = None) -> str:
    """Return the date as readers of the language expect it.

    Easy Japanese has no era but the weekday, as its guideline asks.
    """
    language = language or get_language() or "ja"
    day = day_of(moment)
    if language == "ja":
        return with_era(day)
    if language == "ja-simple":
        return f"{day.year}年{day.month}月{day.day}日（{WEEKDAYS[day.weekday()]}曜日）"
    return date_format(day, "DATE_FORMAT")
