"""Keep the index of published headings, and the memory of those that are gone."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page

from tomoni.guidelines.anchors import (
    ANCHORED,
    block_id_of,
    chapter_anchor,
    heading_anchor,
    headline,
)
from tomoni.guidelines.models import ChapterPage, Edition, FormerHeading, GuidelinePage, Heading
from tomoni.guidelines.texts import text_of

# An import may hold longer ones than the index has room for; the page itself shows them whole.
NUMBER_LENGTH, TITLE_LENGTH = 20, 255


@transaction.atomic
def index_headings(*, page: ChapterPage | GuidelinePage) -> int:
    """Write the published headings of a page anew; return how many there are.

    Those that stood there before and do so no more are remembered, so that links to them answer.
    """
    document = page if isinstance(page, GuidelinePage) else page.get_parent().specific
    rows = list(_headings_of(page))
    for order, row in enumerate(rows):
        row.document, row.page, row.order = document, page, order
    kept = {row.anchor for row in rows}
    gone = [one for one in Heading.objects.filter(page=page) if one.anchor not in kept]
    _remember(
        document=document,
        slug=page.slug if isinstance(page, ChapterPage) else "",
        headings=gone,
    )
    Heading.objects.filter(page=page).delete()
    Heading.objects.bulk_create(rows)
    return len(rows)


@transaction.atomic
def remember_chapter(*, document: GuidelinePage, slug: str, headings: Iterable[Heading]) -> None:
    """Remember the headings of a chapter that is withdrawn or deleted."""
    _remember(document=document, slug=slug, headings=headings)


def follow_move(*, page: Page) -> int:
    """Let the headings of a chapter belong to the document that it stands in now."""
    return Heading.objects.filter(page=page).update(document=page.get_parent().pk)


@transaction.atomic
def follow_new_slug(*, page: ChapterPage, old_slug: str) -> None:
    """Let what is remembered of a chapter's former headings follow its new address."""
    memories = FormerHeading.objects.filter(document=page.get_parent().pk)
    there = memories.filter(slug=page.slug).values("anchor")
    memories.filter(slug=old_slug).exclude(anchor__in=there).update(slug=page.slug)


def standing_in(editions: QuerySet[Edition]) -> Callable[[str], Edition | None]:
    """Return what names the newest of some editions that has an anchor. Reads them once."""
    known = [(one, text_of(one).anchors()) for one in editions.order_by("-order")]

    def newest_with(anchor: str) -> Edition | None:
        return next((one for one, anchors in known if anchor in anchors), None)

    return newest_with


def _headings_of(page: ChapterPage | GuidelinePage) -> Iterable[Heading]:
    if isinstance(page, ChapterPage):
        yield Heading(level=1, number=page.number, title=page.title, anchor=chapter_anchor(page))
    for child in page.body:
        if child.block_type in ANCHORED:
            level, number, title = headline(child.block_type, child.value)
            yield Heading(
                level=level,
                number=number[:NUMBER_LENGTH],
                title=title[:TITLE_LENGTH],
                anchor=heading_anchor(block_id_of(child)),
            )


def _remember(*, document: GuidelinePage, slug: str, headings: Iterable[Heading]) -> None:
    wanted = [heading for heading in headings if heading.anchor]
    if not wanted:
        return
    newest_with = standing_in(Edition.objects.filter(document=document))
    for heading in wanted:
        FormerHeading.objects.update_or_create(
            document=document,
            slug=slug,
            anchor=heading.anchor,
            defaults={
                "number": heading.number,
                "title": heading.title,
                "edition": newest_with(heading.anchor),
            },
        )
