"""Blocks as readers get them: real header cells, links that lead somewhere, one contact."""

import json
from typing import Any

import pytest
from django.test import Client

from tomoni.home.models import EmergencyNotice, HomePage, Section, StandardPage
from tomoni.testing import factories


def shown(client: Client, path: str) -> str:
    """Return what a visitor gets, without the air between the tags."""
    return " ".join(client.get(path).content.decode().split()).replace("> <", "><")


def page_with(home: HomePage, *blocks: tuple[str, Any], **fields: Any) -> StandardPage:
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    return factories.make_page(home, slug="page", body=body, **fields)


def test_table_has_header_cells_and_a_caption(home: HomePage, client: Client) -> None:
    table = {
        "caption": "収集日",
        "header": ["種類", "曜日"],
        "rows": [["燃えるごみ", "月曜日"]],
        "first_column_is_header": True,
    }
    page_with(home, ("table", table))

    html = shown(client, "/ja/page/")

    assert "<caption>収集日</caption>" in html
    assert html.count('scope="col"') == 2
    assert '<th role="rowheader" scope="row">燃えるごみ</th>' in html
    assert '<td role="cell" data-column="曜日">月曜日</td>' in html


@pytest.mark.parametrize(("is_header", "row_headers"), [(True, 1), (False, 0)])
def test_table_names_its_rows_only_where_asked(
    home: HomePage, client: Client, is_header: bool, row_headers: int
) -> None:
    table = {
        "caption": "表",
        "header": ["一", "二"],
        "rows": [["三", "四"]],
        "first_column_is_header": is_header,
    }
    page_with(home, ("table", table))

    assert shown(client, "/ja/page/").count('scope="row"') == row_headers


def test_card_whose_page_cannot_be_read_is_not_shown(home: HomePage, client: Client) -> None:
    live = factories.make_page(home, slug="garbage")
    withdrawn = factories.make_page(home, slug="old")
    withdrawn.unpublish()
    cards = [
        {"title": f"札{number}", "text": "", "page": page, "picture": None}
        for number, page in enumerate((live.pk, withdrawn.pk, 999_999))
    ]
    home.body = json.dumps([{"type": "cards", "value": {"title": "できること", "cards": cards}}])
    home.save_revision().publish()

    html = shown(client, "/ja/")

    assert ("札0" in html, "札1" in html, "札2" in html) == (True, False, False)
    assert '<a href="/ja/garbage/">札0</a>' in html


def test_link_to_a_withdrawn_page_leaves_its_words(home: HomePage, client: Client) -> None:
    other = factories.make_page(home, slug="other")
    words = f'<p><a id="{other.pk}" linktype="page">ことば</a></p>'
    page_with(home, ("paragraph", words))
    before = shown(client, "/ja/page/")
    other.unpublish()

    assert '<p><a href="/ja/other/">ことば</a></p>' in before
    assert "<p><a>ことば</a></p>" in shown(client, "/ja/page/")


def test_block_of_a_switched_off_plugin_is_invisible(home: HomePage, client: Client) -> None:
    home.body = json.dumps([{"type": "calendar", "value": {"secret": "なかみ"}, "id": "c1"}])
    home.save_revision().publish()

    html = shown(client, "/ja/")

    assert "なかみ" not in html
    assert '<div class="container band">' not in html


def test_contact_stands_once_beside_the_text_or_in_it(home: HomePage, client: Client) -> None:
    section = Section.objects.create(locale=home.locale, name="環境課", phone="0000-00-1003")
    page = page_with(home, ("paragraph", "<p>文</p>"), section=section)
    beside = shown(client, "/ja/page/")
    page.body = json.dumps([{"type": "contact", "value": None}])
    page.save_revision().publish()
    within = shown(client, "/ja/page/")

    for html in (beside, within):
        assert html.count('id="contact-title"') == 1
        assert html.count('href="tel:0000001003"') == 1
    assert ("side-contact" in beside, "side-contact" in within) == (True, False)


def test_emergency_stands_above_every_page(home: HomePage, client: Client) -> None:
    page_with(home, ("paragraph", "<p>文</p>"))
    EmergencyNotice.objects.create(locale=home.locale, title="避難してください")

    counts = [
        shown(client, path).count("避難してください")
        for path in ("/ja/", "/ja/page/", "/ja/search/", "/ja/missing/")
    ]

    assert counts == [1, 1, 1, 1]


def test_pages_below_are_listed_where_everybody_may_read_them(
    home: HomePage, client: Client
) -> None:
    page = factories.make_page(home, slug="page")
    factories.make_page(page, slug="below", title="くわしく")
    factories.make_page(page, slug="draft", title="下書き").unpublish()

    html = shown(client, "/ja/page/")

    assert '<li><a href="/ja/page/below/">くわしく</a></li>' in html
    assert "下書き" not in html
