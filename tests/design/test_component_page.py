"""The page that shows developers every component, and the pages for what went wrong."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation

import tomoni.design

FOLDER = "tomoni/design/components/"
COMPONENTS = Path(tomoni.design.__file__).parent / "templates" / FOLDER


def test_component_page_shows_every_component(client, site, component_urls):
    used = {
        template.name
        for name in ("page", "front", "reading")
        for template in client.get(component_urls, {"page": name}).templates
    }

    assert {FOLDER + path.name for path in COMPONENTS.glob("*.html")} - used == set()


def test_component_page_is_kept_from_search_engines(client, site, component_urls):
    html = client.get(component_urls).content.decode()

    assert '<meta name="robots" content="noindex">' in html


def test_component_page_has_one_heading_of_the_first_level(client, site, component_urls):
    html = client.get(component_urls).content.decode()

    levels = re.findall(r"<h([1-6])", html)

    assert (levels[0], levels.count("1")) == ("1", 1)


def test_component_page_has_no_id_twice(client, site, component_urls):
    html = client.get(component_urls).content.decode()

    ids = re.findall(r'\sid="([^"]+)"', html)

    assert sorted(ids) == sorted(set(ids))


def test_switch_marks_each_language_with_its_own_tag(client, site, component_urls):
    html = client.get(component_urls).content.decode()

    switch = re.search(r'<details class="menu menu-language".*?</details>', html, re.DOTALL)[0]
    links = re.findall(r'<li lang="([^"]+)"><a href="([^"]+)" hreflang="([^"]+)"', switch)

    assert links[:3] == [
        ("ja", "/ja/", "ja"),
        ("ja", "/ja-simple/", "ja"),
        ("pt-BR", "/pt-br/", "pt-BR"),
    ]
    assert len(links) == 11


def test_alternates_are_only_pages_that_are_translated(client, site, component_urls):
    html = client.get(component_urls).content.decode()

    alternates = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html)

    assert alternates == [("ja", "/ja-simple/"), ("pt-BR", "/pt-br/"), ("en", "/en/")]


@pytest.mark.parametrize("status", [400, 403, 404])
def test_error_page_stands_in_the_frame_and_is_kept_from_search_engines(rf, site, status):
    html = render_to_string(f"{status}.html", request=rf.get("/ja/nowhere/"))

    assert f'<p class="kicker">{status}</p>' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<header class="site-header">' in html


@pytest.mark.parametrize(
    ("language", "tag"), [("ja", "ja"), ("ja-simple", "ja"), ("pt-br", "pt-BR")]
)
def test_failure_page_needs_neither_database_nor_context(language, tag):
    with translation.override(language):
        html = render_to_string("500.html")

    assert f'<html lang="{tag}">' in html
    assert re.findall(r'<link rel="stylesheet" href="([^"]+)">', html) == [
        "/static/tomoni/design/tokens.css",
        "/static/tomoni/design/base.css",
        "/static/tomoni/design/components.css",
    ]
