"""Events that are going on or to come stand before those that are over."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tomoni.search.selectors.freshness import NOW, OVER, freshness_of, start_of_today
from tomoni.search.stores.protocol import Candidate

DAY = timedelta(days=1)


@pytest.fixture
def event(put):
    """`event(title, begins, ends)` is findable; both are counted from now."""

    def one(title, begins, ends=None):
        now = timezone.now()
        return put(title, text="広場", starts=now + begins, ends=ends and now + ends)

    return one


def test_events_to_come_stand_before_pages_and_pages_before_what_is_over(site, put, event, search):
    put("朝市の話", text="広場")
    event("朝市の日", -400 * DAY, -399 * DAY)
    event("朝市の会", -3 * DAY, -2 * DAY)
    event("朝市の回", 5 * DAY)
    event("朝市の展", -10 * DAY, 10 * DAY)

    assert search("朝市") == ["朝市の展", "朝市の回", "朝市の話", "朝市の会", "朝市の日"]


@pytest.mark.parametrize(
    ("begins", "ends", "worth"),
    [
        (60 * DAY, None, 1.0),
        (365 * DAY, 366 * DAY, 1.0),
        (30 * DAY, None, (1 + NOW) / 2),
        (-DAY, DAY, NOW),
        (-3 * DAY, -timedelta(minutes=1), OVER),
        (-366 * DAY, -365 * DAY, OVER / 2),
        (-2 * DAY, None, OVER),
    ],
)
def test_event_is_worth_less_the_farther_away_it_is(site, event, begins, ends, worth):
    row = event("朝市", begins, ends)
    candidate = Candidate(row.pk, None, signature=row.signature_id, date=row.starts)

    assert freshness_of([candidate])(candidate) == pytest.approx(worth, abs=0.01)


def test_event_without_an_end_lasts_for_its_day(site, put):
    row = put("朝市", starts=start_of_today())
    candidate = Candidate(row.pk, None, signature=row.signature_id, date=row.starts)

    assert freshness_of([candidate])(candidate) == NOW


def test_page_is_not_worth_less_for_its_age(site, put):
    row = put("朝市", days=4_000)
    candidate = Candidate(row.pk, None, signature=row.signature_id, date=row.dated)

    assert freshness_of([candidate])(candidate) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_ends_are_asked_for_once_and_only_of_what_has_begun(site, event, client, number):
    counts = []
    for begins in (DAY, -DAY):
        for _ in range(number):
            event("朝市", begins)
        client.get("/ja/search/", {"q": "朝市"})
        with CaptureQueriesContext(connection) as asked:
            client.get("/ja/search/", {"q": "朝市"})
        counts.append(len(asked))

    assert counts[1] == counts[0] + 1


def test_explanation_tells_boost_and_freshness(site, put, event):
    event("朝市", -2 * DAY, -DAY)
    told = StringIO()

    call_command("search", "朝市", "--explain", stdout=told)

    assert "boost 1.00, freshness 0.60" in told.getvalue()
