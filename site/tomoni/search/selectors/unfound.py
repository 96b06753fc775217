"""What residents asked for and did not find, week by week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.timezone import localdate

from tomoni.search.models import AskedWeek, AskedWords
from tomoni.search.models.asked import ENOUGH, week_of
from tomoni.search.policies import may_see_unfound

NOTHING, PARTLY, UNOPENED = "nothing", "partly", "unopened"
# Hardly anybody opened a result: of so many visits or more, fewer than one in ten.
TELLING, RARELY = 10, 10
WEEKS_SHOWN = 8
NAMED_IN_PANEL = 5


@dataclass(frozen=True)
class Bar:
    """A week of a trend: visits that found all, and those that did not."""

    begins: date
    asked: int
    missed: int


def unfound() -> QuerySet[Any]:  # Any: words with their counts and their kind
    """Return all words that enough visits have asked for and half of them did not find.

    Who has no scripts tells nothing of results that were opened, so words count as not opened
    only where such news comes from their language at all.
    """
    told = AskedWeek.objects.filter(words__locale=OuterRef("locale"), opened__gt=0)
    rows = (
        AskedWords.objects.exclude(text="")
        .annotate(
            asked=_sum("asked"),
            nothing=_sum("nothing"),
            partly=_sum("partly"),
            opened=_sum("opened"),
        )
        .filter(asked__gte=ENOUGH)
    )
    kind = Case(
        When(nothing__gt=0, nothing__gte=F("asked") - F("nothing"), then=Value(NOTHING)),
        When(
            Q(partly__gt=0) | Q(nothing__gt=0),
            asked__lte=2 * (F("nothing") + F("partly")),
            then=Value(PARTLY),
        ),
        When(
            Exists(told), asked__gte=TELLING, asked__gt=RARELY * F("opened"), then=Value(UNOPENED)
        ),
        default=Value(""),
    )
    return rows.annotate(kind=kind).exclude(kind="")


def with_weeks(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Bring the weeks along that a trend shows."""
    weeks = AskedWeek.objects.filter(begins__gt=_first() - timedelta(weeks=1))
    return rows.prefetch_related(Prefetch("weeks", queryset=weeks, to_attr="recent"))


def trend(weeks: Sequence[AskedWeek]) -> tuple[Bar, ...]:
    """Return the last weeks, empty ones among them, the present one last."""
    counted = {week.begins: week for week in weeks}
    days = [_first() + timedelta(weeks=number) for number in range(WEEKS_SHOWN)]
    return tuple(
        Bar(day, week.asked, week.nothing + week.partly)
        if (week := counted.get(day))
        else Bar(day, 0, 0)
        for day in days
    )


def this_week(request: HttpRequest) -> Mapping[str, Any] | None:
    """Return what nobody found this week for the dashboard, to those who may help."""
    if not may_see_unfound(request.user):
        return None
    week = AskedWeek.objects.filter(
        words=OuterRef("pk"), begins=week_of(localdate()), nothing__gt=0
    )
    rows = unfound().filter(Exists(week), kind=NOTHING, is_put_aside=False).order_by("-asked", "pk")
    return {"count": rows.count(), "first": list(rows[:NAMED_IN_PANEL])}


def _sum(name: str) -> Coalesce:
    return Coalesce(Sum(f"weeks__{name}"), 0)


def _first() -> date:
    return week_of(localdate()) - timedelta(weeks=WEEKS_SHOWN - 1)
