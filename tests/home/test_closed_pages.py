"""Closed pages: the doors that routing finds in one query are those that Wagtail finds in many."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction, Site

from tomoni.home.models import StandardPage
from tomoni.testing import factories


@pytest.fixture
def tree(site: Site) -> dict[str, Page]:
    home = site.root_page
    above = factories.make_page(home, slug="above")
    below = factories.make_page(above, slug="below")
    return {"root": Page.get_first_root_node(), "home": home, "above": above, "below": below}


def close(page: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="himitsu"
    )


def mirrored(tree: dict[str, Page]) -> str:
    """Close a page that has a mirror; the mirror and what lies below it are closed with it."""
    close(tree["above"])
    tree["above"].create_alias(recursive=True, update_slug="mirror")
    return "/ja/mirror/below/"


def mirrored_twice(tree: dict[str, Page]) -> str:
    close(tree["above"])
    first = tree["above"].create_alias(recursive=True, update_slug="mirror")
    first.create_alias(recursive=True, update_slug="mirror-2")
    return "/ja/mirror-2/below/"


def closed_at(name: str) -> Callable[[dict[str, Page]], str]:
    def make(tree: dict[str, Page]) -> str:
        close(tree[name])
        return "/ja/above/below/"

    return make


WAYS = {
    **{name: closed_at(name) for name in ("root", "home", "above", "below")},
    "mirrored": mirrored,
    "mirrored twice": mirrored_twice,
}


@pytest.mark.parametrize("make", WAYS.values(), ids=WAYS)
def test_page_behind_a_door_asks_for_its_password(tree: dict[str, Page], make: Any) -> None:
    path = make(tree)

    html = Client().get(path).content.decode()

    assert 'name="password"' in html


def test_door_beside_the_way_closes_nothing(tree: dict[str, Page]) -> None:
    close(factories.make_page(tree["home"], slug="beside"))

    assert 'name="password"' not in Client().get("/ja/above/below/").content.decode()


def test_doors_on_the_way_cost_one_query(tree: dict[str, Page], django_assert_num_queries) -> None:
    door = close(tree["above"])
    page = StandardPage.objects.get(pk=tree["below"].pk)
    slow = set(page.get_view_restrictions())
    page.trail = tuple(Page.objects.get(pk=tree[name].pk) for name in ("home", "above", "below"))

    with django_assert_num_queries(1):
        quick = set(page.get_view_restrictions())

    assert quick == slow == {door}
