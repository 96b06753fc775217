"""Suggestions below the search box: by keyboard, pointer, touch and input method, for everybody."""

import pytest
from playwright.sync_api import Page as Tab
from tests.journeys.browsing import Visitor
from tests.journeys.test_accessibility import AXE, LOOKS, violations
from tests.journeys.town import Town

pytestmark = pytest.mark.browser

OPEN = ".suggestions:not([hidden])"
OFFERED = ["自治会", "自治会長", "自治会に加わる"]
STATE = """() => {
    const input = document.activeElement;
    const active = document.getElementById(input.getAttribute("aria-activedescendant"));
    return {
        role: input.getAttribute("role"),
        expanded: input.getAttribute("aria-expanded"),
        active: active?.querySelector(".suggestion-text").textContent ?? null,
        selected: document.querySelectorAll(".suggestion[aria-selected=true]").length,
        value: input.value,
    };
}"""


def typing(visitor: Visitor, text: str, *, box: str = "#header-search", **how) -> Tab:
    """Open a page, type into one of its boxes and wait for the list."""
    tab = visitor.open("/ja/search/" if box == "#page-search" else "/ja/", **how)
    tab.focus(box)
    tab.keyboard.insert_text(text)
    tab.wait_for_selector(OPEN)
    return tab


def offered(tab: Tab) -> list[str]:
    return tab.locator(f"{OPEN} .suggestion-text").all_inner_texts()


def test_list_opens_below_what_is_typed_and_says_how_much_it_holds(
    visitor: Visitor, town: Town
) -> None:
    tab = typing(visitor, "じち")
    list_id = tab.locator(OPEN).get_attribute("id")

    assert offered(tab) == OFFERED
    assert tab.evaluate(STATE) == {
        "role": "combobox",
        "expanded": "true",
        "active": None,
        "selected": 0,
        "value": "じち",
    }
    assert tab.get_attribute("#header-search", "aria-controls") == list_id
    assert tab.locator(OPEN).get_attribute("aria-label") == "候補"
    assert tab.locator(".site-header .search-box [role=status]").inner_text() == "3件の候補"
    assert tab.locator(f"{OPEN} mark").all_inner_texts() == ["自治"] * 3


def test_keys_walk_the_list_and_leave_the_text_alone(visitor: Visitor, town: Town) -> None:
    tab = typing(visitor, "じち")
    walked = []

    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Home", "ArrowUp"):
        tab.keyboard.press(key)
        state = tab.evaluate(STATE)
        walked.append((key, state["active"]))
        assert (state["value"], state["selected"]) == ("じち", int(state["active"] is not None))

    assert walked == [
        ("ArrowDown", OFFERED[0]),
        ("ArrowDown", OFFERED[1]),
        ("ArrowDown", OFFERED[2]),
        ("ArrowDown", None),
        ("ArrowUp", OFFERED[2]),
        ("Home", None),
        ("ArrowUp", OFFERED[2]),
    ]


def test_escape_closes_the_list_before_it_empties_the_box(visitor: Visitor, town: Town) -> None:
    tab = typing(visitor, "じち")
    states = []

    for key in ("Escape", "ArrowDown"):
        tab.keyboard.press(key)
        tab.wait_for_selector(".suggestions", state="hidden" if key == "Escape" else "visible")
        states.append(tab.evaluate(STATE))

    assert [(one["expanded"], one["value"], one["active"]) for one in states] == [
        ("false", "じち", None),
        ("true", "じち", None),
    ]


def test_tab_leaves_the_list_for_the_button(visitor: Visitor, town: Town) -> None:
    tab = typing(visitor, "じち")

    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Tab")

    assert tab.evaluate("document.activeElement.matches('.search-box button')")
    assert tab.locator(OPEN).count() == 0
    assert tab.input_value("#header-search") == "じち"


def test_chosen_title_opens_its_page(visitor: Visitor, town: Town) -> None:
    tab = typing(visitor, "じち")

    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: "/search/" not in url and not url.endswith("/ja/"))

    assert tab.locator("h1").inner_text() == "自治会に加わる"


def test_chosen_word_is_searched(visitor: Visitor, town: Town) -> None:
    tab = typing(visitor, "jichi")

    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/ja/search/**")

    assert tab.input_value("#page-search") == "自治会"


def test_enter_without_a_choice_searches_what_was_typed(visitor: Visitor, town: Town) -> None:
    tab = typing(visitor, "じち")

    tab.keyboard.press("Enter")
    tab.wait_for_url("**/ja/search/**")

    assert tab.input_value("#page-search") == "じち"


def test_pointer_chooses(visitor: Visitor, town: Town) -> None:
    tab = typing(visitor, "じち", box="#page-search")

    tab.locator(".suggestion").nth(2).click()
    tab.wait_for_url(lambda url: "/search/" not in url)

    assert tab.locator("h1").inner_text() == "自治会に加わる"


@pytest.mark.parametrize("width", [320, 360])
def test_list_fits_narrow_screens_and_fingers(visitor: Visitor, town: Town, width: int) -> None:
    tab = typing(visitor, "市民", box="#page-search", width=width, touch=True)
    boxes = [one.bounding_box() for one in tab.locator(".suggestion").all()]
    wide = tab.evaluate("document.documentElement.scrollWidth")
    tab.locator(".suggestion").first.tap()
    tab.wait_for_url("**/ja/search/?q=*")

    assert wide == width
    assert len(boxes) == 8
    assert [box for box in boxes if box is None or box["height"] < 44 or box["width"] < 44] == []


def test_press_elsewhere_closes_the_list(visitor: Visitor, town: Town) -> None:
    tab = typing(visitor, "じち")

    tab.mouse.click(20, 700)

    assert tab.locator(OPEN).count() == 0


def test_input_method_is_answered_and_keeps_its_keys(visitor: Visitor, town: Town) -> None:
    tab = visitor.open("/ja/")
    tab.focus("#header-search")
    method = tab.context.new_cdp_session(tab)
    shown = []

    for text in ("じ", "じt", "じち"):
        method.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
        tab.wait_for_timeout(400)
        shown.append(OFFERED[0] in offered(tab))
    tab.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'ArrowDown', isComposing: true, bubbles: true}))"
    )

    assert shown == [True, True, True]
    assert tab.evaluate(STATE)["active"] is None


def test_late_answer_to_an_earlier_question_is_passed_over(visitor: Visitor, town: Town) -> None:
    tab = visitor.open("/ja/")
    tab.evaluate("""() => {
        const real = fetch;
        window.fetch = (address, how) => address.endsWith(encodeURIComponent("じち"))
            ? new Promise(done => setTimeout(() => done(real(address)), 900)) : real(address, how);
    }""")
    tab.focus("#header-search")

    tab.keyboard.insert_text("じち")
    tab.wait_for_timeout(300)
    tab.fill("#header-search", "ごみ")
    tab.wait_for_selector(OPEN)
    before = offered(tab)
    tab.wait_for_timeout(1200)

    assert before[0].startswith("ごみ")
    assert offered(tab) == before


@pytest.mark.parametrize("missing", ["**/search/suggest?*", "**/suggestions*.js"])
def test_box_stays_a_form_where_nothing_answers(visitor: Visitor, town: Town, missing: str) -> None:
    tab = visitor.open("/ja/")
    tab.route(missing, lambda route: route.abort())

    tab.focus("#header-search")
    tab.keyboard.insert_text("ごみ")
    tab.wait_for_timeout(500)
    shown = tab.locator(OPEN).count()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/ja/search/**")

    assert shown == 0
    assert tab.locator(".search-results li").count() > 0


def test_nothing_is_fetched_where_data_are_saved(visitor: Visitor, town: Town) -> None:
    tab = visitor.open("/ja/")
    tab.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    tab.reload()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))

    tab.focus("#header-search")
    tab.keyboard.insert_text("ごみ")
    tab.wait_for_timeout(500)

    assert [address for address in asked if "suggest" in address] == []
    assert tab.get_attribute("#header-search", "role") is None


@pytest.mark.parametrize("box", ["#header-search", "#page-search"])
@pytest.mark.parametrize(("code", "typed"), [("ja", "市民"), ("pt-br", "jichi")])
def test_open_list_has_no_accessibility_violation(
    visitor: Visitor, town: Town, box: str, code: str, typed: str
) -> None:
    tab = visitor.open(f"/{code}/search/", language=code)
    tab.evaluate(AXE)
    found = {}

    for width, scheme in LOOKS:
        if box == "#header-search" and width < 1024:
            continue
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=scheme)
        tab.fill(box, typed)
        tab.wait_for_selector(OPEN)
        tab.keyboard.press("ArrowDown")
        found[width, scheme, "open"] = violations(tab)
        tab.keyboard.press("Escape")
        found[width, scheme, "closed"] = violations(tab)
        tab.fill(box, "")

    assert {look: wrong for look, wrong in found.items() if wrong} == {}


def test_choice_is_seen_in_forced_colours(visitor: Visitor, town: Town) -> None:
    tab = typing(visitor, "じち")
    tab.emulate_media(forced_colors="active")
    tab.keyboard.press("ArrowDown")

    grounds = tab.evaluate(
        "[...document.querySelectorAll('.suggestion')]"
        ".map(one => getComputedStyle(one).backgroundColor)"
    )

    assert grounds[0] not in grounds[1:]


def test_list_is_not_printed(visitor: Visitor, town: Town) -> None:
    tab = typing(visitor, "じち")

    tab.emulate_media(media="print")

    assert not tab.locator(".suggestions").first.is_visible()
