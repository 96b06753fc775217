"""Our routing finds what Wagtail's finds, in fewer queries, and keeps closed what is closed."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client, RequestFactory
from wagtail.models import Page, PageViewRestriction

from tomoni.home.models import HomePage, StandardPage
from tomoni.testing import factories

PATHS = (
    "one/", "one/two/", "one/two/three/", "one/two/three/four/",
    "one/two/three/four/five/", "one/missing/", "missing/two/", "two/",
    "one/draft/", "one/draft/below/", "one/two/one/", "ONE/",
)  # fmt: skip


@pytest.fixture
def tree(home: HomePage) -> list[StandardPage]:
    pages: list[StandardPage] = []
    parent: Page = home
    for slug in ("one", "two", "three", "four"):
        parent = factories.make_page(parent, slug=slug, title=slug)
        pages.append(parent)
    draft = factories.make_page(pages[0], slug="draft")
    pages.append(factories.make_page(draft, slug="below"))
    draft.unpublish()
    return pages


def wagtails_answer(request: Any, path: str) -> int | None:
    found = Page.route_for_request(request, path)
    return found[0].pk if found else None


@pytest.mark.parametrize("path", ["", *PATHS])
def test_routing_finds_the_page_that_wagtail_finds(
    tree: list[StandardPage], client: Client, rf: RequestFactory, path: str
) -> None:
    expected = wagtails_answer(rf.get(f"/ja/{path}"), path)

    response = client.get(f"/ja/{path}")

    found = response.context["page"].pk if response.status_code == 200 else None
    assert (found, response.status_code) == (expected, 200 if expected else 404)


def test_the_comparison_meets_both_answers(tree: list[StandardPage], rf: RequestFactory) -> None:
    answers = [wagtails_answer(rf.get(f"/ja/{path}"), path) is not None for path in PATHS]

    assert answers.count(True) >= 4
    assert answers.count(False) >= 4


def test_draft_is_not_served(home: HomePage, client: Client) -> None:
    home.add_child(instance=StandardPage(title="下書き", slug="draft", live=False))

    assert client.get("/ja/draft/").status_code == 404


def test_long_paths_end_without_a_query(
    home: HomePage, client: Client, django_assert_max_num_queries: Any
) -> None:
    client.get("/ja/")

    with django_assert_max_num_queries(2):
        response = client.get("/ja/" + "a/" * 200)

    assert response.status_code == 404


def test_bare_address_leads_to_japanese_whatever_the_browser_asks(
    home: HomePage, client: Client
) -> None:
    response = client.get("/", headers={"accept-language": "en"})

    assert (response.status_code, response["Location"]) == (302, "/ja/")


def test_page_behind_a_password_opens_with_it(home: HomePage, client: Client) -> None:
    page = factories.make_page(home, slug="board", title="委員の部屋", summary="ひみつ")
    child = factories.make_page(page, slug="minutes", summary="ひみつの議事録")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="kaki"
    )
    door = f"/ja/_util/authenticate_with_password/{restriction.pk}/{child.pk}/"

    closed = client.get("/ja/board/minutes/")
    wrong = client.post(door, {"password": "momo", "return_url": "/ja/board/minutes/"})
    right = client.post(door, {"password": "kaki", "return_url": "/ja/board/minutes/"})
    opened = client.get("/ja/board/minutes/")

    assert next(template.name for template in closed.templates) == (
        "tomoni/home/password_required.html"
    )
    assert "ひみつ" not in closed.content.decode()
    assert "住民" not in closed.content.decode()
    assert "役所" in closed.content.decode()
    assert (wrong.status_code, b"error-summary" in wrong.content) == (200, True)
    assert (right.status_code, right["Location"]) == (302, "/ja/board/minutes/")
    assert "ひみつの議事録" in opened.content.decode()


def test_page_for_signed_in_people_leads_to_our_door(home: HomePage, client: Client) -> None:
    page = factories.make_page(home, slug="board")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    user = get_user_model().objects.create_user(
        username="hanako", email="hanako@town.example.jp", password="a long enough secret"
    )

    closed = client.get("/ja/board/")
    door = client.get(closed["Location"])
    client.force_login(user, backend="tomoni.accounts.backends.NameOrMailBackend")
    opened = client.get("/ja/board/")

    assert closed.status_code == 302
    assert closed["Location"].startswith("/ja/")
    assert closed["Location"].endswith("?next=/ja/board/")
    assert door.status_code == 200
    assert opened.status_code == 200
