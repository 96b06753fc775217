"""Read a document as its newest drafts have it, published or not, in two queries."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, Revision

from tomoni.guidelines.models import ChapterPage, Edition, GuidelinePage
from tomoni.guidelines.texts import EditionText, PageText, text_of_page


@dataclass(frozen=True)
class ChapterDraft:
    """A chapter as its newest draft has it, and what the next edition makes of it."""

    text: PageText
    is_live: bool
    has_draft: bool
    leaves: bool


def draft_text(*, document: Page) -> EditionText:
    """Return the newest draft of a document with those of all its chapters."""
    own = GuidelinePage.objects.select_related("latest_revision").get(pk=document.pk)
    return EditionText(
        title=_content(own).get("title") or own.title,
        pages=(draft_of(own), *(chapter.text for chapter in chapter_drafts(document=document))),
    )


def chapter_drafts(*, document: Page) -> tuple[ChapterDraft, ...]:
    """Return the chapters of a document in order. One query."""
    chapters = ChapterPage.objects.child_of(document).select_related("latest_revision")
    return tuple(
        ChapterDraft(
            text=draft_of(chapter),
            is_live=chapter.live,
            has_draft=chapter.has_unpublished_changes or not chapter.live,
            leaves=leaves_with_edition(chapter),
        )
        for chapter in chapters.order_by("path")
    )


def leaves_with_edition(chapter: ChapterPage) -> bool:
    """Say whether a chapter, or its newest draft, says that the next edition is without it."""
    return bool(chapter.ends_with_edition or _content(chapter).get("ends_with_edition"))


def draft_of(page: ChapterPage | GuidelinePage) -> PageText:
    """Return the newest draft of one page; its revision should be fetched along."""
    content = _content(page)
    if not content:
        return text_of_page(page)
    is_chapter = isinstance(page, ChapterPage)
    return PageText(
        page=page.pk,
        slug=(content.get("slug") or page.slug) if is_chapter else "",
        number=content.get("number") or "",
        title=content.get("title") or page.title,
        anchor=page.anchor if isinstance(page, ChapterPage) else "",
        summary=content.get("summary") or "",
        body=body_in(content),
    )


def body_in(content: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:  # Any: a revision's JSON
    """Return the blocks in a revision's content, which holds them as a text."""
    stored = content.get("body") or "[]"
    return tuple((json.loads(stored) if isinstance(stored, str) else stored) or ())


def _content(page: Page) -> Mapping[str, Any]:
    revision: Revision | None = page.latest_revision
    return revision.content if revision else {}


def begins_edition(*, document: Page) -> bool:
    """Say whether publishing the newest draft of a document would begin an edition.

    Then its chapters are published along, and one approval is enough for all.
    """
    present = Edition.objects.filter(document=document.pk, ended_at__isnull=True).first()
    own = GuidelinePage.objects.select_related("latest_revision").get(pk=document.pk)
    label = _content(own).get("edition", own.edition)
    return present is None or present.label != label
