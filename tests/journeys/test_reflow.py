"""Narrow windows, 400 % zoom and widened text: all of it readable without scrolling sideways."""

import pytest
from tests.journeys.browsing import Visitor
from tests.journeys.places import PLACES, Place, address
from tests.journeys.town import Town

pytestmark = pytest.mark.browser

# WCAG 1.4.12: what a reader may set, and no text may be lost by it.
SPACING = """
* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }
"""
ADD_SPACING = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
# Elements whose text is cut: wider than they show, without a scrollbar of their own.
CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
    const style = getComputedStyle(one);
    const hidden = one.closest(".visually-hidden, svg") || style.display === "inline";
    const cuts = ["hidden", "clip"].includes(style.overflowX) && style.position !== "absolute";
    return !hidden && cuts && (one.scrollWidth > one.clientWidth + 1
        || one.scrollHeight > one.clientHeight + 1) && one.textContent.trim();
}).map(one => one.outerHTML.slice(0, 120))"""
# At 400 % zoom a window of 1280 by 1024 px is 320 px wide and 256 px high.
WINDOWS = ((320, 640), (320, 256), (1280, 900))


@pytest.mark.parametrize(
    ("place", "language"),
    [
        pytest.param(place, language, id=f"{place.name}-{language}")
        for place in PLACES
        for language in ("ja", "pt-br")
        if language in place.languages
    ],
)
def test_page_never_scrolls_sideways_nor_cuts_text(
    visitor: Visitor, town: Town, place: Place, language: str
) -> None:
    where = address(place, language, town)
    tab = visitor.open(where, language=language)
    place.act(tab)
    tab.evaluate(OPEN_ALL)
    found = {}

    for spaced in (False, True):
        if spaced:
            tab.evaluate(ADD_SPACING, SPACING)
        for width, height in WINDOWS:
            tab.set_viewport_size({"width": width, "height": height})
            wide = tab.evaluate("document.documentElement.scrollWidth")
            found[width, height, spaced] = (wide, tab.evaluate(CUT))

    assert found == {
        (width, height, spaced): (width, [])
        for spaced in (False, True)
        for width, height in WINDOWS
    }
