"""Tell nothing of a closed chapter that is withdrawn or deleted, for its door goes with it."""

from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from tomoni.guidelines.models import Change, ChapterPage, FormerHeading


def is_closed(*, chapter: ChapterPage) -> bool:
    """Say whether a chapter has a door of its own."""
    found: bool = PageViewRestriction.objects.filter(page=chapter.pk).exists()
    return found


@transaction.atomic
def silence_chapter(*, chapter: ChapterPage, document: Page) -> None:
    """Let the list of changes and the links to old headings name a chapter no more.

    That something changed on a day is still told, as a change of the document.
    """
    Change.objects.filter(page=chapter.pk).update(
        page=document.pk, page_title=document.title, reason=""
    )
    FormerHeading.objects.filter(document=document.pk, slug=chapter.slug).delete()
