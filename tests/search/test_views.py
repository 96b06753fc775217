"""The results page, as visitors meet it."""

import re

import pytest
from django.db import connection
from django.utils.html import strip_tags
from wagtail.models import Site

from tomoni.home.models import Section
from tomoni.search import services
from tomoni.search.models import Term
from tomoni.search.queries import MAX_LENGTH
from tomoni.search.terms.book import Form
from tomoni.testing import factories


def more(number: int = 6) -> int:
    """Return how many more statements PostgreSQL takes: savepoints, and hints to its planner."""
    return number if connection.vendor == "postgresql" else 0


@pytest.mark.parametrize("q", ["健康", "健康保険", "国民健康", "保険のて", "ホケン"])
def test_search_finds_any_piece_of_two_signs_or_more(site, put, search, q):
    put("国民健康保険のてびき", text="ほけんのこと")

    assert search(q) == ["国民健康保険のてびき"]


def test_search_wants_every_word(site, put, search):
    put("ごみの日", text="月曜日")
    put("月曜日の会", text="なし")

    assert search("ごみ 月曜") == ["ごみの日"]


@pytest.mark.parametrize(
    "q", ['"', '"abc', "AND", "NEAR(a b)", "a*", "col:x", "^a", "'; --", "((((", "a OR b", "-a"]
)
def test_search_has_no_operators(site, put, client, q):
    put("a b abc x")

    assert client.get("/ja/search/", {"q": q}).status_code == 200


def test_search_puts_titles_first_then_the_newest(site, put, search):
    put("古い頁", text="協働", days=9)
    put("新しい頁", text="協働", days=1)
    put("協働の古い頁", days=99)
    put("協働と自治会", text="自治会", days=999)

    assert search("協働") == ["協働の古い頁", "協働と自治会", "新しい頁", "古い頁"]


def test_search_shows_the_visitors_language_then_japanese_marked(site, put, client):
    factories.make_home("pt-br", of=site.root_page)
    put("NPO の手引き", days=1)
    put("Guia da NPO", locale="pt-br", days=99)
    put("NPO guide", locale="en")

    response = client.get("/pt-br/search/", {"q": "npo"})

    found = response.context["found"]
    assert [result.title for result in found.own] == ["Guia da <mark>NPO</mark>"]
    assert [result.title for result in found.japanese] == ["<mark>NPO</mark> の手引き"]
    page = response.content.decode()
    assert page.index("Guia da") < page.index('id="japanese-results"') < page.index("の手引き")
    assert 'lang="ja"><a href="/ja/x/1/"><mark>NPO</mark> の手引き</a>' in page
    assert re.search(r'<span lang="ja">\s*<span class="tag">日本語</span>', page)


def test_search_in_japanese_has_one_group(site, put, client):
    put("ごみの日")

    found = client.get("/ja/search/", {"q": "ごみ"}).context["found"]

    assert (len(found.own), found.japanese, found.count) == (1, (), 1)


def test_search_hides_what_lies_in_a_language_without_a_front_page(site, put, client):
    home = factories.make_home("pt-br", of=site.root_page)
    put("Lixo", locale="pt-br")
    assert client.get("/pt-br/search/", {"q": "lixo"}).context["found"].count == 1
    home.unpublish()

    response = client.get("/pt-br/search/", {"q": "lixo"})

    assert (response.status_code, response["Location"]) == (302, "/ja/search/?q=lixo")


def test_search_without_any_front_page_is_not_found(db, client):
    Site.objects.all().delete()

    assert client.get("/ja/search/", {"q": "x"}).status_code == 404


def test_search_escapes_what_was_typed_and_what_was_written(site, put, client):
    put("<script>alert(1)</script>", text="<img src=x onerror=alert(1)> ごみ")

    page = client.get("/ja/search/", {"q": "<script> ごみ"}).content.decode()

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;<mark>script</mark>&gt;" in page


def test_search_fills_the_boxes_with_what_was_typed(site, put, client):
    page = client.get("/ja/search/", {"q": 'ご"み'}).content.decode()

    assert page.count('value="ご&quot;み"') == 2


def test_search_box_takes_as_much_as_is_searched(site, client):
    page = client.get("/ja/search/").content.decode()

    assert page.count(f'maxlength="{MAX_LENGTH}"') == 2


@pytest.mark.parametrize(("code", "comma"), [("ja", "、"), ("pt-br", ", ")])
def test_words_are_listed_as_the_language_does(site, put, client, code, comma):
    if code != "ja":
        factories.make_home(code, of=site.root_page)
    forms = [("ja", "ごみ"), ("ja", "廃棄物"), ("pt-br", "lixo"), ("pt-br", "resíduos")]
    services.save_term(term=Term(slug="waste"), forms=[Form(*one) for one in forms], glosses={})
    put("ごみの日 会館")

    page = client.get(f"/{code}/search/", {"q": "lixo 会館 xxxx yyyy"}).content.decode()

    listed = re.search(r'<p class="search-note search-also">(.*?)</p>', page, re.DOTALL)[1]
    assert strip_tags(listed).strip().endswith(f"ごみ{comma}廃棄物")
    assert f"xxxx{comma}yyyy" in page


def test_search_of_nothing_asks_nobody_and_invites(site, put, client, django_assert_num_queries):
    client.get("/ja/search/")

    with django_assert_num_queries(0):
        response = client.get("/ja/search/", {"q": "\u3000"})

    assert (response.status_code, response.context["found"].count) == (200, 0)


def test_search_that_finds_nothing_names_whom_to_ask(site, put, client):
    section = Section.objects.create(
        name="市民協働課", phone="0123-45-6789", locale=factories.make_locale("ja")
    )
    home = site.root_page.specific
    home.section = section
    home.save()

    page = client.get("/ja/search/", {"q": "ありえない語"}).content.decode()

    assert "ありえない語" in page
    assert "市民協働課" in page
    assert "tel:0123456789" in page


@pytest.mark.parametrize(
    ("page", "number"),
    [
        ("1", 1), ("3", 3), ("4", 3), ("0", 3), ("-1", 3), ("abc", 1), ("", 1), ("1e3", 1),
        ("9" * 5000, 3), ("２", 2), ("٣", 3), ("1.5", 1), ("\x00", 1), ("inf", 1),
    ],
)  # fmt: skip
def test_search_survives_any_page_number(site, put, client, page, number):
    for count in range(25):
        put(f"ごみ{count:02}", days=count)

    response = client.get("/ja/search/", {"q": "ごみ", "page": page})

    if "\x00" in page:
        assert response.status_code == 400
    else:
        assert response.context["found"].page.number == number


def test_search_pages_hold_every_result_once(site, put, search):
    factories.make_home("pt-br", of=site.root_page)
    for count in range(12):
        put(f"Guia {count:02} npo", locale="pt-br")
        put(f"手引き {count:02} npo")

    pages = [search("npo", code="pt-br", page=str(page)) for page in (1, 2, 3)]

    assert [len(titles) for titles in pages] == [10, 10, 4]
    assert len({title for titles in pages for title in titles}) == 24


@pytest.mark.parametrize("count", [1, 3, 300])
def test_search_asks_the_database_as_often_whatever_its_size(
    site, put, client, django_assert_num_queries, count
):
    for number in range(count):
        put(f"ごみ{number}")
    client.get("/ja/search/", {"q": "ごみ"})

    # Counts and texts are one question to the store.
    with django_assert_num_queries(8 + more(4)):
        client.get("/ja/search/", {"q": "ごみ"})


def test_search_that_finds_nothing_asks_little(site, put, client, django_assert_num_queries):
    client.get("/ja/search/", {"q": "なし"})

    # What no text holds is counted each time, which on PostgreSQL takes hints.
    hints = 1 if more() else 0
    with django_assert_num_queries(7 + more() + hints):
        client.get("/ja/search/", {"q": "なし"})


def test_search_only_reads(site, put, client):
    assert client.post("/ja/search/", {"q": "ごみ"}).status_code == 405
