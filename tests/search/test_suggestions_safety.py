"""Suggestions name nothing that the public may not see, follow the index, and survive anything."""

import pytest
from django.db import connection
from tests.search.test_receivers import restrict
from wagtail.models import Page

from tomoni.home.models import StandardPage
from tomoni.search import services
from tomoni.search.models import IndexedLanguage, SearchDocument, SuggestionKey, Term
from tomoni.search.selectors.standing import stale_languages
from tomoni.search.services import following
from tomoni.search.services.rebuilding import analyse_anew
from tomoni.search.terms.book import read_form
from tomoni.testing import factories


@pytest.fixture
def suggest(client):
    """`suggest("秘")` gives the texts that are offered, with their addresses."""

    def texts(q: str, *, code: str = "ja") -> dict[str, str]:
        answer = client.get(f"/{code}/search/suggest", {"q": q}).json()
        return {one["text"]: one["url"] for one in answer["suggestions"]}

    return texts


@pytest.fixture
def home(site) -> Page:
    return site.root_page


def rebuild() -> None:
    services.rebuild(started=lambda _count: None, advanced=lambda _steps: None)


def keys() -> set[str]:
    return {str(key) for key in SuggestionKey.objects.all()}


def test_published_page_is_offered_at_its_address(home, committed, suggest):
    with committed():
        factories.make_page(home, title="協働の頁", slug="page")

    assert suggest("協") == {"協働の頁": "/ja/page/"}


def test_draft_is_not_offered(home, committed, suggest):
    with committed():
        page = factories.make_page(home, title="協働の頁")
        home.add_child(
            instance=StandardPage(title="秘密", slug="draft", live=False, locale=home.locale)
        )
    with committed():
        page.title = "秘密の頁"
        page.save_revision()

    assert (suggest("秘"), list(suggest("協"))) == ({}, ["協働の頁"])


def test_page_that_was_taken_back_is_not_offered(home, committed, suggest):
    with committed():
        page = factories.make_page(home, title="秘密")
    before = list(suggest("秘"))
    with committed():
        page.unpublish()

    assert (before, suggest("秘"), keys()) == (["秘密"], {}, set())


@pytest.mark.parametrize("act", ["unpublish", "close", "delete", "move"])
def test_nothing_is_offered_before_the_index_has_followed(home, committed, suggest, act):
    with committed():
        page = factories.make_page(home, title="秘密", slug="secret")
        closed = factories.make_page(home, title="係", slug="closed")
        restrict(closed)
    before = list(suggest("秘"))

    # Without `committed` the index does not follow.
    if act == "unpublish":
        page.unpublish()
    elif act == "close":
        restrict(page)
    elif act == "delete":
        Page.objects.get(pk=page.pk).delete()
    else:
        page.move(closed, pos="last-child")

    assert before == ["秘密"]
    assert SearchDocument.objects.filter(title="秘密").exists()
    assert suggest("秘") == {}


def test_what_lies_behind_a_closed_door_is_not_offered(home, committed, suggest):
    with committed():
        door = factories.make_page(home, title="秘密")
        factories.make_page(door, title="秘密の子")
    before = set(suggest("秘"))
    with committed():
        restriction = restrict(door)
    closed = suggest("秘")
    with committed():
        restriction.delete()

    assert (before, closed, set(suggest("秘"))) == ({"秘密", "秘密の子"}, {}, before)


def test_page_of_a_language_that_is_not_offered_is_not_offered(home, committed, suggest):
    portuguese = factories.make_home("pt-br", of=home)
    with committed():
        factories.make_page(portuguese, title="Segredo")
    before = list(suggest("seg", code="pt-br"))
    portuguese.unpublish()

    assert (before, suggest("seg", code="pt-br"), suggest("seg")) == (["Segredo"], {}, {})


def test_renamed_page_is_offered_by_its_new_title_alone(home, committed, suggest):
    with committed():
        page = factories.make_page(home, title="旧い名")
    with committed():
        page.title = "新しい名"
        page.save_revision().publish()

    assert (list(suggest("旧")), list(suggest("新"))) == ([], ["新しい名"])


def test_deleted_page_leaves_no_keys(home, committed):
    with committed():
        page = factories.make_page(home, title="消える頁")
    before = keys()
    with committed():
        page.delete()

    assert ("消える頁" in before, keys()) == (True, set())


def test_rebuilding_fills_what_an_older_release_left_empty(home, committed, suggest):
    with committed():
        factories.make_page(home, title="協働の頁")
    SuggestionKey.objects.all().delete()
    before = suggest("協")

    rebuild()

    assert (before, list(suggest("協"))) == ({}, ["協働の頁"])


def test_index_of_an_older_release_is_filled_by_the_periodic_task(home, committed, suggest):
    with committed():
        factories.make_page(home, title="協働の頁")
    SuggestionKey.objects.all().delete()
    IndexedLanguage.objects.update(identity="ja 1 sudachi as of old")

    following.follow_due()

    assert (stale_languages(), list(suggest("協"))) == ([], ["協働の頁"])


def test_analysing_anew_keeps_each_key_once(home, committed):
    with committed():
        factories.make_page(home, title="協働の頁")
    before = sorted(map(str, SuggestionKey.objects.all()))

    analyse_anew("ja")

    assert sorted(map(str, SuggestionKey.objects.all())) == before != []


def test_suggestions_need_no_search_server(site, put, suggest, settings):
    settings.TOMONI_SEARCH = {
        **settings.TOMONI_SEARCH,
        "STORE": "elasticsearch",
        "HOSTS": "http://127.0.0.1:9",
    }
    put("協働の頁")

    assert list(suggest("協")) == ["協働の頁"]


@pytest.mark.parametrize("count", [1, 3])
def test_suggestions_ask_the_database_as_often_whatever_is_offered(
    home, committed, suggest, django_assert_num_queries, count
):
    with committed():
        for number in range(count):
            factories.make_page(home, title=f"協働の頁{number}")
    suggest("協")

    with django_assert_num_queries(3):
        found = suggest("協働 頁")

    assert len(found) == count


@pytest.mark.parametrize("count", [1, 3])
def test_words_ask_the_database_as_often_however_many_there_are(
    site, put, suggest, django_assert_num_queries, count
):
    put("索引", text="協働一 協働二 協働三")
    for number in "一二三"[:count]:
        forms = [read_form("ja", f"協働{number}")]
        services.save_term(term=Term(slug=f"term-{ord(number)}"), forms=forms, glosses={})
    suggest("協")

    # Beginnings of titles; languages, rarities, and of what is new the index itself. PostgreSQL
    # takes a savepoint for that, and plans it anew.
    with django_assert_num_queries(8 if connection.vendor == "postgresql" else 5):
        found = suggest("協")

    assert len(found) == count


@pytest.mark.parametrize("q", ["", " ", "\u3000", "a", "・", "。", "\u202e"])
def test_what_says_nothing_asks_nobody(site, suggest, django_assert_num_queries, q):
    suggest("x")

    with django_assert_num_queries(0):
        assert suggest(q) == {}


def test_answer_may_be_kept_for_a_minute_by_all_and_is_not_indexed(site, client):
    answer = client.get("/ja/search/suggest", {"q": "協"})

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies


def test_suggestions_only_read(site, client):
    assert client.post("/ja/search/suggest", {"q": "協"}).status_code == 405


def test_without_any_front_page_nothing_is_offered(db, client):
    assert client.get("/ja/search/suggest", {"q": "協"}).json()["suggestions"] == []


HOSTILE = [
    "\x00", "協\x00働", "%", "_", "'", '"', "\\", "';--", "協'", "ʳ", "ʳzi", "\xff",
    "\U0010ffff", "協" * 10_000, "a b " * 3000, "é" * 10_000, "<script>alert(1)</script>", "{}",
    "%s %s", "%(x)s", "\u0301", "ｶﾞ" * 500, "ᄀ" * 200, "ﷺ" * 200, "🏠", "-" * 300,
    "jjjjj", "n'n'n'",
]  # fmt: skip


@pytest.mark.parametrize("code", ["ja", "ko", "ne", "zh-hans", "vi"])
def test_suggestions_survive_whatever_is_typed(site, put, client, code):
    if code != "ja":
        factories.make_home(code, of=site.root_page)
    statuses = {}

    for q in HOSTILE:
        put(q[:300].replace("\x00", "") or "x", locale=code)
        statuses[q] = client.get(f"/{code}/search/suggest", {"q": q}).status_code

    assert statuses == {q: 400 if "\x00" in q else 200 for q in HOSTILE}


@pytest.mark.parametrize("query", ["", "q", "q=a&q=協", "q[]=協", "q=%ff%fe", "q=%ed%a0%80", "x=1"])
def test_suggestions_survive_whatever_is_sent(site, client, query):
    assert client.get(f"/ja/search/suggest?{query}").status_code == 200


def test_only_the_first_hundred_signs_count(site, put, suggest):
    put("協" * 120)

    assert list(suggest("協" * 110 + "x")) == ["協" * 120]
