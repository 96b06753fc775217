"""The demo town: built twice it is the same, and its pages cost few queries and few bytes."""

import gzip
import io
import json
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from tomoni.home.demo import build, content, texts
from tomoni.home.demo.content.blocks import block_id
from tomoni.home.models import AccessibilityPolicyPage, HomePage, StandardPage

ADDRESSES = (
    "/ja/", "/ja-simple/", "/pt-br/", "/en/",
    "/ja/garbage/", "/pt-br/collaboration-desk/", "/en/tomoni-kan/", "/ja-simple/about-this-site/",
    "/ja/accessibility-policy/", "/ja/accessibility-result/",
)  # fmt: skip


def dump() -> list[dict[str, Any]]:
    out = io.StringIO()
    call_command("dumpdata", exclude=["contenttypes", "auth.permission"], stdout=out)
    return json.loads(out.getvalue())


def queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection ) as captured:  # fmt: skip
        response = client.get(path)
    assert response.status_code == 200
    return len(captured)


def test_building_twice_changes_nothing(demo: HomePage) -> None:
    before = dump()

    build.build(lambda _line: None)
    texts.build(lambda _line: None)

    assert dump() == before


def test_building_again_keeps_what_an_editor_changed(demo: HomePage) -> None:
    page = StandardPage.objects.get(slug="garbage", locale=demo.locale)
    page.title = "ごみの出し方"
    page.body = json.dumps([{"type": "paragraph", "value": "<p>短く</p>"}])
    page.save_revision().publish()

    build.build(lambda _line: None)
    texts.build(lambda _line: None)

    page.refresh_from_db()
    assert (page.title, len(page.body)) == ("ごみの出し方", 1)


@pytest.mark.parametrize("is_live", [True, False])
def test_building_again_passes_over_an_editors_page_at_the_same_address(
    demo: HomePage, is_live: bool
) -> None:
    """Pages of another kind: one translates the Japanese page, the other has only the address."""
    home = HomePage.objects.get(locale__language_code="pt-br")
    slugs = ("garbage", "collaboration-desk")
    for slug in slugs:
        StandardPage.objects.get(slug=slug, locale=home.locale).delete()
    home.refresh_from_db()
    pages = [
        AccessibilityPolicyPage(title=slug, slug=slug, locale=home.locale, scope="…", live=is_live)
        for slug in slugs
    ]
    pages[0].translation_key = StandardPage.objects.get(
        slug="garbage", locale=demo.locale
    ).translation_key
    for page in pages:
        home.add_child(instance=page)
    said: list[str] = []

    build.build(said.append)
    texts.build(said.append)

    found = Page.objects.child_of(home).filter(slug__in=slugs).order_by("pk")
    assert list(found.values_list("pk", "title")) == [(page.pk, page.slug) for page in pages]
    assert [line for line in said if "/pt-br/" in line] == [
        "作らずに残しました（この番地には、もうページがあります）：/pt-br/collaboration-desk/"
    ]


def test_demo_stands_in_every_language_in_place_of_wagtails_welcome(demo: HomePage) -> None:
    site = Site.objects.get()
    homes = Page.objects.filter(depth=2)
    garbage = StandardPage.objects.filter(slug="garbage")

    assert (site.root_page_id, site.hostname, site.is_default_site) == (demo.pk, "localhost", True)
    assert [page.specific_class for page in homes] == [HomePage] * 4
    for key in content.page_keys():
        pages = Page.objects.filter(slug=key)
        assert {page.locale.language_code for page in pages} == set(content.page_locales(key))
        assert len({page.translation_key for page in pages}) == 1
        assert {page.alias_of_id for page in pages} == {None}
    assert {page.body[0].block_type for page in garbage} == {"heading"}
    assert {page.body[0].id for page in garbage} == {str(block_id("garbage", "days"))}


def test_pages_are_light_and_lead_to_each_other(demo: HomePage, client: Client) -> None:
    answers = {path: client.get(path) for path in ADDRESSES}
    sizes = {path: len(gzip.compress(answer.content)) for path, answer in answers.items()}

    assert {answer.status_code for answer in answers.values()} == {200}
    assert {path: size for path, size in sizes.items() if not 1_000 < size <= 10_000} == {}
    shown = client.get("/ja/tomoni-kan/").content.decode()
    assert '<a href="/ja/collaboration-desk/">協働の窓口</a>' in shown
    assert "linktype" not in shown


def test_pages_ask_few_queries_whatever_their_siblings(demo: HomePage, client: Client) -> None:
    allowed = {
        "/ja/": 9,
        "/pt-br/": 9,
        "/ja/garbage/": 8,
        "/ja/tomoni-kan/": 8,
        "/ja/collaboration-desk/": 8,
    }

    few = {path: queries(client, path) for path in allowed}
    add_pages(demo, 300)
    many = {path: queries(client, path) for path in allowed}

    assert few == many
    assert {path: count for path, count in few.items() if count > allowed[path]} == {}


def add_pages(parent: Page, number: int) -> None:
    """Add live pages, no menu items."""
    for place in range(number):
        parent.add_child(
            instance=StandardPage(title=f"頁{place}", slug=f"p{place}", locale=parent.locale)
        )
