"""Bring out a new edition of a demo document over the one that stands, as an editor would."""

import json

from tomoni.guidelines import services
from tomoni.guidelines.demo.content.documents import Document
from tomoni.guidelines.demo.drafting import draft_of
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft
from tomoni.guidelines.models import ChapterPage, GuidelinePage, PlaceOfDisplay, RelatedPlan
from tomoni.home.demo.places import home_of, page_at


def renew(*, document: GuidelinePage, written: Document) -> None:
    """Write the text of another edition into the document's drafts, then publish it whole."""
    draft = draft_of(written)
    standing = ChapterPage.objects.child_of(document)
    for number, chapter in enumerate(draft.chapters):
        page = standing.filter(slug=chapter.slug).first()
        if page is None:
            document.refresh_from_db()  # the tree has grown since
            page = services.add_chapter(
                document=document, draft=chapter, section_id=document.section_id
            )
            put_in_place(page, document=document, number=number)
        else:
            rewrite_chapter(page, chapter)
        page.save_revision()
    for page in standing.exclude(slug__in=[chapter.slug for chapter in draft.chapters]):
        page.ends_with_edition = True
        page.save_revision()
    document.refresh_from_db()
    rewrite(document, draft)
    furnish(document=document, written=written)
    document.save_revision().publish()


def put_in_place(page: ChapterPage, *, document: GuidelinePage, number: int) -> None:
    """Move a new chapter from the end to its place among the others."""
    others = list(document.get_children().exclude(pk=page.pk))
    if number < len(others):
        page.move(others[number], pos="left")
        page.refresh_from_db()


def rewrite_chapter(page: ChapterPage, draft: ChapterDraft) -> None:
    page.title, page.number, page.summary = draft.title, draft.number, draft.summary
    page.body = json.dumps(list(draft.body))  # type: ignore[assignment]  # Wagtail takes JSON


def rewrite(document: GuidelinePage, draft: GuidelineDraft) -> None:
    document.title, document.summary = draft.title, draft.summary
    document.edition, document.adopted_on = draft.edition, draft.adopted_on
    document.in_force_on = draft.paper.in_force_on
    document.review_due = draft.paper.review_due
    document.foreword_office = draft.paper.foreword_office
    document.foreword_name = draft.paper.foreword_name
    document.body = json.dumps(list(draft.body))  # type: ignore[assignment]  # Wagtail takes JSON


def furnish(*, document: GuidelinePage, written: Document) -> None:
    """Set its place in menus, the plans that it follows, and where it lies on paper."""
    home = home_of(written.locale)
    document.show_in_menus = written.in_menus
    document.related_plans = [
        RelatedPlan(
            sort_order=number,
            name=plan.name,
            part=plan.part,
            page=page_at(home, plan.target) if home and plan.target else None,
        )
        for number, plan in enumerate(written.plans)
    ]
    document.places_of_display = [
        PlaceOfDisplay(sort_order=number, name=one.name, address=one.address, note=one.note)
        for number, one in enumerate(written.places)
    ]
