"""Find what once stood in a document: the sections and chapters that its editions remember."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wagtail.models import Page

from tomoni.guidelines.anchors import ANCHORED, heading_anchor, headline
from tomoni.guidelines.texts import PageText, text_of
from tomoni.home.frame import SiteFrame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tomoni.guidelines.models import Edition, FormerHeading, GuidelinePage


@dataclass(frozen=True)
class Gone:
    """A section or chapter that is no more, and the edition in which it can be read."""

    title: str
    anchor: str = ""
    page_id: int = 0
    edition: str = ""
    edition_slug: str = ""


def gone_section(*, document: "GuidelinePage", anchor: str, frame: SiteFrame) -> Gone | None:
    """Return what is remembered of a section that stands nowhere in the document now."""
    for edition, page in _pages(document, frame):
        if page.anchor == anchor:
            return Gone(page.full_title, anchor, page.page, edition.label, edition.slug)
        for block in page.body:
            kind = str(block.get("type"))
            if kind in ANCHORED and heading_anchor(str(block.get("id") or "")) == anchor:
                _level, number, title = headline(kind, block["value"])
                full_title = "　".join(filter(None, (number, title)))
                return Gone(full_title, anchor, page.page, edition.label, edition.slug)
    former = document.former_headings.filter(anchor=anchor).select_related("edition").last()
    return _remembered(former, document, frame) if former else None


def gone_chapter(*, document: "GuidelinePage", slug: str, frame: SiteFrame) -> Gone | None:
    """Return what is remembered of the chapter that once had an address."""
    for edition, page in _pages(document, frame):
        if page.slug == slug:
            return Gone(page.full_title, page.anchor, page.page, edition.label, edition.slug)
    former = document.former_headings.filter(slug=slug).select_related("edition").first()
    return _remembered(former, document, frame) if former else None


def _pages(document: "GuidelinePage", frame: SiteFrame) -> "Iterator[tuple[Edition, PageText]]":
    """Yield the pages of the editions that readers may see, those of the newest edition first.

    A chapter that is closed now, or was when it was deleted, is not named for what it was.
    """
    editions = [(one, text_of(one)) for one in document.editions.order_by("-order")]
    keys = {page.page for _edition, text in editions for page in text.pages}
    paths = dict(Page.objects.filter(pk__in=keys).values_list("pk", "path"))
    for edition, text in editions:
        for page in text.pages:
            path = paths.get(page.page, "")
            if not frame.hides(path, reader_at=document.path) and (path or not page.closed):
                yield edition, page


def _remembered(
    former: "FormerHeading", document: "GuidelinePage", frame: SiteFrame
) -> Gone | None:
    chapter = Page.objects.child_of(document).filter(slug=former.slug).first()
    if former.slug and chapter and frame.hides(chapter.path, reader_at=document.path):
        return None
    edition = former.edition
    pages = text_of(edition).pages if edition and not chapter else ()
    if any(page.closed and former.anchor in page.anchors() for page in pages):
        return None
    return Gone(
        title=str(former),
        anchor=former.anchor,
        edition=edition.label if edition else "",
        edition_slug=edition.slug if edition else "",
    )
