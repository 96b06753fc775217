"""Only languages that residents can really read are offered, and the switch leads to the page."""

from collections.abc import Callable

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from wagtail.models import Page, PageViewRestriction, Site

from tomoni.home.frame import Link, SiteFrame
from tomoni.home.models import HomePage
from tomoni.home.reading import preferred_language
from tomoni.home.selectors import LanguageLink, breadcrumbs_of, languages_of, links_below
from tomoni.testing import factories

Ask = Callable[..., SiteFrame]


def codes(frame: SiteFrame) -> list[str]:
    return [locale.code for locale in frame.locales]


def test_language_without_a_front_page_is_not_offered(home: HomePage, frame: Ask) -> None:
    factories.make_locale("ne")

    assert codes(frame()) == ["ja"]


def test_language_with_a_draft_front_page_is_not_offered(home: HomePage, frame: Ask) -> None:
    draft = home.copy_for_translation(factories.make_locale("ne"))

    assert (draft.live, codes(frame())) == (False, ["ja"])


def test_language_whose_front_page_only_mirrors_another_is_not_offered(
    home: HomePage, frame: Ask, client: Client
) -> None:
    mirror = home.copy_for_translation(factories.make_locale("ne"), alias=True)

    assert (mirror.live, codes(frame()), client.get("/ne/").status_code) == (True, ["ja"], 404)


def test_languages_come_in_the_order_of_the_settings(home: HomePage, frame: Ask) -> None:
    for code in ("en", "pt-br", "ja-simple"):
        factories.make_home(code, of=home)

    assert codes(frame()) == ["ja", "ja-simple", "pt-br", "en"]


def test_withdrawn_front_page_takes_its_language_away(
    home: HomePage, portuguese: HomePage, frame: Ask
) -> None:
    before = codes(frame())
    portuguese.unpublish()

    assert (before, codes(frame())) == (["ja", "pt-br"], ["ja"])


@pytest.mark.parametrize("path", ["/ne/", "/ne/garbage/", "/pt-br/garbage/"])
def test_no_page_is_served_under_the_prefix_of_another_language(
    home: HomePage, portuguese: HomePage, client: Client, path: str
) -> None:
    factories.make_page(home, slug="garbage")

    assert client.get(path).status_code == 404


@pytest.mark.parametrize("is_closed_here", [False, True])
def test_switch_leads_to_a_closed_translation_only_from_a_closed_page(
    home: HomePage, portuguese: HomePage, frame: Ask, is_closed_here: bool
) -> None:
    page = factories.make_page(home, slug="garbage")
    other = factories.make_page(portuguese, slug="lixo", translation_key=page.translation_key)
    for closed in (other, page) if is_closed_here else (other,):
        PageViewRestriction.objects.create(
            page=closed, restriction_type=PageViewRestriction.PASSWORD, password="himitsu"
        )

    urls = [link.url for link in languages_of(page=page, frame=frame())]

    assert urls == ["/ja/garbage/", "/pt-br/lixo/" if is_closed_here else "/pt-br/"]


def test_switch_leads_to_the_translation_and_else_to_the_front_page(
    home: HomePage, portuguese: HomePage, frame: Ask
) -> None:
    factories.make_home("en", of=home)
    page = factories.make_page(home, slug="garbage")
    factories.make_page(portuguese, slug="lixo", translation_key=page.translation_key)

    assert languages_of(page=page, frame=frame()) == (
        LanguageLink("ja", "ja", "日本語", "/ja/garbage/", current=True, same_page=True),
        LanguageLink(
            "pt-br", "pt-BR", "Português (Brasil)", "/pt-br/lixo/", current=False, same_page=True
        ),
        LanguageLink("en", "en", "English", "/en/", current=False, same_page=False),
    )


def test_switch_does_not_lead_to_a_mere_copy(
    home: HomePage, portuguese: HomePage, frame: Ask
) -> None:
    page = factories.make_page(home, slug="garbage")
    page.copy_for_translation(portuguese.locale, alias=True)

    links = {
        link.code: (link.url, link.same_page) for link in languages_of(page=page, frame=frame())
    }

    assert links == {"ja": ("/ja/garbage/", True), "pt-br": ("/pt-br/", False)}


def test_switch_does_not_lead_out_of_the_site(home: HomePage, frame: Ask) -> None:
    page = factories.make_page(home, slug="garbage")
    factories.make_home("pt-br", of=home)
    elsewhere = factories.make_home("pt-br", slug="elsewhere")
    factories.make_page(elsewhere, slug="lixo", translation_key=page.translation_key)

    links = {
        link.code: (link.url, link.same_page) for link in languages_of(page=page, frame=frame())
    }

    assert links["pt-br"] == ("/pt-br/", False)


def test_breadcrumbs_lead_from_the_front_page_to_the_page_above(home: HomePage, frame: Ask) -> None:
    life = factories.make_page(home, title="くらし", slug="life")
    garbage = factories.make_page(life, title="ごみ", slug="garbage")
    leaf = factories.make_page(garbage, title="粗大ごみ", slug="large")

    assert breadcrumbs_of(page=leaf, frame=frame()) == (
        Link("", "/ja/"),
        Link("くらし", "/ja/life/"),
        Link("ごみ", "/ja/life/garbage/"),
    )


def test_breadcrumbs_are_the_same_from_the_trail_that_routing_left(
    home: HomePage, frame: Ask, client: Client
) -> None:
    life = factories.make_page(home, title="くらし", slug="life")
    leaf = factories.make_page(life, title="ごみ", slug="garbage")

    response = client.get("/ja/life/garbage/")

    assert response.context["breadcrumbs"] == breadcrumbs_of(page=leaf, frame=frame())


def test_breadcrumbs_leave_out_what_would_answer_404(home: HomePage, frame: Ask) -> None:
    draft = factories.make_page(home, title="下書き", slug="draft")
    asleep = factories.make_page(draft, title="祭り", slug="festival")
    leaf = factories.make_page(asleep, title="ごみ", slug="garbage")
    draft.unpublish()
    gone = ContentType.objects.create(app_label="tomoni_gone", model="festivalpage")
    Page.objects.filter(pk=asleep.pk).update(content_type=gone)

    assert breadcrumbs_of(page=leaf, frame=frame()) == (Link("", "/ja/"),)


def test_page_of_a_switched_off_plugin_is_not_led_to_from_above(home: HomePage, frame: Ask) -> None:
    above = factories.make_page(home, slug="life")
    shown = factories.make_page(above, title="ごみ", slug="garbage")
    asleep = factories.make_page(above, title="祭り", slug="festival")
    gone = ContentType.objects.create(app_label="tomoni_gone", model="festivalpage")
    Page.objects.filter(pk=asleep.pk).update(content_type=gone)
    above.refresh_from_db()

    assert links_below(page=above, frame=frame()) == (Link(shown.title, "/ja/life/garbage/"),)


def test_front_page_has_no_breadcrumbs(home: HomePage, frame: Ask) -> None:
    assert breadcrumbs_of(page=home, frame=frame()) == ()


@pytest.mark.parametrize(
    ("page_code", "accepted", "expected"),
    [
        ("ja", "pt-BR,pt;q=0.9,en;q=0.8", "pt-br"),
        ("ja", "pt", "pt-br"),
        ("ja", "ne,en;q=0.5", "en"),
        ("ja", "en;q=0.4,pt-BR;q=0.9", "pt-br"),
        ("ja", "ja,pt-BR;q=0.9", None),
        ("ja", "ko", None),
        ("ja", "", None),
        ("ja", "*", None),
        ("ja", ";;;,=,\x00", None),
        ("ja-simple", "ja,en;q=0.5", None),
        ("pt-br", "pt-BR,en", None),
        ("pt-br", "ja", "ja"),
    ],
)
def test_browser_language_is_offered_where_it_is_another_one(
    home: HomePage, frame: Ask, page_code: str, accepted: str, expected: str | None
) -> None:
    for code in ("ja-simple", "pt-br", "en"):
        factories.make_home(code, of=home)

    found = preferred_language(frame=frame(page_code), accepted=accepted)

    assert (found.code if found else None) == expected


def test_front_page_offers_the_browsers_language_without_leading_away(
    home: HomePage, portuguese: HomePage, client: Client
) -> None:
    response = client.get("/ja/", headers={"accept-language": "pt-BR"})
    plain = client.get("/ja/", headers={"accept-language": "ja"})

    assert response.status_code == plain.status_code == 200
    assert "Accept-Language" in response["Vary"]
    assert "Accept-Language" in plain["Vary"]
    offer = '<p class="language-offer" lang="pt-BR">'
    assert (response.content.decode().count(offer), plain.content.decode().count(offer)) == (1, 0)


def test_other_pages_offer_nothing_and_do_not_vary(
    home: HomePage, portuguese: HomePage, client: Client
) -> None:
    factories.make_page(home, slug="garbage")

    response = client.get("/ja/garbage/", headers={"accept-language": "pt-BR"})

    assert "Accept-Language" not in response.get("Vary", "")
    assert b"language-offer" not in response.content


def test_site_without_a_front_page_of_ours_offers_nothing(
    db: None, frame: Ask, client: Client
) -> None:
    root = Site.objects.get(is_default_site=True).root_page

    assert root.specific_class is Page
    assert (codes(frame()), client.get("/ja/").status_code) == ([], 404)
