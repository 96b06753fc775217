"""What scripts add to reading: previews, contents that follow, notes at their marks, citations."""

import pytest
from playwright.sync_api import Page as Tab
from tests.journeys.browsing import Visitor
from tests.journeys.places import CHAPTER, address
from tests.journeys.town import Town

pytestmark = pytest.mark.browser

MARK = ".note-mark a"
NOTE_BEGINS = "条例や申請の手続で「市民」の範囲が定められているときは"
AGAIN = "もう一度押すと、そこへ移ります"
PLACES = """() => {
    const mark = document.querySelector(".note-mark a");
    const note = document.getElementById(mark.hash.slice(1)).getBoundingClientRect();
    const text = document.querySelector(".guideline-text").getBoundingClientRect();
    const passage = mark.closest(".passage").getBoundingClientRect();
    return {
        isBeside: note.left >= text.right,
        isBelow: note.top >= passage.bottom && note.right <= text.right,
        apart: Math.abs(note.top - mark.getBoundingClientRect().top),
        isInside: note.right <= innerWidth,
    };
}"""
CHOOSE = """() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(".passage p"));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return String(getSelection()).trim().replace(/\\s+/g, " ");
}"""


def opened(visitor: Visitor, town: Town, *, width: int = 1280, touch: bool = False) -> Tab:
    return visitor.open(address(CHAPTER, "ja", town), width=width, touch=touch)


def test_note_shows_under_the_pointer_and_stays_while_it_is_read(
    visitor: Visitor, town: Town
) -> None:
    tab = opened(visitor, town)
    preview = tab.locator("#preview")

    tab.hover(MARK)
    preview.wait_for()
    said = preview.inner_text()
    tab.hover("#preview")
    tab.wait_for_timeout(500)
    stays = preview.is_visible()
    tab.keyboard.press("Escape")

    assert said.startswith(NOTE_BEGINS)
    assert stays
    assert preview.is_hidden()


def test_note_goes_when_the_pointer_does(visitor: Visitor, town: Town) -> None:
    tab = opened(visitor, town)

    tab.hover(MARK)
    tab.locator("#preview").wait_for()
    tab.mouse.move(5, 5)

    tab.locator("#preview").wait_for(state="hidden")


def test_term_is_explained_under_the_pointer(visitor: Visitor, town: Town) -> None:
    tab = opened(visitor, town)

    tab.hover("a.term >> nth=0")
    tab.locator("#preview").wait_for()

    assert tab.locator("#preview").inner_text().startswith("市内に住む人、働く人")


def test_note_shows_to_the_keyboard_and_goes_with_escape_or_focus(
    visitor: Visitor, town: Town
) -> None:
    tab = opened(visitor, town)
    preview = tab.locator("#preview")
    shown = []

    tab.locator("a.term").nth(1).focus()
    for _press in range(12):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.matches('.note-mark a')"):
            break
    shown.append((preview.is_visible(), preview.inner_text().startswith(NOTE_BEGINS)))
    tab.keyboard.press("Escape")
    shown.append((preview.is_visible(), tab.evaluate("document.activeElement.hash")[:3]))
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    shown.append(preview.is_visible())
    tab.keyboard.press("Tab")
    shown.append(preview.is_visible())

    assert shown == [(True, True), (False, "#n-"), True, False]


def test_first_tap_shows_the_note_and_the_second_goes_there(visitor: Visitor, town: Town) -> None:
    tab = opened(visitor, town, width=360, touch=True)
    preview = tab.locator("#preview")

    tab.locator(MARK).first.tap()
    preview.wait_for()
    said, box = preview.inner_text(), preview.bounding_box()
    stayed = tab.evaluate("location.hash")
    tab.locator(MARK).first.tap()
    tab.wait_for_function("location.hash.startsWith('#n-')")

    assert said.startswith(NOTE_BEGINS)
    assert said.strip().endswith(AGAIN)
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert stayed == ""
    assert preview.is_hidden()


def test_tap_elsewhere_takes_the_note_away(visitor: Visitor, town: Town) -> None:
    tab = opened(visitor, town, width=360, touch=True)

    tab.locator(MARK).first.tap()
    tab.locator("#preview").wait_for()
    tab.touchscreen.tap(10, 10)

    tab.locator("#preview").wait_for(state="hidden")


def test_contents_follow_the_reader(visitor: Visitor, town: Town) -> None:
    tab = opened(visitor, town)
    links = tab.locator(".side-navigation a[href*='#']")
    followed = {}

    for place in (2, 0, 3):
        link = links.nth(place)
        target = link.get_attribute("href").partition("#")[2]
        tab.evaluate("id => document.getElementById(id).scrollIntoView()", target)
        tab.wait_for_function(
            "id => document.querySelector('[aria-current=location]')?.hash === '#' + id", arg=target
        )
        followed[place] = tab.locator("[aria-current=location]").all_inner_texts()

    assert followed == {
        2: ["第３節　それぞれの役割"],
        0: ["第１節　ことばの意味"],
        3: ["第４節　協働によって生まれるもの"],
    }


def test_note_stands_at_its_mark_where_there_is_room(visitor: Visitor, town: Town) -> None:
    tab = opened(visitor, town)
    tab.wait_for_timeout(200)

    wide = tab.evaluate(PLACES)
    tab.set_viewport_size({"width": 360, "height": 800})
    tab.wait_for_timeout(200)
    narrow = tab.evaluate(PLACES)

    assert (wide["isBeside"], wide["isBelow"], wide["isInside"]) == (True, False, True)
    assert wide["apart"] < 40
    assert (narrow["isBeside"], narrow["isBelow"], narrow["isInside"]) == (False, True, True)


def test_citation_is_copied(visitor: Visitor, town: Town) -> None:
    tab = opened(visitor, town)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    quote = tab.locator("details.quote").first

    quote.locator("summary").click()
    quote.locator("button").click()
    tab.wait_for_function("document.querySelector('.quote [role=status]').textContent")
    copied = tab.evaluate("navigator.clipboard.readText()")

    assert quote.locator("[role=status]").inner_text() == "コピーしました"
    assert copied == " ".join(quote.locator(".quote-text").inner_text().split())
    assert copied.startswith("「この指針では、協働を「市民と市が")
    assert copied.endswith(f"{town.base}/ja/guideline/s/s-ee52c5d0/")


def test_selected_words_are_the_ones_that_are_quoted(visitor: Visitor, town: Town) -> None:
    tab = opened(visitor, town)
    quote = tab.locator("details.quote").first

    chosen = tab.evaluate(CHOOSE)
    quote.locator("summary").click()
    quoted = quote.locator("[data-excerpt]").inner_text()
    tab.keyboard.press("Escape")

    assert quoted == chosen
    assert len(chosen) > 60
    assert quote.locator(".quote-panel").is_hidden()
