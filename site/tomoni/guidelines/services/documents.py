"""Make documents with their chapters."""

import json
from dataclasses import fields
from itertools import count
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft
from tomoni.guidelines.models import ChapterPage, GuidelinePage


class GuidelineExistsError(Exception):
    """Raised when a document would get an address that another page has already."""


@transaction.atomic
def create_guideline(
    *, parent: Page, draft: GuidelineDraft, publish: bool, section_id: int | None = None
) -> GuidelinePage:
    """Create a document with its chapters below `parent`, as drafts or published.

    Raises `GuidelineExistsError` where a page with the same address or a guideline with the same
    title stands there already.
    """
    if parent.get_children().filter(slug=draft.slug).exists():
        raise GuidelineExistsError(
            _("There is already a page at “%(slug)s” below “%(parent)s”. Choose another address.")
            % {"slug": draft.slug, "parent": parent.title}
        )
    if GuidelinePage.objects.child_of(parent).filter(title=draft.title).exists():
        raise GuidelineExistsError(
            _("There is already a guideline called “%(title)s”. Edit that one, or choose a title.")
            % {"title": draft.title}
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
        translation_key=draft.translation_key or uuid4(),
        **{field.name: getattr(draft.paper, field.name) for field in fields(draft.paper)},
    )
    parent.add_child(instance=document)
    chapters = [
        add_chapter(document=document, draft=chapter, section_id=section_id)
        for chapter in draft.chapters
    ]
    revisions = [page.save_revision() for page in (document, *chapters)]
    if publish:
        # The first publication of a document takes its chapters along.
        revisions[0].publish()
    return document


def add_chapter(
    *, document: GuidelinePage, draft: ChapterDraft, section_id: int | None = None
) -> ChapterPage:
    """Add a chapter behind those that the document has; it is not published yet."""
    chapter = ChapterPage(
        title=draft.title,
        slug=draft.slug,
        number=draft.number,
        anchor=draft.anchor,
        summary=draft.summary,
        section_id=section_id,
        locale=document.locale,
        body=json.dumps(list(draft.body)),
        live=False,
        translation_key=draft.translation_key or uuid4(),
    )
    document.add_child(instance=chapter)
    return chapter


def free_slug(*, parent: Page, stem: str = "guideline") -> str:
    """Return an address that no page below `parent` has yet."""
    taken = set(parent.get_children().values_list("slug", flat=True))
    return next(
        slug
        for number in count(1)
        if (slug := stem if number == 1 else f"{stem}-{number}") not in taken
    )
