"""Read which documents are to be looked through, and when."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from wagtail.permissions import page_permission_policy

from tomoni.guidelines.models import GuidelinePage, State

OVER = (State.SUPERSEDED, State.REPEALED)
SOON = timedelta(days=30)
SHOWN = 5


@dataclass(frozen=True)
class Due:
    """A document with its date, for the panel on the first page of the admin."""

    page_id: int
    title: str
    day: date
    is_overdue: bool


def with_review_date(*, user: Any) -> QuerySet[GuidelinePage]:
    """Return the documents with a date that this person may edit, the earliest first."""
    mine = page_permission_policy.instances_user_has_permission_for(user, "change")
    found: QuerySet[GuidelinePage] = (
        GuidelinePage.objects.filter(review_due__isnull=False, pk__in=mine.values("pk"))
        .exclude(state__in=OVER)
        .select_related("section")
        .order_by("review_due", "title")
    )
    return found


def due_for_mail(*, today: date) -> QuerySet[GuidelinePage]:
    """Return the published documents whose section has not been reminded of this date yet."""
    found: QuerySet[GuidelinePage] = (
        GuidelinePage.objects.live()
        .filter(review_due__lte=today)
        .filter(Q(review_mailed_for__isnull=True) | ~Q(review_mailed_for=F("review_due")))
        .exclude(Q(section__isnull=True) | Q(section__email="") | Q(state__in=OVER))
        .select_related("section", "locale")
        .order_by("pk")
    )
    return found


def due_soon(*, user: Any) -> tuple[Due, ...]:
    """Return the few documents whose date is over or near. One query beside the permissions."""
    today = timezone.localdate()
    near = with_review_date(user=user).filter(review_due__lte=today + SOON)[:SHOWN]
    return tuple(
        Due(one.pk, one.title, one.review_due, is_overdue=one.review_due < today)
        for one in near
        if one.review_due
    )
