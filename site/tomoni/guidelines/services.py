"""Write to the guidelines room: documents with their chapters, and the index of headings."""

import json

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from tomoni.guidelines.anchors import block_id_of, heading_anchor
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft
from tomoni.guidelines.models import ChapterPage, GuidelinePage, Heading


class GuidelineExistsError(Exception):
    """Raised when a document would get an address that another page has already."""


@transaction.atomic
def create_guideline(
    *, parent: Page, draft: GuidelineDraft, publish: bool, section_id: int | None = None
) -> GuidelinePage:
    """Create a document with its chapters below `parent`, as drafts or published.

    Raises `GuidelineExistsError` where a page with the same address stands there already.
    """
    if parent.get_children().filter(slug=draft.slug).exists():
        raise GuidelineExistsError(
            _("There is already a page at “%(slug)s” below “%(parent)s”.")
            % {"slug": draft.slug, "parent": parent.title}
        )
    document = GuidelinePage(
        title=draft.title,
        slug=draft.slug,
        summary=draft.summary,
        edition=draft.edition,
        adopted_on=draft.adopted_on,
        section_id=section_id,
        show_in_menus=True,
        locale=parent.locale,
        body=json.dumps(list(draft.body)),
        live=False,
    )
    parent.add_child(instance=document)
    chapters = [
        add_chapter(document=document, draft=chapter, section_id=section_id)
        for chapter in draft.chapters
    ]
    for page in (document, *chapters):
        revision = page.save_revision()
        if publish:
            revision.publish()
    return document


def add_chapter(
    *, document: GuidelinePage, draft: ChapterDraft, section_id: int | None = None
) -> ChapterPage:
    """Add a chapter behind those that the document has; it is not published yet."""
    chapter = ChapterPage(
        title=draft.title,
        slug=draft.slug,
        number=draft.number,
        summary=draft.summary,
        section_id=section_id,
        locale=document.locale,
        body=json.dumps(list(draft.body)),
        live=False,
    )
    document.add_child(instance=chapter)
    return chapter


@transaction.atomic
def index_headings(*, page: ChapterPage | GuidelinePage) -> int:
    """Write the published headings of a page anew; return how many there are."""
    document = page if isinstance(page, GuidelinePage) else page.get_parent().specific
    rows = []
    if isinstance(page, ChapterPage):
        rows.append(Heading(level=1, number=page.number, title=page.title))
    rows += [
        Heading(
            level=int(child.value["level"] or 2),
            number=child.value["number"],
            title=child.value["text"],
            anchor=heading_anchor(block_id_of(child)),
        )
        for child in page.body
        if child.block_type == "heading"
    ]
    for order, row in enumerate(rows):
        row.document, row.page, row.order = document, page, order
    Heading.objects.filter(page=page).delete()
    Heading.objects.bulk_create(rows)
    return len(rows)
