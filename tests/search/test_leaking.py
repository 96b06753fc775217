"""What is hidden is named at no door of the search, whatever the index or a server still holds."""

import json
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import pytest
from tests.search.serving import served_by
from tests.search.test_receivers import restrict
from wagtail.models import Page

from tomoni.home.models import StandardPage
from tomoni.search.models import SearchDocument
from tomoni.search.services import drain, send_changes
from tomoni.search.services.languages import count_words
from tomoni.search.stores import choice
from tomoni.testing import factories

COMMON = "楽器"
# The words of a page's title, of a heading and of a text below it; they stand nowhere else.
Words = tuple[str, str, str]
# What is found until it is hidden.
HIDDEN: dict[str, Words] = {
    "unpublished": ("バンドネオン", "マンドリン", "オカリナ"),
    "login": ("クラリネット", "ファゴット", "シタール"),
    "password": ("バラライカ", "カスタネット", "タンバリン"),
    "deleted": ("ハープシコード", "ティンパニ", "バグパイプ"),
    "door": ("アコーディオン", "ウクレレ", "トロンボーン"),
    "behind a door": ("ビブラフォン", "チェンバロ", "ユーフォニアム"),
}
# What nobody ever published.
DRAFTS: dict[str, Words] = {
    "draft": ("コントラバス", "ピッコロ", "グロッケン"),
    "changed": ("マリンバ", "オルガン", "ハーモニカ"),
}
WORDS = [word for words in (*HIDDEN.values(), *DRAFTS.values()) for word in words]
SHOWN_BEFORE = {word for words in HIDDEN.values() for word in words}
PUBLIC = {"楽器の案内", "楽器の子"}

Told = Callable[[str], str]


@dataclass(frozen=True)
class Town:
    """Pages by what is done to them. Two of each: what one text alone says corrects nobody."""

    pages: dict[str, list[Page]]

    def hide(self) -> None:
        """Hide all that is to be hidden, and write drafts; the index has not followed yet."""
        for page in self.pages["unpublished"]:
            page.unpublish()
        for page in (*self.pages["login"], *self.pages["door"]):
            restrict(page)
        for page in self.pages["password"]:
            restrict(page, restriction_type="password", password="x")
        for page in self.pages["deleted"]:
            Page.objects.get(pk=page.pk).delete()
        for page in self.pages["changed"]:
            for name, value in texts(DRAFTS["changed"]).items():
                setattr(page, name, value)
            page.save_revision()


def texts(words: Words) -> dict[str, str]:
    title, heading, text = words
    body = [
        {"type": "heading", "value": {"text": f"{heading}の{COMMON}", "level": "h2"}},
        {"type": "paragraph", "value": f"<p>{COMMON}の{text}</p>"},
    ]
    return {"title": f"{title}の{COMMON}", "summary": f"{COMMON}と{text}", "body": json.dumps(body)}


@pytest.fixture
def town(site, committed) -> Town:
    home = site.root_page
    pages: dict[str, list[Page]] = {name: [] for name in (*HIDDEN, "changed")}
    with committed():
        for _time in range(2):
            for name, words in HIDDEN.items():
                above = pages["door"][-1] if name == "behind a door" else home
                pages[name].append(factories.make_page(above, **texts(words)))
            pages["changed"].append(factories.make_page(home, title="楽器の案内"))
            draft = StandardPage(live=False, locale=home.locale, **texts(DRAFTS["draft"]))
            home.add_child(instance=draft)
            draft.save_revision()
        # It stays public, and is a part of what does not.
        factories.make_page(pages["unpublished"][0], title="楽器の子")
    count_words("ja")
    return Town(pages)


@pytest.fixture
def page(client) -> Told:
    """`page("…")` gives the results page without its marks."""

    def told(q: str) -> str:
        html = client.get("/ja/search/", {"q": q}).content.decode()
        return html.replace("<mark>", "").replace("</mark>", "")

    return told


@pytest.fixture
def for_programs(client) -> Told:
    def told(q: str) -> str:
        said = client.get("/ja/search/results.json", {"q": q}).json()
        del said["query"]
        return str(said).replace("<mark>", "").replace("</mark>", "")

    return told


@pytest.fixture
def suggested(client) -> Told:
    def told(q: str) -> str:
        said = client.get("/ja/search/suggest", {"q": q}).json()
        return str(["".join(one["pieces"]) for one in said["suggestions"]])

    return told


@pytest.fixture
def meant(client) -> Told:
    def told(q: str) -> str:
        return str(client.get("/ja/search/results.json", {"q": q}).json()["did_you_mean"])

    return told


def test_results_page_names_nothing_hidden(town, page):
    assert_hides(town, page, QUESTIONS)

    assert all(title in page(COMMON) for title in PUBLIC)


def test_json_names_nothing_hidden(town, for_programs):
    assert_hides(town, for_programs, QUESTIONS)

    assert all(title in for_programs(COMMON) for title in PUBLIC)


def test_suggestions_name_nothing_hidden(town, suggested):
    titles = {title for title, _heading, _text in HIDDEN.values()}

    assert_hides(town, suggested, [COMMON, *WORDS, *(word[:2] for word in WORDS)], before=titles)


def test_correction_names_nothing_hidden(town, meant):
    assert_hides(town, meant, [mistyped(word) for word in WORDS])


@pytest.mark.elasticsearch
def test_nothing_hidden_is_named_while_the_server_holds_it(
    town, page, for_programs, elasticsearch_server
):
    def told(q: str) -> str:
        return page(q) + for_programs(q)

    with served_by(elasticsearch_server):
        held = choice.answering().count(locale="ja")
        assert_hides(town, told, [COMMON, *WORDS])
        assert choice.answering().count(locale="ja") == held
        assert send_changes()

        assert choice.answering().count(locale="ja") == held - len(HIDDEN) * 2
        assert all(title in told(COMMON) for title in PUBLIC)


def assert_hides(
    town: Town, told: Told, questions: Sequence[str], *, before: AbstractSet[str] = SHOWN_BEFORE
) -> None:
    """Hide all that a door names, and look before and after the index has followed."""
    shown = named(told, questions)
    town.hide()
    held = {row.title for row in SearchDocument.objects.all()} - PUBLIC
    at_once = named(told, questions)
    drain()
    later = {row.title for row in SearchDocument.objects.all()} - PUBLIC

    assert (shown, at_once, named(told, questions)) == (before, set(), set())
    assert (len(held), later) == (len(HIDDEN), set())


def named(told: Told, questions: Sequence[str]) -> set[str]:
    """Return the hidden words that a door names by itself: it may say back what was typed."""
    said = {q: told(q) for q in questions}
    return {word for q in questions for word in WORDS if word not in q and word in said[q]}


def mistyped(word: str) -> str:
    return f"{word[:-1]}ヲ"


QUESTIONS = [COMMON, *WORDS, *map(mistyped, WORDS)]
