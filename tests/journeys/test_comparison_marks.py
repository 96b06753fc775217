"""The marks of a comparison: strong enough in both schemes, and told by more than their colour."""

from itertools import product

import pytest
from playwright.sync_api import Page as Tab
from tests.journeys.browsing import Visitor
from tests.journeys.places import UNFOLDED, address
from tests.journeys.town import Town

pytestmark = pytest.mark.browser

# Texts that are marks, or stand on one.
TEXTS = "del, ins, .notation, .state-word, .half-word, .change-note, .reason-word, .absent"
TEXT_CONTRAST, EDGE_CONTRAST = 4.5, 3
# The contrast of the colour of a part, or of a piece of its style, with what lies under it.
CONTRASTS = """([selector, piece]) => {
    const context = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const paint = colours => {
        context.clearRect(0, 0, 1, 1);
        for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const light = rgb => rgb.map(part => part / 255)
        .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
    const grounds = one => one
        ? [...grounds(one.parentElement), getComputedStyle(one).backgroundColor] : ["Canvas"];
    const found = {};
    for (const one of document.querySelectorAll(selector)) {
        if (!one.checkVisibility() || !one.getClientRects().length) continue;
        const style = getComputedStyle(one), under = grounds(piece === "color" ? one
            : one.parentElement);
        const colour = piece === "edge" ? style.boxShadow.match(/^[a-z]+\\([^)]*\\)/)?.[0]
            : style[piece];
        if (!colour) continue;
        const [low, high] = [light(paint([...under, colour])), light(paint(under))]
            .sort((a, b) => a - b);
        const name = `${one.localName}.${one.className.baseVal ?? one.className}`;
        found[name] = Math.min(found[name] ?? 21, (high + .05) / (low + .05));
    }
    return found;
}"""
LINES = """selector => {
    const one = [...document.querySelectorAll(selector)].find(each => each.checkVisibility());
    const style = getComputedStyle(one);
    return [style.textDecorationLine, style.textDecorationStyle];
}"""


def opened(visitor: Visitor, town: Town, width: int, scheme: str) -> Tab:
    return visitor.open(address(UNFOLDED, "ja", town), width=width, scheme=scheme)


@pytest.mark.parametrize(
    ("width", "scheme"),
    [*product((360, 1280), ("light", "dark"))],
    ids=str,
)
def test_marks_are_strong_enough(visitor: Visitor, town: Town, width: int, scheme: str) -> None:
    tab = opened(visitor, town, width, scheme)
    text = ", ".join(f".comparison {one}" for one in TEXTS.split(", "))

    texts = tab.evaluate(CONTRASTS, [text, "color"])
    edges = {
        **tab.evaluate(CONTRASTS, [".one-sided", "borderInlineStartColor"]),
        **tab.evaluate(CONTRASTS, [".compared-editions > div", "borderBlockStartColor"]),
        **tab.evaluate(CONTRASTS, [".half", "edge"] if width < 768 else [".share-changed", "fill"]),
    }

    assert {"del.", "ins.", "span.notation", "span.state-word"} <= set(texts)
    assert {name: ratio for name, ratio in texts.items() if ratio < TEXT_CONTRAST} == {}
    assert len(edges) >= 5
    assert {name: ratio for name, ratio in edges.items() if ratio < EDGE_CONTRAST} == {}


@pytest.mark.parametrize("forced", ["none", "active"])
def test_marks_are_told_by_more_than_colour(visitor: Visitor, town: Town, forced: str) -> None:
    tab = opened(visitor, town, 1280, "light")
    tab.emulate_media(forced_colors=forced)

    # The two editions write nothing in another way only; the legend shows how it is marked.
    places = {"del": ".strip del", "ins": ".strip ins", ".notation": ".legend .notation"}
    lines = {name: tab.evaluate(LINES, place) for name, place in places.items()}
    said = {
        name: set(tab.locator(f".strip {name} > .visually-hidden:first-child").all_inner_texts())
        for name in ("del", "ins")
    }
    sides = tab.locator(".strip:first-child .half-word").all_inner_texts()

    assert lines == {
        "del": ["line-through", "solid"],
        "ins": ["underline", "solid"],
        ".notation": ["underline", "dotted"],
    }
    assert said == {"del": {"［削除"}, "ins": {"［追加"}}
    assert set(sides) == {"旧", "新"}


def test_what_is_wholly_new_is_folded_and_printed(visitor: Visitor, town: Town) -> None:
    tab = visitor.open(address(UNFOLDED, "ja", town).partition("?")[0])
    folded = tab.locator(".one-sided-added .one-side").first

    before = folded.is_visible()
    tab.locator(".one-sided-added summary").first.click()
    after = folded.is_visible()
    tab.locator(".one-sided-added summary").first.click()
    tab.emulate_media(media="print")

    assert (before, after) == (False, True)
    assert folded.is_visible()
    assert folded.bounding_box()["height"] > 20
