"""Read answers, and say where the question stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import TruncWeek
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from tomoni.api import HomePage, PublicPage, SiteFrame
from tomoni_feedback.models import Answer

WEEKS = 12
PLOT_HEIGHT, BAR_STEP = 60, 20


@dataclass(frozen=True)
class Week:
    """The answers of a week that begins on a Monday."""

    begins: date
    yes: int
    no: int

    @property
    def total(self) -> int:
        return self.yes + self.no


@dataclass(frozen=True)
class Bar:
    """A week in the plot: its place and the heights of its two parts, in the plot's units."""

    week: Week
    x: int
    yes_top: float
    yes_height: float
    no_top: float
    no_height: float


def question_for(context: Mapping[str, Any]) -> Mapping[str, object] | None:
    """Return the address of the question for this page.

    The front page does not ask; about a closed page nobody can answer.
    """
    page, frame = context.get("page"), context.get("frame")
    if not isinstance(page, PublicPage) or isinstance(page, HomePage) or not page.pk:
        return None
    if isinstance(frame, SiteFrame) and frame.hides(page.path):
        return None
    return {"url": reverse("plugins:feedback:give", kwargs={"page_id": page.pk})}


def recent_weeks(request: HttpRequest) -> Mapping[str, object] | None:
    """Return the last twelve weeks for the dashboard, to those who may read answers."""
    if not request.user.has_perm("tomoni_feedback.view_answer"):
        return None
    weeks = weeks_until(timezone.localdate())
    top = max([week.total for week in weeks] or [0])
    return {
        "bars": bars_of(weeks, top=max(top, 1)),
        "total": sum(week.total for week in weeks),
        "yes": sum(week.yes for week in weeks),
    }


def bars_of(weeks: list[Week], *, top: int) -> list[Bar]:
    """Return the bars of the plot; the fullest week reaches its whole height."""
    unit = PLOT_HEIGHT / top
    return [
        Bar(
            week=week,
            x=number * BAR_STEP,
            yes_top=PLOT_HEIGHT - week.yes * unit,
            yes_height=week.yes * unit,
            no_top=PLOT_HEIGHT - week.total * unit,
            no_height=week.no * unit,
        )
        for number, week in enumerate(weeks)
    ]


def weeks_until(today: date) -> list[Week]:
    """Return twelve weeks, the present one last, empty ones among them. One query."""
    first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    rows = (
        Answer.objects.filter(given_at__date__gte=first)
        .order_by()
        .annotate(week=TruncWeek("given_at"))
        .values("week")
        .annotate(yes=Count("pk", filter=Q(helpful=True)), no=Count("pk", filter=Q(helpful=False)))
    )
    counted = {timezone.localtime(row["week"]).date(): row for row in rows}
    begins = [first + timedelta(weeks=number) for number in range(WEEKS)]
    return [
        Week(begins=day, yes=counted[day]["yes"], no=counted[day]["no"])
        if day in counted
        else Week(begins=day, yes=0, no=0)
        for day in begins
    ]
