"""Gather what is checked: drafts, paper data and pictures of documents; three queries for many."""

from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from tomoni.guidelines.checking.findings import Subject, value_of
from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.guidelines.selectors.drafts import draft_of, leaves_with_edition
from tomoni.guidelines.texts import EditionText, PageText
from tomoni.media.models import Image


def subject_of(document: Page) -> Subject:
    """Return the newest drafts of a document, ready to be checked."""
    return subjects_of([document])[document.pk]


def subjects_of(documents: Sequence[Page]) -> dict[int, Subject]:
    """Return the newest drafts of each document, by its id."""
    owns = GuidelinePage.objects.select_related("latest_revision").in_bulk(
        [document.pk for document in documents]
    )
    below = Q(pk__in=())
    for own in owns.values():
        below |= Q(path__startswith=own.path)
    chapters = ChapterPage.objects.filter(below).select_related("latest_revision").order_by("path")
    pages: dict[str, list[PageText]] = {own.path: [draft_of(own)] for own in owns.values()}
    leaving = {chapter.pk for chapter in chapters if leaves_with_edition(chapter)}
    for chapter in chapters:
        pages[chapter.path[: -chapter.steplen]].append(draft_of(chapter))
    pictures = described(page for each in pages.values() for page in each)
    return {
        pk: Subject(
            text=EditionText(title=own.draft_title, pages=tuple(pages[own.path])),
            adopted_on=own.adopted_on,
            today=timezone.localdate(),
            described_pictures=pictures,
            leaving=frozenset(leaving),
        )
        for pk, own in owns.items()
    }


def described(pages: Iterable[PageText]) -> frozenset[int]:
    """Return the pictures in these pages that say what they show, or are decoration."""
    used = {
        image
        for page in pages
        for block in page.body
        if block.get("type") == "picture" and (image := value_of(block).get("image"))
    }
    if not used:
        return frozenset()
    told = Image.objects.filter(Q(is_decorative=True) | ~Q(description=""), pk__in=used)
    return frozenset(told.values_list("pk", flat=True))
