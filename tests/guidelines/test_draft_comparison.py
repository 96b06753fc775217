"""新旧対照 of a draft in the admin: seen by who writes and approves it, with room for reasons."""

import re
from html import unescape

import pytest
from django.test import Client
from tests.editing.people import EDITOR, person, signed_in
from tests.guidelines.test_comparison_pages import make_editions
from tests.guidelines.test_editions import edited, publish_draft
from tests.guidelines.test_reading import anchor
from wagtail.models import Site

from tomoni.guidelines.models import ChapterPage, GuidelinePage


@pytest.fixture
def document(site: Site) -> GuidelinePage:
    """A document with a third edition in the making."""
    document = make_editions(site)
    page = ChapterPage.objects.get(slug="ch1")
    raw = [dict(block) for block in page.body.raw_data]
    raw[1]["value"] = raw[1]["value"].replace("将来", "明日")
    edited(page, body=raw)
    edited(ChapterPage.objects.get(slug="ch2"), ends_with_edition=True)
    return edited(document, edition="第３版")


def address(document: GuidelinePage) -> str:
    return f"/admin/guidelines/{document.pk}/comparison/"


def test_draft_is_compared_with_the_present_edition(document, admin_client) -> None:
    html = admin_client.get(address(document)).content.decode()
    seen = re.sub(r'<span class="visually-hidden">.*?</span>', "", html)

    assert ("<del>将来</del>" in seen, "<ins>明日</ins>" in seen) == (True, True)
    assert f'name="reason:{anchor("ch1-0")}"' in html
    assert "ch2-0の[将来]" not in seen
    assert seen.count("ch2-0") > 0


def test_reasons_are_kept_for_the_edition_that_the_draft_names(document, admin_client) -> None:
    response = admin_client.post(
        address(document),
        {"reason:": "五年ごとの見直し", f"reason:{anchor('ch1-0')}": "わかりやすく"},
    )

    assert response["Location"] == address(document)
    assert set(
        document.change_reasons.filter(edition_label="第３版").values_list("anchor", "text")
    ) == {("", "五年ごとの見直し"), (anchor("ch1-0"), "わかりやすく")}
    publish_draft(document)
    html = Client().get("/ja/guideline/compare/第2版/第3版/").content.decode()
    assert ("わかりやすく" in html, "五年ごとの見直し" in html) == (True, True)


def test_reasons_stand_in_their_fields_until_they_are_changed(document, admin_client) -> None:
    given = {"reason:": "五年ごとの\n見直し", f"reason:{anchor('ch1-0')}": "わかりやすく"}

    before = reasons_in(admin_client.get(address(document)).content.decode())
    admin_client.post(address(document), given)
    after = reasons_in(admin_client.get(address(document)).content.decode())

    assert set(before.values()) == {""}
    assert {name: text for name, text in after.items() if text} == given


def reasons_in(html: str) -> dict[str, str]:
    fields = re.findall(
        r'<textarea[^>]* name="(reason:[^"]*)"[^>]*>(.*?)</textarea>', html, re.DOTALL
    )
    return dict(fields)


def test_button_leads_there_from_document_and_chapters(document, admin_client) -> None:
    for page in (document, ChapterPage.objects.get(slug="ch1")):
        html = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

        assert address(document) in html


def test_first_edition_has_nothing_to_be_compared_with(site: Site, admin_client) -> None:
    document = make_editions(site)
    document.editions.all().delete()

    response = admin_client.get(address(document))

    assert response.status_code == 200
    assert b"<textarea" not in response.content


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_sees_it(document, method: str) -> None:
    stranger = getattr(Client(), method)(address(document))
    without_rights = getattr(signed_in(person("helper")), method)(address(document))

    assert (stranger.status_code, without_rights.status_code) == (302, 302)
    assert b"ch1-0" not in without_rights.content


def test_locked_document_can_be_read_but_gets_no_reasons(document, admin_user) -> None:
    GuidelinePage.objects.filter(pk=document.pk).update(locked=True, locked_by=admin_user)
    client = signed_in(person("editor2", EDITOR))

    shown = client.get(address(document))
    sent = client.post(address(document), {"reason:": "間に合わなかった"})

    assert shown.status_code == 200
    assert b"<textarea" not in shown.content
    assert not document.change_reasons.filter(text="間に合わなかった").exists()
    assert (sent.status_code, "間に合わなかった" in sent.content.decode()) == (409, True)


def form_in(client: Client, document: GuidelinePage) -> dict[str, str]:
    html = client.get(address(document)).content.decode()
    [seen] = re.findall(r'name="seen" value="([^"]*)"', html)
    return {"seen": unescape(seen), **reasons_in(html)}


def test_reasons_of_two_people_stand_side_by_side(document, admin_client) -> None:
    first, second = form_in(admin_client, document), form_in(admin_client, document)

    admin_client.post(address(document), {**first, "reason:": "全体の\r\n理由"})
    admin_client.post(address(document), {**second, f"reason:{anchor('ch1-0')}": "章の理由"})

    assert dict(
        document.change_reasons.filter(edition_label="第３版").values_list("anchor", "text")
    ) == {"": "全体の\n理由", anchor("ch1-0"): "章の理由"}


def test_reason_that_another_wrote_meanwhile_is_not_overwritten(document, admin_client) -> None:
    first, second = form_in(admin_client, document), form_in(admin_client, document)
    admin_client.post(address(document), {**first, "reason:": "先の理由"})

    refused = admin_client.post(address(document), {**second, "reason:": "後の理由"})
    html = refused.content.decode()
    again = {
        "seen": unescape(re.findall(r'name="seen" value="([^"]*)"', html)[0]),
        **reasons_in(html),
    }
    kept = document.change_reasons.get(edition_label="第３版").text
    admin_client.post(address(document), again)

    assert (refused.status_code, kept) == (409, "先の理由")
    assert ("「先の理由」" in html, again["reason:"]) == (True, "後の理由")
    assert document.change_reasons.get(edition_label="第３版").text == "後の理由"


@pytest.mark.parametrize("seen", ["", "x", "1", "[]", '["第３版", 1]', '["第２版", {}]'])
def test_reasons_for_another_edition_are_not_saved_for_this(document, admin_client, seen) -> None:
    sent = admin_client.post(address(document), {"seen": seen, "reason:": "理由"})

    told = (302, 1) if "第２版" not in seen else (409, 0)
    assert (sent.status_code, document.change_reasons.filter(text="理由").count()) == told


def test_draft_comparison_costs_the_same_whatever_the_length(
    site: Site, admin_client, django_assert_max_num_queries
) -> None:
    document = make_editions(site, chapters=4, sections=4)
    admin_client.get(address(document))

    with django_assert_max_num_queries(30):
        admin_client.get(address(document))
