"""What editors meet: forms that open, previews, and a colour that is refused with its reason."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Site

from tomoni.home.models import (
    AccessibilityPolicyPage,
    AccessibilityResultPage,
    EmergencyNotice,
    HomePage,
    Section,
    SiteAppearance,
    StandardPage,
)
from tomoni.testing import factories

SNIPPETS = ("section", "wording", "emergencynotice")
KINDS = ("homepage", "standardpage", "accessibilitypolicypage", "accessibilityresultpage")


@pytest.fixture
def pages(home: HomePage) -> dict[str, Page]:
    """A live page of each type."""
    policy = AccessibilityPolicyPage(title="方針", slug="policy", locale=home.locale, scope="全部")
    result = AccessibilityResultPage(
        title="結果", slug="result", locale=home.locale, pages_tested="表紙",
        tested_from=date(2026, 10, 13), tested_until=date(2026, 10, 23),
    )  # fmt: skip
    return {
        "homepage": home,
        "standardpage": factories.make_page(home, slug="garbage"),
        "accessibilitypolicypage": factories.publish(home, policy),
        "accessibilityresultpage": factories.publish(home, result),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_edit_view_opens(admin: Client, pages: dict[str, Page], kind: str) -> None:
    response = admin.get(f"/admin/pages/{pages[kind].pk}/edit/")

    assert response.status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_add_view_opens(admin: Client, pages: dict[str, Page], kind: str) -> None:
    parent = Page.get_first_root_node() if kind == "homepage" else pages["homepage"]

    response = admin.get(f"/admin/pages/add/tomoni_home/{kind}/{parent.pk}/")

    assert response.status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_preview_shows_the_draft(pages: dict[str, Page], kind: str) -> None:
    page = pages[kind]
    page.title = "まだ公開していない題"

    response = page.make_preview_request()

    assert response.status_code == 200
    assert "まだ公開していない題" in response.content.decode()


def test_preview_of_a_page_without_an_address_speaks_its_language(home: HomePage) -> None:
    draft = StandardPage(title="Lixo", slug="lixo", locale=factories.make_locale("pt-br"))
    draft.live = False
    Page.get_first_root_node().add_child(instance=draft)

    response = draft.make_preview_request()

    assert response.status_code == 200
    assert '<html lang="pt-BR">' in response.content.decode()


@pytest.mark.parametrize("name", SNIPPETS)
def test_list_and_form_of_the_town_open(admin: Client, home: HomePage, name: str) -> None:
    listed = admin.get(f"/admin/snippets/tomoni_home/{name}/")
    form = admin.get(f"/admin/snippets/tomoni_home/{name}/add/")

    assert (listed.status_code, form.status_code) == (200, 200)


def test_appearance_form_takes_a_strong_colour_and_refuses_a_weak_one_with_the_reason(
    admin: Client, site: Site
) -> None:
    address = f"/admin/settings/tomoni_home/siteappearance/{site.pk}/"

    opened = admin.get(address)
    weak = admin.post(address, {"accent": "#ffcc00", "emblem": ""})
    strong = admin.post(address, {"accent": "#0b6472", "emblem": ""})

    assert (opened.status_code, weak.status_code, strong.status_code) == (200, 200, 302)
    assert "1.51" in weak.content.decode()
    assert SiteAppearance.objects.get(site=site).accent == "#0b6472"


@pytest.mark.parametrize("colour", ["#ffcc00", "red", "#12345", "#11223344", ""])
def test_unfit_accent_is_refused_at_its_field(site: Site, colour: str) -> None:
    with pytest.raises(ValidationError) as refused:
        SiteAppearance(site=site, accent=colour).full_clean()

    assert set(refused.value.message_dict) == {"accent"}


def test_emergency_must_end_after_it_starts(home: HomePage) -> None:
    now = timezone.now()
    notice = EmergencyNotice(
        locale=home.locale, title="断水", starts=now, ends=now - timedelta(hours=1)
    )

    with pytest.raises(ValidationError) as refused:
        notice.full_clean()

    assert set(refused.value.message_dict) == {"ends"}


def test_section_takes_a_phone_number_as_it_is_printed(home: HomePage) -> None:
    Section(locale=home.locale, name="環境課", phone="0000-00-1003").full_clean()

    with pytest.raises(ValidationError) as refused:
        Section(locale=home.locale, name="環境課", phone="００００－１").full_clean()

    assert set(refused.value.message_dict) == {"phone"}


def test_new_page_is_written_and_published_in_the_editor(admin: Client, home: HomePage) -> None:
    body = {
        "body-count": "2",
        "body-0-deleted": "", "body-0-order": "0", "body-0-type": "heading", "body-0-id": "",
        "body-0-value-text": "収集日", "body-0-value-level": "2",
        "body-1-deleted": "", "body-1-order": "1", "body-1-type": "paragraph", "body-1-id": "",
        "body-1-value": json.dumps({
            "blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "毎週です。",
                        "inlineStyleRanges": [], "entityRanges": []}],
            "entityMap": {},
        }),
    }  # fmt: skip
    form = {"title": "ごみ", "slug": "garbage", "summary": "", "section": "", **body}

    response = admin.post(
        f"/admin/pages/add/tomoni_home/standardpage/{home.pk}/",
        {**form, "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
         "action-publish": "action-publish"},
    )  # fmt: skip
    shown = admin.get("/ja/garbage/")

    assert response.status_code == 302
    page = StandardPage.objects.get(slug="garbage")
    anchor = f"s-{page.body[0].id[:8]}"
    assert f'<h2 id="{anchor}">' in shown.content.decode()
    assert "毎週です。" in shown.content.decode()
