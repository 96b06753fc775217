"""Suggestions while typing: what is offered, in which order, marked where it was typed."""

import pytest
from tests.search.conftest import THINGS

from tomoni.search import services
from tomoni.search.models import Term
from tomoni.search.terms.book import read_form
from tomoni.testing import factories


@pytest.fixture
def portuguese(site):
    return factories.make_home("pt-br", of=site.root_page)


@pytest.fixture
def answer(client):
    """`answer("じち")` gives what the server sends."""

    def sent(q: str, *, code: str = "ja") -> list[dict]:
        return client.get(f"/{code}/search/suggest", {"q": q}).json()["suggestions"]

    return sent


@pytest.fixture
def suggest(answer):
    """`suggest("じち")` gives the texts that are offered, in their order."""
    return lambda q, code="ja": [one["text"] for one in answer(q, code=code)]


@pytest.fixture
def offered_in(site, put, suggest):
    """`offered_in("ko", "자치회", "자")` puts a title and gives what is offered there."""

    def offered(code: str, title: str, q: str) -> list[str]:
        factories.make_home(code, of=site.root_page)
        put(title, locale=code)
        return suggest(q, code)

    return offered


@pytest.fixture
def make_term(put):
    """`make_term("npo", ja=["NPO法人"])` saves a term and a text that holds its words."""

    def make(slug: str, *, is_active: bool = True, **forms: list[str]) -> Term:
        put("索引", text="。".join(line for lines in forms.values() for line in lines))
        return services.save_term(
            term=Term(slug=slug, is_active=is_active),
            forms=[
                read_form(code.replace("_", "-"), line)
                for code, lines in forms.items()
                for line in lines
            ],
            glosses={},
        )

    return make


@pytest.mark.parametrize("q", ["自", "じち", "ｼﾞﾁ", "jichi", "jic", "じc", "町内", "chonaik"])
def test_title_is_offered_at_each_of_its_words(site, put, suggest, q):
    put("自治会・町内会に入る")
    put("ごみの出し方")

    assert suggest(q) == ["自治会・町内会に入る"]


@pytest.mark.parametrize(
    ("code", "title", "q"),
    [
        ("vi", "Đăng ký tạm trú", "dang k"),
        ("zh-hans", "垃圾分类", "分類"),
        ("ko", "자치회 가입", "잧"),
        ("ne", "फोहोर फाल्ने", "phoho"),
        ("es", "Inscripción", "in"),
        ("fil", "Basura", "ba"),
        ("id", "Sampah", "sa"),
        ("en", "Waste", "wa"),
    ],
)
def test_title_is_offered_in_its_language(offered_in, code, title, q):
    assert offered_in(code, title, q) == [title]


def test_titles_that_begin_so_come_first_then_the_heavier_then_the_shorter(site, put, suggest):
    put("古いごみの袋")
    put("ごみの出し方と袋")
    put("ごみの日")
    put("ごみと資源の収集カレンダー", boost=2.0)

    assert suggest("ごみ") == [
        "ごみと資源の収集カレンダー",
        "ごみの日",
        "ごみの出し方と袋",
        "古いごみの袋",
    ]


def test_accents_that_were_typed_count(site, put, suggest):
    factories.make_home("vi", of=site.root_page)
    put("Cấm rác", locale="vi")
    put("Cám ơn", locale="vi")

    assert suggest("cám", "vi") == ["Cám ơn", "Cấm rác"]


def test_words_may_stand_apart(site, put, suggest):
    put("ごみと資源の出し方")
    put("ごみの日")

    assert suggest("ごみ 出") == ["ごみと資源の出し方"]
    assert suggest("dashi gomi") == ["ごみと資源の出し方"]
    assert suggest("ごみ 出 鰐") == []


def test_own_language_comes_first_and_japanese_is_named(portuguese, put, answer):
    put("NPOの手引き")
    put("Guia da NPO", locale="pt-br")
    put("NPO guide", locale="en")

    found = answer("npo", code="pt-br")

    assert [(one["text"], one["html_lang"], one["language"]) for one in found] == [
        ("Guia da NPO", "pt-BR", ""),
        ("NPOの手引き", "ja", "日本語"),
    ]


def test_two_letters_of_another_language_are_no_romaji(portuguese, put, suggest):
    put("自治会")

    assert (suggest("ji", "pt-br"), suggest("jic", "pt-br")) == ([], ["自治会"])


def test_answer_says_all_that_is_shown(site, put, client, make_term):
    put("地域の自治会", url="/ja/x/")
    make_term("association", ja=["自治会館"])

    answer = client.get("/ja/search/suggest", {"q": "jichi"}).json()

    assert answer == {
        "said": "2件の候補",
        "suggestions": [
            {
                "kind": "word",
                "text": "自治会館",
                "pieces": ["", "自治", "会館"],
                "html_lang": "ja",
                "language": "",
                "label": "",
                "url": "/ja/search/?q=%E8%87%AA%E6%B2%BB%E4%BC%9A%E9%A4%A8",
            },
            {
                "kind": "title",
                "text": "地域の自治会",
                "pieces": ["地域の", "自治", "会"],
                "html_lang": "ja",
                "language": "",
                "label": THINGS.label,
                "url": "/ja/x/",
            },
        ],
    }


def test_words_of_the_term_base_come_first_where_they_begin_so(site, put, suggest, make_term):
    put("自治会に入る")
    make_term("association", ja=["自治会"])
    make_term("federation", ja=["連合自治会"])

    assert suggest("自治") == ["自治会", "自治会に入る", "連合自治会"]


def test_word_is_offered_by_the_reading_that_editors_gave_it(site, suggest, make_term):
    make_term("strange", ja=["海月（くらげ）"])

    assert (suggest("くらげ"), suggest("kura")) == (["海月"], ["海月"])


def test_words_are_those_of_the_visitors_language_then_japanese(portuguese, answer, make_term):
    make_term("npo", ja=["NPO法人"], pt_br=["NPO (organização)"], en=["NPO corporation"])

    found = answer("np", code="pt-br")
    japanese = answer("npo", code="pt-br")

    assert [one["text"] for one in found] == ["NPO (organização)"]
    assert [(one["text"], one["language"]) for one in japanese] == [
        ("NPO (organização)", ""),
        ("NPO法人", "日本語"),
    ]


def test_each_thing_is_offered_by_one_word(site, suggest, make_term):
    make_term("waste", ja=["ごみの分別", "ゴミの分別", "ごみ分別"])
    make_term("other", ja=["ごみの分別"])

    assert suggest("ごみ") == ["ごみ分別", "ごみの分別"]


def test_word_that_two_languages_write_alike_is_offered_once(site, answer, make_term):
    factories.make_home("zh-hans", of=site.root_page)
    make_term("after-school-care", ja=["学童保育"], zh_hans=["学童保育"])

    found = answer("学童", code="zh-hans")

    assert [(one["text"], one["language"]) for one in found] == [("学童保育", "")]


def test_word_is_not_offered_beside_a_page_of_that_title(site, put, answer, make_term):
    put("自治会")
    put("自治会", text="もう一つ")
    make_term("association", ja=["自治会"])

    assert [(one["kind"], one["text"]) for one in answer("自治")] == [("title", "自治会")]


def test_words_as_written_come_before_those_that_only_may_become_so(site, suggest, make_term):
    factories.make_home("ko", of=site.root_page)
    make_term("disability", ko=["장애"])
    make_term("association", ko=["자치회"])

    assert suggest("자", "ko") == ["자치회", "장애"]


def test_words_leave_room_for_titles(site, put, answer, make_term):
    for number in range(9):
        make_term(f"term-{number}", ja=[f"市民{number}"])
        put(f"市民の頁{number}")

    kinds = [one["kind"] for one in answer("市")]

    assert kinds == ["word"] * 3 + ["title"] * 5


def test_word_that_an_editor_changed_is_known_at_once(site, put, suggest, make_term):
    term = make_term("association", ja=["自治会"])
    before = suggest("じ")
    put("索引", text="町内会")
    services.save_term(term=term, forms=[read_form("ja", "町内会")], glosses={})

    assert (before, suggest("じ"), suggest("ちょう")) == (["自治会"], [], ["町内会"])


def test_word_that_is_not_in_use_is_not_offered(site, suggest, make_term):
    make_term("association", is_active=False, ja=["自治会"])

    assert suggest("自") == []


def test_word_is_offered_where_it_would_find_something(portuguese, put, suggest):
    services.save_term(
        term=Term(slug="association"),
        forms=[read_form("ja", "自治会"), read_form("pt-br", "associação")],
        glosses={},
    )
    before = suggest("自"), suggest("asso", "pt-br")
    put("索引", text="自治会に入る")

    # The Portuguese word finds the Japanese text.
    assert before == ([], [])
    assert (suggest("自"), suggest("asso", "pt-br")) == (["自治会"], ["associação"])


def test_many_titles_that_begin_alike_are_cut_to_the_best(site, put, suggest):
    for number in range(30):
        put("市" + "あ" * (40 - number))

    assert suggest("市") == ["市" + "あ" * length for length in range(11, 19)]
