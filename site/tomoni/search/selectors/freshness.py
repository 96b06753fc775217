"""How fresh events are: what is going on or to come stands before what is over."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from tomoni.search.models import SearchDocument
from tomoni.search.models.documents import WHEN
from tomoni.search.selectors.facets import having
from tomoni.search.stores.protocol import Candidate

# What multiplies the score of an event that is going on, and of one that has just ended.
NOW, OVER = 1.2, 0.6
# An event that is as far away is worth what a page is; one that was over as long ago, half.
AHEAD, AGO = timedelta(days=60), timedelta(days=365)


def freshness_of(candidates: Sequence[Candidate]) -> Callable[[Candidate], float]:
    """Return what tells by how much a candidate's score is multiplied; 1 for what has no time.

    One question to the database, and only where an event has begun: when it ends.
    """
    timed = having({one.signature for one in candidates}, WHEN)
    begins = {one.pk: one.date for one in candidates if one.date and one.signature in timed}
    fresh = _freshness(begins, timezone.now()) if begins else {}
    return lambda one: fresh.get(one.pk, 1.0)


def start_of_today() -> datetime:
    """Return when today began in the town."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def _freshness(begins: Mapping[int, datetime], now: datetime) -> Mapping[int, float]:
    begun = [pk for pk, begin in begins.items() if begin <= now]
    ending = SearchDocument.objects.filter(pk__in=begun, ends__isnull=False)
    ends = dict(ending.values_list("pk", "ends"))
    return {pk: _worth(begin, ends.get(pk), now) for pk, begin in begins.items()}


def _worth(begin: datetime, end: datetime | None, now: datetime) -> float:
    if begin > now:
        return 1 + (NOW - 1) * max(0.0, 1 - (begin - now) / AHEAD)
    # Without an end an event lasts for its day.
    is_over = end < now if end else begin < start_of_today()
    return OVER / (1 + (now - (end or begin)) / AGO) if is_over else NOW
