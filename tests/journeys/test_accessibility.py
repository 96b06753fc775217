"""Every kind of public page, audited by axe in two languages, narrow and wide, light and dark."""

from itertools import product
from pathlib import Path

import axe_playwright_python
import pytest
from django.apps import apps
from playwright.sync_api import Page as Tab
from tests.journeys.browsing import Visitor
from tests.journeys.places import CHAPTER, FRONT, PLACES, Place, address
from tests.journeys.town import Town
from wagtail.models import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
LOOKS = tuple(product((360, 1280), ("light", "dark")))
LEAST_RULES = 15


def violations(tab: Tab) -> list[tuple[str, str]]:
    """Return the rules that the page breaks, each with the element that breaks it."""
    result = tab.evaluate("rules => axe.run(rules)", RULES)
    assert len(result["passes"]) > LEAST_RULES
    return [
        (found["id"], node["html"]) for found in result["violations"] for node in found["nodes"]
    ]


def audit(tab: Tab, *, menu: bool) -> dict[tuple[int, str, str], list[tuple[str, str]]]:
    """Return what is wrong in each look of a page, with its language menu closed and open."""
    tab.evaluate(AXE)
    found = {}
    for width, scheme in LOOKS:
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=scheme)
        found[width, scheme, "closed"] = violations(tab)
        if menu:
            tab.evaluate("document.querySelector('.menu-language').open = true")
            found[width, scheme, "menu open"] = violations(tab)
            tab.evaluate("document.querySelector('.menu-language').open = false")
    return {look: wrong for look, wrong in found.items() if wrong}


@pytest.mark.browser
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_page_has_no_accessibility_violation_in_japanese(
    visitor: Visitor, town: Town, place: Place
) -> None:
    where = address(place, "ja", town)
    tab = visitor.open(where)
    place.act(tab)

    found = audit(tab, menu=place in {FRONT, CHAPTER})

    assert found == {}


@pytest.mark.browser
@pytest.mark.parametrize(
    "place", [place for place in PLACES if "pt-br" in place.languages], ids=lambda place: place.name
)
def test_page_has_no_accessibility_violation_in_portuguese(
    visitor: Visitor, town: Town, place: Place
) -> None:
    where = address(place, "pt-br", town)
    tab = visitor.open(where, language="pt-br")
    place.act(tab)

    found = audit(tab, menu=place in {FRONT, CHAPTER})

    assert found == {}


def test_every_page_type_is_among_the_places() -> None:
    visited = {place.model for place in PLACES if place.model}

    types = {
        model._meta.label
        for model in apps.get_models()
        if issubclass(model, Page) and model.__module__.startswith("tomoni")
    }

    assert types == visited
