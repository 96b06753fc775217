"""Count what was asked, and forget it in time."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Sum
from django.utils.timezone import localdate

from tomoni.search.models import AskedWeek, AskedWords
from tomoni.search.models.asked import ENOUGH, week_of

# Weeks within which so many must come together, and weeks for which counts are kept.
WEEKS_TO_COME_TOGETHER = 8
WEEKS_KEPT = 26


@dataclass(frozen=True)
class Outcome:
    """What a visitor was answered."""

    nothing: bool = False
    partly: bool = False


@transaction.atomic
def count_asked(*, locale: str, key: str, text: str, outcome: Outcome) -> None:
    """Count one visit; its words are stored only if enough visits have asked the same."""
    words, _is_new = AskedWords.objects.get_or_create(locale=locale, key=key)
    week, _is_new = AskedWeek.objects.get_or_create(words=words, begins=week_of(localdate()))
    AskedWeek.objects.filter(pk=week.pk).update(
        asked=F("asked") + 1,
        nothing=F("nothing") + int(outcome.nothing),
        partly=F("partly") + int(outcome.partly),
    )
    if not words.text and _visits(words) >= ENOUGH:
        AskedWords.objects.filter(pk=words.pk).update(text=text)


def count_opened(*, locale: str, key: str) -> None:
    """Count that a visit opened something, if its question was counted this week."""
    AskedWeek.objects.filter(
        words__locale=locale, words__key=key, begins=week_of(localdate())
    ).update(opened=F("opened") + 1)


@transaction.atomic
def forget_old() -> None:
    """Delete counts that are old, and words that too few asked in the time that is left."""
    this = week_of(localdate())
    AskedWeek.objects.filter(begins__lt=this - timedelta(weeks=WEEKS_KEPT)).delete()
    AskedWeek.objects.filter(
        words__text="", begins__lt=this - timedelta(weeks=WEEKS_TO_COME_TOGETHER)
    ).delete()
    AskedWords.objects.filter(weeks=None).delete()
    rare = AskedWords.objects.exclude(text="").alias(visits=Sum("weeks__asked"))
    AskedWords.objects.filter(pk__in=rare.filter(visits__lt=ENOUGH).values("pk")).delete()


def put_aside(*, words: AskedWords, aside: bool) -> None:
    """Take words out of the list, or back into it."""
    AskedWords.objects.filter(pk=words.pk).update(is_put_aside=aside)


def _visits(words: AskedWords) -> int:
    since = week_of(localdate()) - timedelta(weeks=WEEKS_TO_COME_TOGETHER)
    counted = words.weeks.filter(begins__gte=since).aggregate(all=Sum("asked"))
    return counted["all"] or 0
