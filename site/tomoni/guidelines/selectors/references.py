"""Find references: the links of a body, and every place that leads to a section."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, Revision

from tomoni.guidelines.selectors.drafts import body_in, draft_text
from tomoni.guidelines.texts import PageText

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#]*)#([st]-[A-Za-z0-9-]+)"[^>]*>(.*?)</a>', re.DOTALL)
CONDITIONS = 200
TAG = re.compile(r"<[^>]*>")

RawBlocks = Iterable[Mapping[str, Any]]  # Any: what a stream field stores


@dataclass(frozen=True)
class Reference:
    """A link to a section or a term; `address` is empty where it leads into the same document."""

    anchor: str
    words: str
    block_id: str
    address: str = ""


@dataclass(frozen=True)
class Place:
    """A place that leads to a section: on which page, under which heading."""

    page_id: int
    page_title: str
    section: str
    reference: Reference

    @property
    def name(self) -> str:
        """The page and its section, as an editor looks for them."""
        return f"{self.page_title}「{self.section}」" if self.section else self.page_title


def references_of(body: RawBlocks) -> tuple[Reference, ...]:
    """Return the references into the same document, in reading order; blocks as stored."""
    return tuple(one for one in links_of(body) if not one.address)


def links_of(body: RawBlocks) -> Iterator[Reference]:
    """Yield every link that ends at a section or a term, also into other documents."""
    for block in body:
        for text in texts_in(block.get("value")):
            for address, anchor, words in LINK.findall(text):
                yield Reference(
                    anchor=anchor,
                    words=unescape(TAG.sub("", words)),
                    block_id=str(block.get("id") or ""),
                    address=address,
                )


def texts_in(value: object) -> Iterator[str]:
    """Yield every text in a stored value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts_in(each)


def places_in(pages: Iterable[PageText], anchors: set[str]) -> Iterator[Place]:
    """Yield the places in these pages that lead to one of the anchors."""
    for page in pages:
        section = ""
        for block in page.body:
            if block.get("type") == "heading":
                section = heading_words(block)
            for reference in references_of([block]):
                if reference.anchor in anchors:
                    yield Place(page.page, page.full_title, section, reference)


def heading_words(block: Mapping[str, Any]) -> str:  # Any: a stored block
    """Return number and text of a heading as readers see them."""
    value = block.get("value") or {}
    return f"{value.get('number') or ''}　{value.get('text') or ''}".strip("　")


def places_elsewhere(*, document: Page, anchors: set[str]) -> tuple[Place, ...]:
    """Return the places on pages outside the document that lead to its anchors. Two queries.

    Newest drafts and published versions are looked through.
    """
    if not anchors:
        return ()
    # A database takes so many conditions and no more; what is found is looked through below.
    signs = anchors if len(anchors) <= CONDITIONS else {"s-", "t-"}
    wanted = Q()
    for sign in signs:
        wanted |= Q(stored__contains=f"#{sign}")
    revisions = Revision.page_revisions.annotate(stored=Cast("content", TextField())).filter(wanted)
    pages = (
        Page.objects.exclude(path__startswith=document.path)
        .filter(Q(latest_revision__in=revisions) | Q(live=True, live_revision__in=revisions))
        .select_related("latest_revision", "live_revision")
        .order_by("path")
    )
    found: dict[tuple[int, str, str], Place] = {}
    for page in pages:
        for revision in (page.latest_revision, page.live_revision if page.live else None):
            if revision is None:
                continue
            for one in links_of(body_in(revision.content)):
                if one.anchor in anchors and f"/{document.slug}/" in one.address:
                    key = (page.pk, one.block_id, one.anchor)
                    found.setdefault(key, Place(page.pk, page.draft_title, "", one))
    return tuple(found.values())


def places_that_lose(*, document: Page, page_id: int, body: RawBlocks | None) -> tuple[Place, ...]:
    """Return the places that would lead nowhere if a page of the document had this body.

    `None` as body: the page goes away. What stands elsewhere in the document has moved, and is
    not lost.
    """
    text = draft_text(document=document)
    after = [
        PageText(one.page, one.slug, one.number, one.title, one.anchor, one.summary, tuple(body))
        if one.page == page_id and body is not None
        else one
        for one in text.pages
        if one.page != page_id or body is not None
    ]
    there = {anchor for page in after for anchor in page.anchors()}
    lost = text.anchors() - there
    if not lost:
        return ()
    return (*places_in(after, lost), *places_elsewhere(document=document, anchors=lost))
