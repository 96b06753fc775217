"""What residents asked for and did not find: the list that editors work through."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.search.asking import ask, open_one, rows_of_database

from tomoni.accounts.models import User
from tomoni.search.models import AskedWeek, AskedWords, PageRequest, SynonymSet, Term
from tomoni.search.queries import Asked
from tomoni.search.selectors.matching import answer
from tomoni.search.selectors.understanding import understand
from tomoni.search.selectors.unfound import this_week
from tomoni.search.services.writing import remove
from tomoni.search.stores.choice import answering
from tomoni.testing import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/search/unfound/"
ADD_SYNONYM = reverse("wagtailsnippets_tomoni_search_synonymset:add")
ADD_TERM = reverse("wagtailsnippets_tomoni_search_term:add")
ADD_WISH = reverse("wagtailsnippets_tomoni_search_pagerequest:add")


def signed_in(*groups: str) -> Client:
    user = User.objects.create_user("sato", "sato@town.example", "x")
    user.groups.set(Group.objects.filter(name__in=groups))
    client = Client()
    client.force_login(user)
    return client


def statements(act: Callable[[], object]) -> int:
    """Return how many statements the database is given."""
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


@pytest.fixture
def editor(site) -> Client:
    return signed_in("編集者")


def listed(client: Client, **sent) -> list[str]:
    return [words.text for words in client.get(LIST, sent).context["object_list"]]


def test_words_that_five_visits_did_not_find_are_listed_until_a_synonym_finds_them(
    site, put, editor
):
    factories.make_home("pt-br", of=site.root_page)
    put("Coleta de resíduos", locale="pt-br")
    ask("lixeira", visits=5, code="pt-br")
    assert listed(editor, locale="pt-br") == ["lixeira"]
    assert listed(editor, locale="ja") == []
    assert "まだ何も見つかりません" in editor.get(LIST).content.decode()

    sent = {"word": "lixeira", "locale": "pt-br"}
    form = editor.get(ADD_SYNONYM, sent).context["form"]
    words = {"locale": form["locale"].value(), "words": f"{form['words'].value()}\nresíduos"}
    answer = editor.post(
        f"{ADD_SYNONYM}?word=lixeira&locale=pt-br",
        {**words, "direction": "equal", "is_active": "on"},
        follow=True,
    )

    assert answer.redirect_chain == [(f"{LIST}?locale=pt-br", 302)]
    page = answer.content.decode()
    assert "今は見つかります" in page
    # Without a class of Wagtail's a sign has no size of its own, and fills its cell.
    assert 'class="icon icon-check default' in page
    found = Client().get("/pt-br/search/", {"q": "lixeira"}).context["found"]
    assert [result.row.title for result in found.own] == ["Coleta de resíduos"]


def test_empty_list_says_what_it_is_for(site, editor):
    page = editor.get(LIST).content.decode()

    assert "5回以上の訪問で検索された言葉だけが載ります" in page
    assert "見つからなかった言葉はまだありません。" in page


def test_words_that_four_visits_asked_for_stand_nowhere(site, editor):
    ask("Inexistente Silva", visits=4)

    pages = (LIST, f"{LIST}?export=csv", f"{LIST}?export=xlsx", f"{LIST}results/", "/admin/")
    seen = [
        b"".join(answer.streaming_content) if answer.streaming else answer.content
        for answer in map(editor.get, pages)
    ]
    assert AskedWeek.objects.get().asked == 4
    assert not any(word in page for word in (b"Inexistente", b"inexistente") for page in seen)
    assert "nexistente" not in rows_of_database()


def test_spellings_of_the_same_words_are_one(site, editor):
    for number, q in enumerate(("ゴミ屋敷", "ごみ屋敷", "ｺﾞﾐ屋敷", "ごみ 屋敷", "「ごみ屋敷」")):
        ask(q, start=number)

    assert listed(editor) == ["「ごみ屋敷」"]


def test_words_whose_results_nobody_opens_are_listed_where_openings_are_known(put, site, editor):
    put("ごみの日")
    put("水道のこと")
    ask("ごみ", visits=12)
    ask("水道", visits=12)
    assert listed(editor) == []

    open_one("水道", visits=6)

    assert listed(editor) == ["ごみ"]
    assert "見つかったが、ほとんど開かれていない" in editor.get(LIST).content.decode()


def test_words_that_are_found_by_now_leave_the_list(put, site, editor):
    ask("ごみ", visits=5)
    put("ごみの日")
    assert listed(editor) == ["ごみ"]

    ask("ごみ", visits=6, start=100)

    assert listed(editor) == []


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_database_as_often_whatever_it_holds(
    site, editor, django_assert_num_queries, number
):
    for one in range(number):
        ask("甲乙丙"[one] * 3, visits=5)
    editor.get(LIST)

    with django_assert_num_queries(14):
        editor.get(LIST)


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_store_anew_for_each_word_when_a_text_has_changed(site, put, editor, number):
    for one in range(number):
        ask("甲乙丙"[one] * 3, visits=5)
    editor.get(LIST)
    remembered = statements(lambda: editor.get(LIST))
    words = ["甲乙丙"[one] * 3 for one in range(number)]
    understood = statements(lambda: understand(Asked(text=words[0]), languages=["ja"]))
    questions = [understand(Asked(text=word), languages=["ja"])["ja"] for word in words]
    answered = statements(lambda: [answer(one, answering()) for one in questions])
    for title in "丁戊":
        put(title)
        followed = statements(lambda: [answer(one, answering()) for one in questions]) - answered

    put("己")

    # A store takes one question at a time; all else is asked once for all words.
    anew = statements(lambda: editor.get(LIST))
    assert anew == remembered + understood + followed + answered


def test_list_says_what_is_found_now_as_texts_come_and_go(site, put, editor):
    ask("ありえない語", visits=5)
    ask("無い物", visits=5)

    def told() -> tuple[int, int]:
        page = editor.get(LIST).content.decode()
        return page.count("まだ何も見つかりません"), page.count("今は見つかります（1件）")

    before = told()
    text = put("無い物")
    between = told()
    remove([text.pk])

    assert [before, between, told()] == [(2, 0), (1, 1), (2, 0)]


def test_list_can_be_filtered_sorted_and_taken_away(site, editor):
    ask("=ありえない語", visits=5)
    ask("無い物", visits=6)

    assert listed(editor) == ["無い物", "=ありえない語"]
    assert listed(editor, ordering="asked") == ["=ありえない語", "無い物"]
    assert listed(editor, kind="partly") == []
    table = b"".join(editor.get(LIST, {"export": "csv"}).streaming_content).decode("utf-8-sig")
    assert table.splitlines()[1:] == ["日本語,無い物,6,6,0,0", "日本語,'=ありえない語,5,5,0,0"]


@pytest.mark.parametrize(
    "sent", [{"locale": "xx"}, {"kind": "\x7f"}, {"ordering": "key"}, {"p": "x"}]
)
def test_list_survives_what_nobody_sends(site, editor, sent):
    assert editor.get(LIST, sent).status_code == 200


def test_words_are_put_aside_and_brought_back(site, editor):
    ask("ありえない語", visits=5)
    words = AskedWords.objects.get()

    editor.post(f"{LIST}{words.pk}/aside/")

    assert (listed(editor), listed(editor, aside="true")) == ([], ["ありえない語"])
    editor.post(f"{LIST}{words.pk}/back/")
    assert listed(editor) == ["ありえない語"]
    assert editor.get(f"{LIST}{words.pk}/aside/").status_code == 405
    assert editor.post(f"{LIST}999/aside/").status_code == 404


def test_term_and_page_request_begin_with_the_word(site, editor):
    sent = {"word": "lixeira", "locale": "pt-br"}

    term = editor.get(ADD_TERM, sent).context["form"]
    editor.post(
        f"{ADD_WISH}?word=lixeira&locale=pt-br",
        {"words": "lixeira", "locale": "pt-br", "note": "", "state": "open", "page": ""},
    )

    assert (term["words_pt_br"].value(), term["tried"].value()) == ("lixeira", "lixeira")
    wish = PageRequest.objects.get()
    assert (wish.words, wish.locale, wish.asked_by.username) == ("lixeira", "pt-br", "sato")
    assert (
        "lixeira"
        in editor.get(reverse("wagtailsnippets_tomoni_search_pagerequest:list")).content.decode()
    )


@pytest.mark.parametrize(
    "sent",
    [{"word": "x"}, {"word": "x", "locale": "xx"}, {"word": "a" * 9999, "locale": "ja"},
     {"word": "\ud800<b>", "locale": "ja"}, {"locale": "ja"}],
)  # fmt: skip
def test_forms_survive_any_word(site, editor, sent):
    for page in (ADD_SYNONYM, ADD_TERM, ADD_WISH):
        query = "&".join(f"{k}={v.encode('utf-8', 'surrogatepass')!r}" for k, v in sent.items())

        assert editor.get(f"{page}?{query}").status_code == 200
    assert (Term.objects.count(), SynonymSet.objects.count()) == (0, 0)


@pytest.mark.parametrize("group", ["運用担当", "翻訳者", ""])
def test_who_adds_no_words_reads_no_questions(site, group):
    ask("ありえない語", visits=5)
    client = signed_in(group)
    words = AskedWords.objects.get()

    answers = [
        client.get(LIST),
        client.get(f"{LIST}?export=csv"),
        client.get(f"{LIST}results/"),
        client.post(f"{LIST}{words.pk}/aside/"),
        client.get(ADD_WISH),
    ]

    assert {answer.status_code for answer in answers} == {302}
    words.refresh_from_db()
    assert not words.is_put_aside
    assert "ありえない語" not in client.get("/admin/", follow=True).content.decode()


def test_dashboard_says_how_many_words_were_not_found(site, editor):
    ask("ありえない語", visits=5)

    page = editor.get("/admin/").content.decode()

    assert "今週は1件の言葉が見つかりませんでした。" in page
    assert "ありえない語" in page


def test_dashboard_forgets_what_was_asked_before_this_week(site, rf, admin_user):
    ask("ありえない語", visits=5)
    request = rf.get("/admin/")
    request.user = admin_user
    assert this_week(request)["count"] == 1

    week = AskedWeek.objects.get()
    AskedWeek.objects.update(begins=week.begins - timedelta(weeks=1))

    assert this_week(request)["count"] == 0
