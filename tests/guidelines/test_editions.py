"""Editions: what was public under a label stays, and one publication takes the chapters along."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.guidelines.test_reading import anchor, block_id, heading, text
from wagtail.models import Page, Site

from tomoni.guidelines import drafts, services
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft
from tomoni.guidelines.models import (
    Change,
    ChapterPage,
    Edition,
    FormerHeading,
    GuidelinePage,
    Heading,
)
from tomoni.guidelines.texts import EditionText, text_of


def chapter(name: str, *body: drafts.RawBlock) -> ChapterDraft:
    return ChapterDraft(
        number="", title=name, slug=name, body=body, anchor=f"s-{block_id(name).hex[:8]}"
    )


def put_up(
    site: Site, *chapters: ChapterDraft, publish: bool = True, **values: Any
) -> GuidelinePage:
    """Return a document with these chapters, in its first edition unless told otherwise."""
    about = {"title": "指針", "slug": "guideline", "edition": "第１版", "body": [], **values}
    return services.create_guideline(
        parent=site.root_page,
        draft=GuidelineDraft(chapters=list(chapters), **about),
        publish=publish,
    )


def make(site: Site, *, publish: bool = True, label: str = "第１版") -> GuidelinePage:
    return put_up(
        site,
        chapter("one", heading("目的"), text("t1", "まちをつくる。")),
        chapter("two", heading("進め方"), text("t2", "話しあう。")),
        publish=publish,
        edition=label,
        adopted_on=date(2016, 4, 1),
        body=[text("foreword", "はじめのことば")],
    )


def renew(document: GuidelinePage, **values: Any) -> None:
    """Publish a second edition in which a word of the second block of each chapter is another."""
    for page in ChapterPage.objects.child_of(document):
        raw = [dict(block) for block in page.body.raw_data]
        raw[1]["value"] = raw[1]["value"].replace("未来", "将来")
        edited(page, body=raw)
    publish_draft(edited(document, edition="第２版", **values))


def edited(page: Page, **values: Any) -> Page:
    """Save a draft as an editor does, and return the page as it now is in the database."""
    draft = page.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision()
    return type(page).objects.get(pk=page.pk)


def publish_draft(page: Page) -> None:
    page.get_latest_revision().publish()


def titles(edition: Edition) -> list[str]:
    return [page.title for page in text_of(edition).pages]


def test_first_publication_begins_an_edition_and_takes_chapters_along(site):
    document = make(site, publish=False)

    publish_draft(document)

    edition = Edition.objects.get()
    assert (edition.label, edition.slug, edition.order, edition.is_present) == (
        "第１版",
        "第1版",
        1,
        True,
    )
    assert edition.adopted_on == date(2016, 4, 1)
    assert titles(edition) == ["指針", "one", "two"]
    assert ChapterPage.objects.filter(live=True).count() == 2
    assert [(one.kind, one.page_title) for one in Change.objects.all()] == [("published", "指針")]


def test_draft_has_no_edition(site):
    make(site, publish=False)

    assert Edition.objects.count() == 0


def test_correction_renews_the_present_edition_and_is_told_once(site):
    document = make(site)
    one = ChapterPage.objects.get(slug="one")

    publish_draft(edited(one, title="いち", change_note="読みやすくしました。"))

    assert titles(document.editions.get()) == ["指針", "いち", "two"]
    change = Change.objects.first()
    assert (change.kind, change.page_title, change.reason) == (
        "corrected",
        "いち",
        "読みやすくしました。",
    )
    one.refresh_from_db()
    assert one.change_note == ""
    assert one.get_latest_revision_as_object().change_note == ""


def test_new_label_keeps_the_old_text_and_publishes_all_drafts(site):
    document = make(site)
    edited(ChapterPage.objects.get(slug="one"), title="いち")
    services.add_chapter(document=document, draft=chapter("three", heading("評価"))).save_revision()
    document = edited(document, edition="第２版")

    publish_draft(document)

    new, old = Edition.objects.order_by("-order")
    assert (old.label, titles(old), old.is_present) == ("第１版", ["指針", "one", "two"], False)
    assert (new.label, titles(new), new.order) == ("第２版", ["指針", "いち", "two", "three"], 2)
    assert Change.objects.first().kind == "new_edition"


def test_chapter_that_leaves_is_withdrawn_with_the_new_edition(
    site, django_capture_on_commit_callbacks
):
    document = make(site)
    edited(ChapterPage.objects.get(slug="two"), ends_with_edition=True)

    with django_capture_on_commit_callbacks(execute=True):
        publish_draft(edited(document, edition="第２版"))

    assert titles(Edition.objects.get(order=2)) == ["指針", "one"]
    memory = FormerHeading.objects.get(anchor=anchor("進め方"))
    assert (memory.slug, memory.title, memory.edition.label) == ("two", "進め方", "第１版")
    assert [one.kind for one in Change.objects.all()] == ["new_edition", "published"]


def test_heading_that_is_taken_out_is_remembered_with_its_edition(site):
    document = make(site)
    one = ChapterPage.objects.get(slug="one")

    publish_draft(edited(document, edition="第２版"))
    publish_draft(edited(one, body=[]))

    memory = FormerHeading.objects.get()
    assert (memory.slug, memory.anchor, memory.title) == ("one", anchor("目的"), "目的")
    assert memory.edition.label == "第１版"


def test_heading_that_is_taken_out_is_remembered_with_the_newest_edition_that_has_it(site):
    document = make(site)
    for label in ("第２版", "第３版"):
        document = edited(document, edition=label)
        publish_draft(document)

    publish_draft(edited(ChapterPage.objects.get(slug="one"), body=[]))

    assert FormerHeading.objects.get().edition.label == "第２版"


def test_heading_that_vanished_within_an_edition_stands_in_none(site):
    make(site)

    publish_draft(edited(ChapterPage.objects.get(slug="one"), body=[]))

    memory = FormerHeading.objects.get()
    page = Client().get("/ja/guideline/one/").content.decode()
    gone = Client().get(f"/ja/guideline/s/{memory.anchor}/")
    assert (memory.title, memory.edition) == ("目的", None)
    for html in (page, gone.content.decode()):
        assert "訂正により削られ、保存しているどの版にもありません" in html
        assert f"editions/第1版/#{memory.anchor}" not in html
    assert gone.status_code == 410


def test_deleted_chapter_leaves_memory_and_a_change(site, django_capture_on_commit_callbacks):
    make(site)

    with django_capture_on_commit_callbacks(execute=True):
        ChapterPage.objects.get(slug="two").delete()

    assert set(FormerHeading.objects.values_list("slug", "title")) == {
        ("two", "two"),
        ("two", "進め方"),
    }
    assert titles(Edition.objects.get()) == ["指針", "one"]
    assert Change.objects.first().kind == "withdrawn"


def test_deleted_document_takes_all_with_it(site, django_capture_on_commit_callbacks):
    document = make(site)

    with django_capture_on_commit_callbacks(execute=True):
        document.delete()

    assert (Edition.objects.count(), FormerHeading.objects.count(), Heading.objects.count()) == (
        0,
        0,
        0,
    )


def test_memory_follows_a_chapter_to_its_new_address(site, django_capture_on_commit_callbacks):
    make(site)
    one = ChapterPage.objects.get(slug="one")
    publish_draft(edited(one, body=[]))

    with django_capture_on_commit_callbacks(execute=True):
        publish_draft(edited(ChapterPage.objects.get(slug="one"), slug="ichi"))

    assert FormerHeading.objects.get().slug == "ichi"


def test_edition_text_is_read_as_it_was_written(site):
    make(site)
    edition = Edition.objects.get()

    found = EditionText.from_json(edition.text)

    assert json.loads(json.dumps(found.to_json())) == edition.text
    assert anchor("目的") in found.anchors()


def test_reason_is_set_changed_and_taken_back(site):
    document = make(site)
    key = {"document": document, "label": "第２版", "anchor": "s-00000001"}

    services.set_reason(**key, text="ひとつめ")
    services.set_reason(**key, text=" ふたつめ ")
    kept = [one.text for one in document.change_reasons.all()]
    services.set_reason(**key, text=" ")

    assert kept == ["ふたつめ"]
    assert document.change_reasons.count() == 0


@pytest.mark.parametrize("slug", ["all", "s", "editions", "compare"])
def test_chapter_gets_no_address_of_the_documents_own_pages(site, slug):
    document = make(site)
    page = ChapterPage(title="章", slug=slug, locale=document.locale)

    with pytest.raises(Exception, match="slug") as caught:
        document.add_child(instance=page)

    assert set(caught.value.message_dict) == {"slug"}


def test_label_that_comes_again_gets_an_address_of_its_own(site: Site) -> None:
    document = make(site, label="版")
    for label in ("版-3", "版", "版-3"):
        publish_draft(edited(document, edition=label))

    editions = Edition.objects.filter(document=document).order_by("order")
    slugs = list(editions.values_list("slug", flat=True))
    assert slugs == ["版", "版-3", "版-4", "版-3-4"]
