"""A language is offered when it has a live front page of its own, and never Japanese instead."""

import pytest
from django.conf import settings

from tomoni.testing import factories

OTHERS = [code for code, _name in settings.LANGUAGES if code != "ja"]


@pytest.fixture
def home(site):
    return site.root_page.specific


def offered(client) -> list[str]:
    return [language.code for language in client.get("/ja/").context["languages"]]


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("rest", ["", "page/", "page/child/"])
def test_language_without_front_page_is_not_found(home, client, code, rest):
    page = factories.make_page(home, slug="page", title="ごみの出し方")
    factories.make_page(page, slug="child", title="ごみの出し方 2")

    response = client.get(f"/{code}/{rest}")

    assert response.status_code == 404
    assert "ごみの出し方" not in response.content.decode()
    assert client.get(f"/ja/{rest}").status_code == 200


def test_language_with_a_live_front_page_is_offered_and_served(home, client):
    factories.make_home("pt-br", of=home, title="Início")

    response = client.get("/pt-br/")

    assert (response.status_code, response["Content-Language"]) == (200, "pt-br")
    assert offered(client) == ["ja", "pt-br"]


def test_language_whose_front_page_is_a_draft_is_neither_offered_nor_served(home, client):
    factories.make_home("pt-br", of=home).unpublish()

    assert client.get("/pt-br/").status_code == 404
    assert offered(client) == ["ja"]


def test_language_whose_front_page_is_a_mere_copy_is_neither_offered_nor_served(home, client):
    home.copy_for_translation(factories.make_locale("pt-br"), alias=True)

    assert client.get("/pt-br/").status_code == 404
    assert offered(client) == ["ja"]


def test_copied_page_is_not_offered_as_a_translation(home, client):
    portuguese = factories.make_home("pt-br", of=home)
    page = factories.make_page(home, slug="page")
    page.create_alias(parent=portuguese, update_locale=portuguese.locale)

    languages = client.get("/ja/page/").context["languages"]

    assert [(language.code, language.same_page) for language in languages] == [
        ("ja", True),
        ("pt-br", False),
    ]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"accept-language": "pt-BR,pt;q=0.9"},
        {"accept-language": "en"},
        {"cookie": "django_language=pt-br"},
    ],
)
def test_bare_address_leads_to_japanese_whatever_the_browser_asks(home, client, headers):
    factories.make_home("pt-br", of=home)

    response = client.get("/", headers=headers)

    assert (response.status_code, response["Location"]) == (302, "/ja/")


@pytest.mark.parametrize("accepted", ["pt-BR", "en", "*", ""])
def test_page_stays_in_the_language_of_its_address(home, client, accepted):
    factories.make_home("pt-br", of=home)

    response = client.get("/ja/", headers={"accept-language": accepted})

    assert (response.status_code, response["Content-Language"]) == (200, "ja")


def test_unknown_language_is_not_found(home, client):
    assert client.get("/fr/").status_code == 404
