"""Did you mean: nearer words, from the term base and from texts that everybody may read."""

import pytest
from wagtail.models import PageViewRestriction

from tomoni.search.models import Term
from tomoni.search.selectors.nearest import vocabulary_near
from tomoni.search.selectors.terms import lookup
from tomoni.search.services.languages import count_words
from tomoni.testing import factories


@pytest.fixture
def meant(client):
    """`meant("ごみ")` gives the question that the page proposes instead, or None."""

    def correction(q: str, *, code: str = "ja") -> str | None:
        found = client.get(f"/{code}/search/", {"q": q}).context["found"]
        return found.correction.text if found.correction else None

    return correction


@pytest.fixture
def texts(site, put):
    factories.make_home("pt-br", of=site.root_page)
    # Words that stand in one text only may be somebody's slip.
    for _time in range(2):
        put("国民健康保険のてびき", text="ボランティアの申込書")
        put("Inscrição para voluntários", locale="pt-br", text="Biblioteca municipal")
    for locale in ("ja", "pt-br"):
        count_words(locale)


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("国民健康補険", "国民健康保険"),
        ("ボラソティア", "ボランティア"),
        ("ボラソティア 申込書", "ボランティア 申込書"),
    ],
)
def test_correction_mends_japanese(texts, meant, q, expected):
    assert meant(q) == expected


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("bibliotaca", "Biblioteca"),
        ("inscricaao", "Inscrição"),
        ("voluntarioss biblioteca", "voluntários biblioteca"),
    ],
)
def test_correction_writes_words_as_texts_do(texts, meant, q, expected):
    assert meant(q, code="pt-br") == expected


@pytest.mark.parametrize(
    "q", ["国民健康保険", "ボランティア", "ごみ", "xyzzyx", "あ", "???", "9999"]
)
def test_correction_is_silent_where_a_word_is_right_or_nothing_is_near(texts, meant, q):
    assert meant(q) is None


def test_correction_knows_the_term_base(site, meant):
    factories.make_home("pt-br", of=site.root_page)
    term = Term.objects.create(slug="jichikai")
    term.forms.create(locale="pt-br", text="associação de moradores", is_preferred=True)

    for typed in ("asociação de moradores", "associacao de moradoress", "asociasao de moradores"):
        assert meant(typed, code="pt-br") == "associação de moradores"


def test_correction_tells_no_word_of_a_closed_page(site, committed, meant):
    home = site.root_page.specific
    pages = [factories.make_page(parent=home, title="バンドネオン教室", slug=name) for name in "ab"]
    with committed():
        for page in pages:
            page.save_revision().publish()
    count_words("ja")
    assert meant("バンドネオソ教室") == "バンドネオン教室"

    for page in pages:
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert meant("バンドネオソ教室") is None


def test_correction_is_shown_with_its_language_and_leads_to_the_mended_question(texts, client):
    page = client.get("/ja/search/", {"q": "ボラソティア"}).content.decode()

    assert '<a href="?q=%E3%83%9C%E3%83%A9%E3%83%B3%E3%83%86%E3%82%A3%E3%82%A2" lang="ja">' in page


@pytest.mark.parametrize("pieces", [["bibliotaca"], ["bibliotaca", "inscricaao", "voluntarioss"]])
def test_correction_asks_the_database_once_for_all_pieces(texts, django_assert_num_queries, pieces):
    lookup()

    with django_assert_num_queries(1):
        known = vocabulary_near(pieces, "pt-br")

    assert {"biblioteca"} <= set(known.tokens)
