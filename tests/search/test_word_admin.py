"""The screens on which editors keep terms and synonyms."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from tomoni.accounts.models import User
from tomoni.search import selectors, services
from tomoni.search.models import SynonymSet, Term
from tomoni.search.terms.book import read_form

pytestmark = pytest.mark.django_db
ENTRIES = ("自治会に入るには", "町内会の集まり", "役場の窓口")


@pytest.fixture
def texts(site, put) -> None:
    for title in ENTRIES:
        put(title)


def client_of(*groups: str) -> Client:
    user = User.objects.create_user("sato", "sato@town.example", "x")
    user.groups.set(Group.objects.filter(name__in=groups))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(texts) -> Client:
    return client_of("編集者")


def term_url(name, *args) -> str:
    return reverse(f"wagtailsnippets_tomoni_search_term:{name}", args=args)


def set_url(name, *args) -> str:
    return reverse(f"wagtailsnippets_tomoni_search_synonymset:{name}", args=args)


def make_term(slug="association", **forms) -> Term:
    said = [read_form(code, line) for code, lines in forms.items() for line in lines]
    return services.save_term(term=Term(slug=slug), forms=said, glosses={"ja": "会"})


TERM = {
    "slug": "association",
    "is_active": "on",
    "words_ja": "自治会（じちかい）\r\n町内会(ちょうないかい)",
    "words_vi": "hội tự quản",
    "gloss_en": "A group",
}


def test_new_term_is_saved_with_all_its_words(editor):
    response = editor.post(term_url("add"), TERM)

    term = Term.objects.get()
    assert response.status_code == 302
    assert [(f.locale, f.text, f.reading, f.is_preferred) for f in term.forms.all()] == [
        ("ja", "自治会", "じちかい", True),
        ("ja", "町内会", "ちょうないかい", False),
        ("vi", "hội tự quản", "", True),
    ]
    assert [(g.locale, g.text) for g in term.glosses.all()] == [("en", "A group")]
    assert selectors.expansions("hoi tu quan", into="ja")[0].forms == ("自治会", "町内会")


def test_form_shows_what_is_stored_and_saves_it_unchanged(editor):
    term = make_term(ja=["自治会（じちかい）", "町内会"], ne=["छिमेक समिति"])
    url = term_url("edit", term.pk)

    form = editor.get(url).context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}
    page = editor.get(url).content.decode()
    editor.post(url, {**shown, "is_active": "on"})

    assert [page.count(f'name="{name}"') for name in form.fields] == [1] * len(form.fields)
    assert shown["words_ja"] == "自治会（じちかい）\n町内会"
    assert [str(row) for row in Term.objects.get().forms.all()] == [
        "自治会", "町内会", "छिमेक समिति"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"words_ja": ""}, "words_ja"),
        ({"words_ja": "自治会（ジチカイ）"}, "words_ja"),
        ({"words_ja": "自治会\n自治會"}, "words_ja"),
        ({"words_vi": "hội tự quản\nHoi tu quan"}, "words_vi"),
        ({"words_en": "club (local)"}, "words_en"),
        ({"words_en": "..."}, "words_en"),
        ({"words_en": "a" * 201}, "words_en"),
        ({"slug": ""}, "slug"),
        ({"slug": "taken"}, "slug"),
    ],
)
def test_term_with_a_mistake_is_not_saved_and_says_where(editor, changes, field):
    make_term("taken")

    for button in ({}, {"show-effect": "1"}):
        response = editor.post(term_url("add"), {**TERM, **changes, **button})

        assert list(response.context["form"].errors) == [field]
    assert Term.objects.count() == 1


def test_effect_of_a_term_is_shown_before_anything_is_saved(editor):
    response = editor.post(term_url("add"), {**TERM, "show-effect": "1"})

    effects = response.context["form"].effects
    assert Term.objects.count() == 0
    assert [(one.query, one.now.count, one.then.count) for one in effects] == [
        ("自治会", 1, 2),
        ("町内会", 1, 2),
        ("hội tự quản", 0, 2),
    ]
    assert effects[0].new == ("町内会の集まり",)
    assert "町内会の集まり" in response.content.decode()


def test_effect_of_words_that_an_editor_tries(editor):
    response = editor.post(term_url("add"), {**TERM, "tried": " hoi tu  quan ", "show-effect": "1"})

    (effect,) = response.context["form"].effects
    assert (effect.query, effect.now.count, effect.then.count) == ("hoi tu quan", 0, 2)


def test_effect_of_taking_a_word_away_and_of_switching_off(editor):
    term = make_term(ja=["自治会", "町内会"], vi=["hội tự quản"])
    url = term_url("edit", term.pk)

    fewer = editor.post(url, {**TERM, "words_ja": "自治会", "slug": "club", "show-effect": "1"})
    off = editor.post(url, {**TERM, "is_active": "", "show-effect": "1"})

    counts = [
        {one.query: (one.now.count, one.then.count) for one in response.context["form"].effects}
        for response in (fewer, off)
    ]
    assert counts[0] == {"自治会": (2, 1), "hội tự quản": (2, 1)}
    assert counts[1] == {"自治会": (2, 1), "町内会": (2, 1), "hội tự quản": (2, 0)}
    assert Term.objects.get().slug == "association"


SET = {"locale": "ja", "direction": "equal", "words": "自治会\r\n町内会", "is_active": "on"}


def test_set_is_saved_and_its_effect_shown_before(editor):
    shown = editor.post(set_url("add"), {**SET, "show-effect": "1"})
    saved = editor.post(set_url("add"), SET)

    assert [(e.query, e.now.count, e.then.count) for e in shown.context["form"].effects] == [
        ("自治会", 1, 2),
        ("町内会", 1, 2),
    ]
    assert saved.status_code == 302
    assert str(SynonymSet.objects.get()) == "自治会 = 町内会"


def test_effect_of_switching_a_set_off(editor):
    words = SynonymSet.objects.create(words="自治会\n町内会")

    response = editor.post(set_url("edit", words.pk), {**SET, "is_active": "", "show-effect": "1"})

    assert [(e.now.count, e.then.count) for e in response.context["form"].effects] == [(2, 1)] * 2
    assert SynonymSet.objects.get().is_active


def test_set_with_a_mistake_is_not_saved(editor):
    response = editor.post(set_url("add"), {**SET, "words": "自治会"})

    assert list(response.context["form"].errors) == ["words"]


@pytest.mark.parametrize("q", ["hoi tu", "じちかい", "ﾁｮｳﾅｲ", "assoc"])
def test_list_finds_a_term_by_any_of_its_words(editor, q):
    make_term(ja=["自治会（じちかい）", "町内会（ちょうないかい）"], vi=["hội tự quản"])
    make_term("tax", ja=["税金（ぜいきん）"])

    response = editor.get(term_url("list"), {"q": q})

    found = [str(one) for one in response.context["object_list"]]
    assert found == ["自治会"]


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_same_number_of_questions(editor, django_assert_max_num_queries, number):
    for one in range(number):
        make_term(f"term-{one}", ja=[f"語{one}"], en=[f"word {one}"])
        SynonymSet.objects.create(words=f"甲{one}\n乙{one}")
    editor.get(term_url("list"))

    with django_assert_max_num_queries(18):
        response = editor.get(term_url("list"))
    with django_assert_max_num_queries(18):
        editor.get(set_url("list"))

    assert "Tiếng Việt" in response.content.decode()


@pytest.mark.parametrize(
    ("group", "term", "words"),
    [
        ("編集者", {"add", "edit"}, {"add", "edit"}),
        ("承認者（課長）", {"add", "edit", "delete"}, {"add", "edit", "delete"}),
        ("翻訳者", {"edit"}, set()),
        ("運用担当", set(), set()),
    ],
)
def test_roles_keep_the_words_that_are_theirs(site, group, term, words):
    one, other = make_term(ja=["自治会"]), SynonymSet.objects.create(words="甲\n乙")
    client = client_of(group)

    def allowed(url, pk):
        pages = {"add": url("add"), "edit": url("edit", pk), "delete": url("delete", pk)}
        return {name for name, page in pages.items() if client.get(page).status_code == 200}

    assert (allowed(term_url, one.pk), allowed(set_url, other.pk)) == (term, words)
