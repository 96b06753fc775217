"""A document's published text as an edition keeps it: plain data, whatever becomes of its pages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.safestring import mark_safe

from tomoni.guidelines.anchors import ANCHORED, chapter_anchor, heading_anchor, term_anchor
from tomoni.guidelines.glossary import Glossary, Term
from tomoni.guidelines.rosters import withhold

LINK = re.compile(r"</?a\b[^>]*>")

if TYPE_CHECKING:
    from tomoni.guidelines.models import ChapterPage, Edition, GuidelinePage


@dataclass(frozen=True)
class PageText:
    """A page of the document; the document's own page, with its foreword, has an empty `slug`.

    `body` holds the blocks as a stream field stores them: {"type", "value", "id"}.
    """

    page: int
    slug: str
    number: str
    title: str
    anchor: str = ""
    summary: str = ""
    body: tuple[Mapping[str, Any], ...] = ()  # Any: what a stream field stores
    # Not open to everybody who could read the document; it holds when the page is no more.
    closed: bool = False

    @property
    def full_title(self) -> str:
        return f"{self.number}　{self.title}" if self.number else self.title

    def anchors(self) -> Iterator[str]:
        """Yield the chapter's own anchor and those of its headings and articles."""
        if self.anchor:
            yield self.anchor
        for block in self.body:
            if block.get("type") in ANCHORED:
                yield heading_anchor(str(block.get("id") or ""))


@dataclass(frozen=True)
class EditionText:
    """The text of one edition: the document's own page first, then the chapters in order."""

    title: str
    summary: str = ""
    foreword_office: str = ""
    foreword_name: str = ""
    pages: tuple[PageText, ...] = field(default=())

    def anchors(self) -> set[str]:
        return {anchor for page in self.pages for anchor in page.anchors()}

    def to_json(self) -> dict[str, Any]:  # Any: JSON
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "EditionText":  # Any: JSON
        """Return the text that `to_json` wrote, without names that may not be told any more."""
        pages = tuple(
            PageText(**{**page, "body": withhold(page.get("body", ()))})
            for page in stored.get("pages", ())
        )
        return cls(**{**stored, "title": stored.get("title", ""), "pages": pages})


def text_of_page(page: "ChapterPage | GuidelinePage") -> PageText:
    """Return the text of a page as it stands in that object."""
    return PageText(
        page=page.pk,
        slug=page.slug if hasattr(page, "number") else "",
        number=getattr(page, "number", ""),
        title=page.title,
        anchor=chapter_anchor(page) if hasattr(page, "number") else "",
        summary=page.summary,
        body=tuple(page.body.get_prep_value()),
    )


def present_text(document: "GuidelinePage") -> EditionText:
    """Return the published text of a document. One query for the chapters."""
    from tomoni.guidelines.models import ChapterPage  # noqa: PLC0415 -- app ready

    chapters = ChapterPage.objects.child_of(document).live().order_by("path")
    return EditionText(
        title=document.title,
        summary=document.summary,
        foreword_office=document.foreword_office,
        foreword_name=document.foreword_name,
        pages=(text_of_page(document), *(text_of_page(chapter) for chapter in chapters)),
    )


def terms_in(page: PageText) -> Iterator[Term]:
    """Yield the terms that a page defines, their meanings without links."""
    for block in page.body:
        if block.get("type") != "terms":
            continue
        for item in block["value"].get("terms", ()):
            if not item.get("id"):
                continue
            term, anchor = item["value"], term_anchor(item["id"])
            forms = (
                one["value"] if isinstance(one, dict) else one for one in term.get("forms", ())
            )
            yield Term(
                anchor=anchor,
                word=term["word"],
                definition=mark_safe(LINK.sub("", term["definition"])),
                url=f"#{anchor}",
                page_id=page.page,
                reading=term.get("reading") or "",
                forms=tuple(forms),
            )


def glossary_of(text: EditionText) -> Glossary:
    """Return the terms of an edition, each led to its place on the page of the whole edition."""
    return Glossary(tuple(term for page in text.pages for term in terms_in(page)))


def text_of(edition: "Edition") -> EditionText:
    """Return the text that an edition keeps."""
    return EditionText.from_json(edition.text)
