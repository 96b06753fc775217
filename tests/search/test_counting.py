"""Questions are counted, and nothing is kept that tells of one visitor."""

import logging
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from tests.search.asking import ask, open_one, rows_of_database

from tomoni.search.models import AskedWeek, AskedWords
from tomoni.search.models.asked import ENOUGH
from tomoni.search.services.counting import forget_old

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "q",
    [
        "taro@town.example", "taro ＠ town.example", "taro(at)town.example", "090-1234-5678",
        "０９０ １２３４ ５６７８", "(0123)45-6789", "山田 82-1234", "1234 5678 9012",
        "123456789012", "〇九〇一二三四五六七八", "+81 90 1234 5678", "०९०१२३४५६७",
        "昭和 1950/01/02",
        "a" * 81, "?!", "",
    ],
)  # fmt: skip
def test_texts_that_may_name_somebody_are_never_stored(site, q):
    ask(q, visits=ENOUGH + 1)

    assert (AskedWords.objects.count(), AskedWeek.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "q", ["2026年度", "119", "令和8年11月", "国民健康保険", "3歳児健診", "24h"]
)
def test_everyday_numbers_are_counted(site, q):
    ask(q, visits=ENOUGH)

    assert AskedWords.objects.get().text == q


def test_visitor_who_asks_again_counts_once(site):
    for _again in range(7):
        ask("ありえない語")
        ask("ありえない　語")

    assert AskedWeek.objects.get().asked == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-purpose": "prefetch"},
        {"purpose": "prefetch"},
        {"user-agent": "Mozilla/5.0 (compatible; SomeBot/2.1)"},
        {"cookie": "sessionid=abc"},
    ],
)
def test_what_no_visitor_typed_is_not_counted(site, headers):
    ask("ありえない語", visits=ENOUGH, **headers)

    assert AskedWords.objects.count() == 0


@pytest.mark.parametrize("sent", [{"page": "2"}, {"sort": "newest"}, {"near": "35,139"}])
def test_further_pages_and_orders_are_no_new_question(site, client, sent):
    client.get("/ja/search/", {"q": "ありえない語", **sent})
    client.head("/ja/search/", {"q": "ありえない語"})

    assert AskedWords.objects.count() == 0


def test_filters_are_no_new_question(put, site, client):
    put("赤い物", facets={"colour": ("red",)})

    client.get("/ja/search/", {"q": "物", "colour": "red"})

    assert AskedWords.objects.count() == 0


def test_house_that_asks_without_end_is_counted_no_more(site, monkeypatch):
    monkeypatch.setattr("tomoni.search.unfound.visits.MOST_AN_HOUR", 3)
    for number in range(6):
        ask("語" * (number + 1))

    assert AskedWords.objects.count() == 3


def test_nothing_about_a_visitor_is_kept_in_the_open(site):
    ask("ありえない語", **{"user-agent": "Netscape 4"})

    kept = str(caches["visits"]._cache)
    assert "10.0.0.0" not in kept + rows_of_database()
    assert "Netscape" not in kept + rows_of_database()


def test_question_that_cannot_be_counted_is_answered_all_the_same(site, client, caplog, settings):
    def refuse(execute, sql, *args):
        if "tomoni_search_asked" in sql:
            raise OperationalError("database is locked: ありえない語")
        return execute(sql, *args)

    with connection.execute_wrapper(refuse), caplog.at_level(logging.WARNING):
        answer = client.get("/ja/search/", {"q": "ありえない語"})

    assert answer.status_code == 200
    assert [record.getMessage() for record in caplog.records] == [
        "A question could not be counted: OperationalError"
    ]


def test_counting_asks_the_database_little(site, client):
    ask("ありえない語", visits=2)
    before = AskedWeek.objects.get()

    with CaptureQueriesContext(connection) as asked:
        client.get("/ja/search/", {"q": "ありえない語"})

    before.refresh_from_db()
    assert before.asked == 3
    assert len([one for one in asked if "tomoni_search_asked" in one["sql"]]) == 4


def test_results_page_tells_what_is_opened_where_something_is_found(put, site, client):
    put("ごみの日")

    pages = [client.get("/ja/search/", {"q": q}).content.decode() for q in ("ごみ", "ない語", "")]

    assert ["tomoni/search/opened.js" in page for page in pages] == [True, False, False]
    assert 'class="search-results"' in pages[0]


def test_opened_results_count_once_for_each_visit_that_asked(put, site):
    put("ごみの日")
    ask("ごみ", visits=3)

    open_one("ごみ", visits=2)
    open_one("ごみ", visits=2)
    open_one("ごみ", visits=2, start=50)
    open_one("ごみ", visits=1, code="en")

    assert AskedWeek.objects.get().opened == 2


@pytest.mark.parametrize(
    ("visits", "weeks", "left"), [(4, 8, 1), (4, 9, 0), (5, 26, 1), (5, 27, 0)]
)
def test_counts_are_forgotten_in_time(site, visits, weeks, left):
    ask("ありえない語", visits=visits)
    week = AskedWeek.objects.get()
    AskedWeek.objects.update(begins=week.begins - timedelta(weeks=weeks))

    forget_old()

    assert (AskedWords.objects.count(), AskedWeek.objects.count()) == (left, left)


def test_words_become_rare_again_and_are_forgotten(site):
    ask("ありえない語", visits=3)
    AskedWeek.objects.update(begins=AskedWeek.objects.get().begins - timedelta(weeks=7))
    ask("ありえない語", visits=2, start=50)
    assert AskedWords.objects.get().text == "ありえない語"
    old = AskedWeek.objects.order_by("begins").first()
    AskedWeek.objects.filter(pk=old.pk).update(begins=old.begins - timedelta(weeks=20))

    forget_old()

    assert AskedWords.objects.count() == 0


@pytest.mark.parametrize(
    "q", ["\x00", "\ud800", "'; DROP TABLE x; --", "a" * 10_000, "%s%s", "\u202e"]
)
def test_opening_survives_any_words(site, client, q):
    body = f"q={q}".encode("utf-8", "surrogatepass")

    answer = client.post(
        "/ja/search/opened/", body, content_type="application/x-www-form-urlencoded"
    )

    assert answer.status_code == 204
    assert client.get("/ja/search/opened/").status_code == 405
