"""Each page and each part of it says in which language it is, so that a voice reads it right."""

import re

import pytest
from tests.journeys.browsing import Visitor
from tests.journeys.places import FRONT, PLACES, READ, Place, address
from tests.journeys.town import Town

HTML_LANGUAGES = {"ja": "ja", "ja-simple": "ja", "pt-br": "pt-BR", "en": "en"}
SWITCH = re.compile(
    r'<li lang="([^"]+)"><a href="([^"]+)" hreflang="([^"]+)"[^>]*>([^<]+)', re.DOTALL
)
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
# Texts in kana that are not marked as Japanese; ideographs alone may be Chinese.
UNMARKED_JAPANESE = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
        const {textContent: text, parentElement: parent} = walker.currentNode;
        if (/[\\u3040-\\u30ff]/.test(text) && !parent.closest("[lang]").lang.startsWith("ja"))
            found.push(text.trim());
    }
    return found;
}"""

# English left standing among Japanese: two words or more, not marked as another language.
ENGLISH = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
        const {textContent: text, parentElement: parent} = walker.currentNode;
        if (/[A-Za-z]{2,} [a-z]{2,}/.test(text) && parent.closest("[lang]").lang === "ja")
            found.push(text.trim());
    }
    return found;
}"""


@pytest.mark.parametrize(
    ("place", "language"),
    [(place, language) for place in READ for language in place.languages],
    ids=lambda value: getattr(value, "name", value),
)
def test_page_names_its_language(town: Town, place: Place, language: str) -> None:
    path = place.path_in(language, town.pages())
    html = town.get(path).body.decode()

    assert re.findall(r"<html lang=\"([^\"]*)\"", html) == [HTML_LANGUAGES[language]]


def test_language_switch_offers_own_names_in_their_own_languages(town: Town) -> None:
    html = town.get("/ja/").body.decode()

    offered = [tuple(map(str.strip, found)) for found in SWITCH.findall(html)]

    assert offered == [
        ("ja", "/ja/", "ja", "日本語"),
        ("ja", "/ja-simple/", "ja", "やさしい日本語"),
        ("pt-BR", "/pt-br/", "pt-BR", "Português (Brasil)"),
        ("en", "/en/", "en", "English"),
    ]
    assert len(ALTERNATE.findall(html)) == 3


def test_no_page_is_served_under_a_language_that_is_not_there(town: Town) -> None:
    languages = ("es", "ne", "vi", "zh-hans", "id", "fil", "ko", "xx")

    answers = {language: town.get(f"/{language}/").status for language in languages}

    assert answers == dict.fromkeys(languages, 404)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["pt-br", "en"])
def test_japanese_words_on_foreign_pages_are_marked(
    visitor: Visitor, town: Town, language: str
) -> None:
    found = {}

    for place in PLACES:
        if language in place.languages:
            where = address(place, language, town)
            found[place.name] = visitor.open(where, language=language).evaluate(UNMARKED_JAPANESE)
            visitor.leave()

    assert FRONT.name in found
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.browser
@pytest.mark.parametrize("language", ["ja", "ja-simple"])
def test_japanese_pages_speak_japanese_throughout(
    visitor: Visitor, town: Town, language: str
) -> None:
    found = {}

    for place in PLACES:
        if language in place.languages:
            where = address(place, language, town)
            tab = visitor.open(where, language=language)
            place.act(tab)
            found[place.name] = tab.evaluate(ENGLISH)
            visitor.leave()

    assert FRONT.name in found
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.browser
@pytest.mark.parametrize("language", ["zh-Hans", "ko", "ne"])
def test_words_of_another_language_have_its_own_letters(visitor: Visitor, language: str) -> None:
    tab = visitor.open("/en/search/?q=gomi", language="en")
    looks = """language => {
        document.documentElement.lang = language;
        return ["html", "[lang=ja]", ".search-result-title[lang=ja]"].map(selector => {
            const style = getComputedStyle(document.querySelector(selector));
            return [style.fontFamily, style.wordBreak];
        });
    }"""
    japanese = tab.evaluate(looks, "ja")

    seen = tab.evaluate(looks, language)

    letters = japanese[0][0]
    assert seen[0][0] != letters
    assert seen[1:] == [[letters, "normal"], [letters, "auto-phrase"]]
