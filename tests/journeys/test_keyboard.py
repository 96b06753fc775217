"""The site without a mouse: skip, walk, change the language, search, read a note and come back."""

import pytest
from playwright.sync_api import Page as Tab
from tests.journeys.browsing import Visitor, tab_to
from tests.journeys.places import (
    CHAPTER,
    CHOOSER,
    COMPARISON,
    EDITIONS,
    FRONT,
    GONE,
    OLD_EDITION,
    SIGN_IN,
    STANDARD,
    Place,
    address,
)
from tests.journeys.town import Town

pytestmark = pytest.mark.browser

# What the Tab key can reach, numbered in the order of the document.
NUMBER_STOPS = """() => {
    const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, "
        + "[tabindex='0']";
    const seen = [...document.querySelectorAll(wanted)].filter(one =>
        one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length);
    seen.forEach((one, number) => { one.dataset.stop = number; });
    return seen.length;
}"""
# A card draws the ring of its link around itself.
STOP = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    const ringed = style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const rings = [one, one.closest(".card") ?? one].some(each => ringed(getComputedStyle(each)));
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0
        && box.left < innerWidth;
    return [Number(one.dataset.stop ?? -1), rings && inside, one.outerHTML.slice(0, 120)];
}"""


def opened(visitor: Visitor, town: Town, place: Place, width: int = 1280) -> Tab:
    where = address(place, "ja", town)
    assert where is not None
    return visitor.open(where, width=width)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "place",
    [FRONT, STANDARD, CHAPTER, SIGN_IN, EDITIONS, OLD_EDITION, CHOOSER, COMPARISON, GONE],
    ids=lambda place: place.name,
)
def test_tab_visits_everything_once_in_order_and_is_seen(
    visitor: Visitor, town: Town, place: Place, width: int
) -> None:
    tab = opened(visitor, town, place, width)
    stops = tab.evaluate(NUMBER_STOPS)
    walked = []

    for _stop in range(stops):
        tab.keyboard.press("Tab")
        walked.append(tab.evaluate(STOP))
    tab.keyboard.press("Tab")
    beyond = tab.evaluate(STOP)[0]

    assert stops > 8
    assert [number for number, _seen, _html in walked] == list(range(stops))
    assert [html for _number, seen, html in walked if not seen] == []
    assert beyond in {-1, 0}


@pytest.mark.parametrize("place", [FRONT, CHAPTER, SIGN_IN], ids=lambda place: place.name)
def test_skip_link_comes_first_and_leads_past_the_header(
    visitor: Visitor, town: Town, place: Place
) -> None:
    tab = opened(visitor, town, place)

    tab.keyboard.press("Tab")
    first = tab.evaluate("document.activeElement.className")
    tab.keyboard.press("Enter")
    landed = tab.evaluate("document.activeElement.id")
    tab.keyboard.press("Tab")

    assert (first, landed) == ("skip-link", "main")
    assert tab.evaluate("!!document.activeElement.closest('main')")


def test_language_menu_opens_closes_and_leads_to_portuguese(visitor: Visitor, town: Town) -> None:
    tab = opened(visitor, town, FRONT)
    states = []

    tab_to(tab, ".menu-language summary")
    for key in ("Enter", "Escape", "Space"):
        tab.keyboard.press(key)
        states.append(tab.evaluate("document.querySelector('.menu-language').open"))
    held = tab.evaluate("document.activeElement.matches('.menu-language summary')")
    tab_to(tab, "a[hreflang='pt-BR']", most=5)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/pt-br/")

    assert states == [True, False, True]
    assert held
    assert tab.locator("html").get_attribute("lang") == "pt-BR"


def test_search_works_from_the_keyboard_alone(visitor: Visitor, town: Town) -> None:
    tab = opened(visitor, town, FRONT)

    tab_to(tab, "#header-search")
    tab.keyboard.insert_text("燃えるごみ")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/ja/search/**")
    tab_to(tab, "main section a")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/ja/garbage/**")

    assert tab.locator("h1").inner_text() == "ごみと資源の出し方"


def test_note_is_read_and_left_again_from_the_keyboard(visitor: Visitor, town: Town) -> None:
    noted = next(
        page
        for page in town.pages()
        if page.model == "tomoni_guidelines.chapterpage"
        and page.language == "ja"
        and b"note-mark" in town.get(page.path).body
    )
    tab = visitor.open(noted.path)

    tab_to(tab, ".note-mark a")
    mark = tab.evaluate("document.activeElement.id")
    tab.keyboard.press("Enter")
    note = tab.evaluate("location.hash.slice(1)")
    shown = tab.locator(f"#{note}").bounding_box()
    tab_to(tab, ".note-back", most=3)
    tab.keyboard.press("Enter")

    assert shown is not None
    assert 0 <= shown["y"] < 900
    assert tab.evaluate("[location.hash.slice(1), document.activeElement.id]") == [mark, mark]
