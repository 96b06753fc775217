"""Results narrowed by keyboard and back again, and sorted by distance where a browser knows it."""

from urllib.parse import unquote

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from tests.journeys.browsing import Visitor, tab_to
from tests.journeys.town import Town

from tomoni.search.queries import Asked
from tomoni.search.selectors.narrowing import Sort

pytestmark = pytest.mark.browser


def test_results_are_narrowed_and_widened_again_from_the_keyboard(visitor: Visitor) -> None:
    tab = visitor.open("/ja/search/?q=協働")
    everything = tab.locator(".search-count").inner_text()

    tab_to(tab, ".search-filters input[type=checkbox]")
    tab.keyboard.press("Space")
    tab_to(tab, ".search-filters button")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**&section=**")
    narrowed = tab.locator(".search-count").inner_text()
    tab_to(tab, ".search-chips a")
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: "section" not in url)
    widened = tab.locator(".search-count").inner_text()
    tab.go_back()

    assert narrowed != everything
    assert widened == everything
    assert tab.locator(".search-count").inner_text() == narrowed


@pytest.mark.parametrize("width", [360, 1280])
def test_results_are_narrowed_without_scripts(visitor: Visitor, width: int) -> None:
    tab = visitor.open("/pt-br/search/?q=lixo", language="pt-br", width=width, script=False)

    if width < 900:
        tab.click(".search-filters > summary")
    tab.locator(".search-filters input[type=checkbox]").first.check()
    tab.click(".search-filters button")
    tab.wait_for_url("**&section=**")
    tab.locator(".search-kinds a").nth(1).click()
    tab.wait_for_url("**&kind=**")

    assert {"q", "section", "kind"} == {
        pair.split("=")[0] for pair in unquote(tab.url).partition("?")[2].split("&")
    }
    assert tab.locator(".search-results li").count() > 0


def test_sort_by_distance_asks_the_browser_and_rounds_the_place(
    visitor: Visitor, town: Town
) -> None:
    asked = Asked(text="公園").address()
    with translation.override("ja"):
        sort = Sort("nearest", "近い順", chosen=False, address="", near=f"{asked}&near=")
        drawn = render_to_string("tomoni/search/sorts.html", {"sorts": [sort]})
    tab = visitor.open("/ja/search/")
    tab.context.grant_permissions(["geolocation"])
    tab.context.set_geolocation({"latitude": 36.2512345, "longitude": 139.4012345})
    tab.evaluate("html => { document.querySelector('main').innerHTML = html }", drawn)
    tab.add_script_tag(url=f"{town.base}/static/tomoni/search/near.js", type="module")

    tab.click("[data-near] button")
    tab.wait_for_url("**near=**")

    assert unquote(tab.url).endswith("?q=公園&near=36.251,139.401")
