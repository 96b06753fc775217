"""The component page in a real browser: accessible, narrow, zoomed, by keyboard, without script."""

import itertools
from pathlib import Path

import axe_playwright_python
import pytest

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"


def violations(tab):
    result = tab.evaluate("rules => axe.run(rules)", RULES)
    assert len(result["passes"]) > 20
    return [
        (found["id"], node["html"]) for found in result["violations"] for node in found["nodes"]
    ]


@pytest.mark.parametrize("name", ["page", "front", "reading"])
def test_specimens_have_no_accessibility_violation(open_page, name):
    found = {}

    for width, scheme in itertools.product((360, 1280), ("light", "dark")):
        tab = open_page(name, width=width, scheme=scheme)
        tab.evaluate(AXE.read_text())
        found[width, scheme, "closed"] = violations(tab)
        tab.evaluate(OPEN_ALL)
        found[width, scheme, "opened"] = violations(tab)

    assert {place: wrong for place, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("name", ["page", "front", "reading"])
def test_specimens_never_scroll_sideways(open_page, name):
    """Zooming a window of 1280 by 1024 px to 400 % leaves it 320 px wide and 256 px high."""
    widths = []

    for height in (640, 256):
        tab = open_page(name, width=320, height=height)
        tab.evaluate(OPEN_ALL)
        widths.append(tab.evaluate("document.documentElement.scrollWidth"))

    assert widths == [320, 320]


def test_keyboard_meets_the_skip_link_first_and_lands_in_the_text(open_page):
    tab = open_page("reading")

    tab.keyboard.press("Tab")
    first = tab.evaluate("[document.activeElement.className, document.activeElement.hash]")
    shown = tab.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    tab.keyboard.press("Enter")

    assert (first, shown) == (["skip-link", "#main"], True)
    assert tab.evaluate("document.activeElement.id") == "main"


def test_escape_closes_the_language_menu_and_gives_focus_back(open_page):
    tab = open_page("reading")
    tab.focus(".menu-language summary")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    opened = tab.evaluate("document.activeElement.textContent")

    tab.keyboard.press("Escape")

    assert opened == "日本語"
    assert tab.evaluate("document.querySelector('.menu-language').open") is False
    assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_menus_open_without_script(open_page):
    tab = open_page("reading", width=360, script=False)

    tab.click(".menu-main summary")
    tab.locator(".menu-main a").first.wait_for(state="visible")

    assert tab.locator(".menu-main a").all_text_contents() == [
        "くらし・手続き",
        "まちづくり",
        "地域の団体",
        "催し",
        "市役所の案内",
    ]


def test_error_summary_takes_the_focus_and_leads_to_its_field(open_page):
    tab = open_page("page")
    focused = tab.evaluate("document.activeElement.className")

    tab.click(".error-summary a >> nth=0")

    assert focused == "error-summary"
    assert tab.evaluate("document.activeElement.id") == "id_email"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen_in_both_schemes(open_page, scheme):
    tab = open_page("reading", scheme=scheme)
    tab.focus(".breadcrumbs a >> nth=0")
    tab.keyboard.press("Tab")

    style = tab.evaluate(
        "(({outlineWidth: w, outlineStyle: s}) => [w, s])(getComputedStyle(document.activeElement))"
    )

    assert style == ["3px", "solid"]


def test_lines_of_long_reading_hold_35_to_42_characters(open_page):
    tab = open_page("reading")

    measure, leading = tab.evaluate(
        """() => {
            const text = document.querySelector(".prose > p"), style = getComputedStyle(text);
            const size = parseFloat(style.fontSize);
            return [text.clientWidth / size, parseFloat(style.lineHeight) / size];
        }"""
    )

    assert 35 <= measure <= 42
    assert 1.7 <= round(leading, 2) <= 1.9
