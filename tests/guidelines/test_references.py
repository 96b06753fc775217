"""References are found wherever they stand, and what they lead to is not taken away unnoticed."""

import json
import uuid

import pytest
from django.urls import reverse
from tests.editing.conftest import HEADING, OTHER, TEXT, Hall, hall  # noqa: F401 -- a fixture
from tests.editing.people import edit_url, form_of, fresh, save, signed_in, told

from tomoni.guidelines.models import ChapterPage
from tomoni.guidelines.selectors.drafts import begins_edition, draft_text
from tomoni.guidelines.selectors.references import places_elsewhere, references_of
from tomoni.testing import factories

ANCHOR = f"s-{HEADING.hex[:8]}"
LEADING = f'<p>話しあう。<a href="#{ANCHOR}">第１節</a>を参照。</p>'
HEAD = {"number": "第１節", "text": "目的", "level": "2"}


def refer(hall: Hall) -> None:  # noqa: F811 -- the fixture's value
    save(hall.writes, hall.second, form_of(hall.second, body=[(OTHER, "paragraph", LEADING)]))


def without_heading(hall: Hall):  # noqa: F811 -- the fixture's value
    return form_of(hall.chapter, body=[(TEXT, "paragraph", "<p>まちをつくる。</p>")])


def titles(page):
    return [
        one["type"] for one in fresh(page).get_latest_revision_as_object().body.get_prep_value()
    ]


def test_references_are_found_in_every_kind_of_block():
    item = {"type": "item", "id": "x", "value": {"mark": "①", "text": LEADING}}
    body = [
        {"type": "paragraph", "value": LEADING, "id": "1"},
        {"type": "list", "value": {"items": [item]}, "id": "2"},
        {"type": "paragraph", "value": '<a href="/ja/other/#s-00000001">別</a>', "id": "3"},
        {"type": "table", "value": {"rows": [["なし"]]}, "id": "4"},
    ]

    found = references_of(body)

    assert [(one.anchor, one.words, one.block_id) for one in found] == [
        (ANCHOR, "第１節", "1"),
        (ANCHOR, "第１節", "2"),
    ]


def test_taking_a_section_out_that_others_refer_to_is_refused(hall):  # noqa: F811
    refer(hall)

    answer = save(hall.writes, hall.chapter, without_heading(hall))

    html = answer.content.decode()
    assert titles(hall.chapter) == ["heading", "paragraph"]
    assert any("第２章　進め方" in one for one in told(answer))
    assert f'href="{edit_url(hall.second)}' in html
    assert "先にその参照を直すか" in html


def test_section_moved_to_another_chapter_may_go(hall):  # noqa: F811
    refer(hall)
    moved = [(OTHER, "paragraph", LEADING), (HEADING, "heading", HEAD)]
    save(hall.writes, hall.second, form_of(hall.second, body=moved))

    save(hall.writes, hall.chapter, without_heading(hall))

    assert titles(hall.chapter) == ["paragraph"]
    assert ANCHOR in draft_text(document=hall.document).anchors()


def test_section_that_nobody_refers_to_may_go(hall):  # noqa: F811
    save(hall.writes, hall.chapter, without_heading(hall))

    assert titles(hall.chapter) == ["paragraph"]


@pytest.mark.parametrize("view", ["delete", "unpublish"])
def test_chapter_that_others_refer_to_stays(hall, view):  # noqa: F811
    refer(hall)
    chief = hall.chief
    chief.is_superuser = True
    chief.save()

    answer = signed_in(chief).post(
        reverse(f"wagtailadmin_pages:{view}", args=[hall.chapter.pk]), follow=True
    )

    assert any("進め方" in one for one in told(answer))
    assert ChapterPage.objects.get(pk=hall.chapter.pk).live


def test_bulk_action_is_refused_too(hall):  # noqa: F811
    refer(hall)
    hall.chief.is_superuser = True
    hall.chief.save()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    answer = signed_in(hall.chief).post(f"{url}?id={hall.chapter.pk}&next=/admin/", follow=True)

    assert any("進め方" in one for one in told(answer))
    assert ChapterPage.objects.filter(pk=hall.chapter.pk).exists()


def test_chapter_with_a_thousand_sections_goes(hall):  # noqa: F811
    heading = {"level": 2, "number": "", "text": "見出し"}
    body = [{"type": "heading", "id": str(uuid.uuid4()), "value": heading} for _time in range(1200)]
    page = fresh(hall.second)
    page.body = json.dumps(body)
    page.save_revision().publish()

    hall.approves.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    assert not fresh(page).live


def test_other_document_that_refers_is_named(hall, site):  # noqa: F811
    address = f"/ja/guideline/one/#{ANCHOR}"
    stored = {"type": "paragraph", "value": f'<p><a href="{address}">指針</a></p>'}
    other = factories.make_guideline(site.root_page, title="別の指針")
    other.body = [(stored["type"], stored["value"])]
    other.body.raw_data[0]["id"] = str(uuid.uuid4())
    other.save_revision().publish()

    answer = save(hall.writes, hall.chapter, without_heading(hall))
    among_many = {ANCHOR, *(f"s-{number:08x}" for number in range(2000))}
    [found] = places_elsewhere(document=hall.document, anchors=among_many)

    assert any("別の指針" in one for one in told(answer))
    assert found.page_title == "別の指針"
    assert titles(hall.chapter) == ["heading", "paragraph"]


def test_publication_under_a_new_label_begins_an_edition(hall):  # noqa: F811
    before = begins_edition(document=hall.document)

    save(hall.writes, hall.document, form_of(hall.document, edition="第２版"))

    assert (before, begins_edition(document=hall.document)) == (False, True)


def test_chapter_changed_takes_the_documents_request_back(hall):  # noqa: F811
    save(hall.writes, hall.document, form_of(hall.document, edition="第２版"), "submit")

    answer = save(hall.writes, hall.chapter, form_of(hall.chapter, title="変えた章"))

    assert not fresh(hall.document).workflow_in_progress
    assert any("協働の指針" in one for one in told(answer))


def test_chapter_leaves_the_request_for_a_correction_alone(hall):  # noqa: F811
    save(hall.writes, hall.document, form_of(hall.document, summary="直した要約"), "submit")

    save(hall.writes, hall.chapter, form_of(hall.chapter, title="変えた章"))

    assert fresh(hall.document).workflow_in_progress


def test_drafts_of_a_document_take_two_queries(hall, django_assert_num_queries):  # noqa: F811
    with django_assert_num_queries(2):
        draft_text(document=hall.document)


def test_chapter_that_others_refer_to_does_not_leave_with_the_edition(hall):  # noqa: F811
    refer(hall)

    refused = save(hall.writes, hall.chapter, form_of(hall.chapter, ends_with_edition="on"))
    kept = fresh(hall.chapter).get_latest_revision_as_object().ends_with_edition
    save(hall.writes, hall.second, form_of(hall.second, ends_with_edition="on"))
    save(hall.writes, hall.chapter, form_of(hall.chapter, ends_with_edition="on"))

    assert any("第２章　進め方" in one for one in told(refused))
    assert "次の版とともになくすことはできません" in refused.content.decode()
    assert kept is False
    # Once what refers to it leaves as well, nothing is lost.
    assert fresh(hall.chapter).get_latest_revision_as_object().ends_with_edition


def test_reference_added_to_a_chapter_that_leaves_is_found(hall):  # noqa: F811
    save(hall.writes, hall.chapter, form_of(hall.chapter, ends_with_edition="on"))
    before = hall.writes.get(edit_url(hall.second)).content.decode()
    refer(hall)

    after = hall.writes.get(edit_url(hall.second)).content.decode()
    report = hall.writes.get(reverse("tomoni_findings_report")).content.decode()

    told_words = "参照「第１節」の行き先「第１章　はじめに」は、次の版でなくなる章"
    assert [told_words in html for html in (before, after, report)] == [False, True, True]


def test_chapter_referred_to_as_a_whole_stays(hall):  # noqa: F811
    whole = '<p><a href="#s-0000000a">第１章</a>を参照。</p>'
    save(hall.writes, hall.second, form_of(hall.second, body=[(OTHER, "paragraph", whole)]))
    hall.chief.is_superuser = True
    hall.chief.save()

    leaving = save(hall.writes, hall.chapter, form_of(hall.chapter, ends_with_edition="on"))
    deleted = signed_in(hall.chief).post(
        reverse("wagtailadmin_pages:delete", args=[hall.chapter.pk]), follow=True
    )

    assert any("進め方" in one for one in told(leaving))
    assert any("進め方" in one for one in told(deleted))
    assert ChapterPage.objects.filter(pk=hall.chapter.pk).exists()
