"""Read a document's own page, a chapter, or the whole document on one page."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.http import HttpRequest

from tomoni.guidelines import selectors
from tomoni.guidelines.reading.bodies import read_body
from tomoni.guidelines.reading.parts import MenuItem, Part, menu_of
from tomoni.guidelines.selectors import Contents, Entry, Former, Margins
from tomoni.home.frame import frame_of
from tomoni.home.shelf import unpack_all

if TYPE_CHECKING:
    from tomoni.guidelines.models import ChapterPage, GuidelinePage


@dataclass(frozen=True)
class Placeholder:
    """A heading that once stood here: where it stands now, or the edition in which it did."""

    anchor: str
    title: str
    now: Entry | None = None
    edition: str = ""
    edition_url: str = ""


@dataclass(frozen=True)
class Reading:
    """A page of a guideline, ready to be read."""

    document: "GuidelinePage"
    document_url: str
    contents: Contents
    parts: tuple[Part, ...]
    previous: Entry | None = None
    following: Entry | None = None
    margins: Margins = field(default_factory=Margins)
    placeholders: tuple[Placeholder, ...] = ()

    @property
    def navigation(self) -> tuple[MenuItem, ...]:
        """The chapters for the side navigation, the sections of the present one below it."""
        return tuple(
            MenuItem(
                text=entry.chapter.full_title,
                url=entry.chapter.url,
                current=entry.current,
                children=menu_of(entry.sections or entry.headings) if entry.current else (),
            )
            for entry in self.contents.tree
        )

    @property
    def here_items(self) -> tuple[MenuItem, ...]:
        """The headings of this page, the smaller ones below their sections."""
        return nested(self.contents.here)


@dataclass(frozen=True)
class WholeChapter:
    """A chapter as it stands on the page of the whole document."""

    anchor: str
    number: str
    title: str
    summary: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class WholeReading:
    """The whole document on one page."""

    document: "GuidelinePage"
    document_url: str
    contents: Contents
    front: tuple[Part, ...]
    chapters: tuple[WholeChapter, ...]
    margins: Margins
    placeholders: tuple[Placeholder, ...] = ()

    @property
    def navigation(self) -> tuple[MenuItem, ...]:
        """The chapters with their sections, all on this page."""
        return tuple(
            MenuItem(
                text=entry.chapter.full_title,
                url=f"#{entry.chapter.anchor}",
                children=tuple(
                    MenuItem(text=one.full_title, url=f"#{one.anchor}") for one in entry.sections
                ),
            )
            for entry in self.contents.tree
        )


def read_document(*, document: "GuidelinePage", request: HttpRequest) -> Reading:
    """Return the document's own page: foreword and contents. Two queries."""
    frame = frame_of(request)
    contents = selectors.contents_of(document_path=document.path, page=document, frame=frame)
    margins = selectors.margins_of(document_path=document.path, page=document, frame=frame, slug="")
    return Reading(
        document=document,
        document_url=frame.url_of(document),
        contents=contents,
        parts=read_body(
            body=document.body,
            page_id=document.pk,
            contents=contents,
            frame=frame,
            glossary=margins.glossary,
            contact=frame.sections.get(document.section_id or 0),
        ),
        following=contents.chapters[0] if contents.chapters else None,
        margins=margins,
        placeholders=placeholders(margins.former, contents, frame.url_of(document)),
    )


def read_chapter(*, chapter: "ChapterPage", request: HttpRequest) -> Reading:
    """Return a chapter with the contents of the whole document. Two queries."""
    frame = frame_of(request)
    above = chapter.path[: -chapter.steplen]
    contents = selectors.contents_of(document_path=above, page=chapter, frame=frame)
    margins = selectors.margins_of(
        document_path=above, page=chapter, frame=frame, slug=chapter.slug
    )
    document = contents.document or chapter.get_parent().specific
    url = frame.url_of(document)
    previous, following = contents.neighbours_of(chapter.pk)
    return Reading(
        document=document,
        document_url=url,
        contents=contents,
        parts=read_body(
            body=chapter.body,
            page_id=chapter.pk,
            contents=contents,
            frame=frame,
            glossary=margins.glossary,
            contact=frame.sections.get(chapter.section_id or document.section_id or 0),
        ),
        previous=previous,
        following=following,
        margins=margins,
        placeholders=placeholders(margins.former, contents, url),
    )


def read_whole(*, document: "GuidelinePage", request: HttpRequest) -> WholeReading:
    """Return the whole document as who reads its own page may see it. At most seven queries."""
    from tomoni.guidelines.models import ChapterPage  # noqa: PLC0415 -- app ready

    frame = frame_of(request)
    contents = selectors.contents_of(document_path=document.path, page=document, frame=frame)
    margins = selectors.margins_of(document_path=document.path, page=document, frame=frame)
    chapters = [
        chapter
        for chapter in ChapterPage.objects.child_of(document).live().order_by("path")
        if not frame.hides(chapter.path, reader_at=document.path)
    ]
    shelf = unpack_all([document.body, *(chapter.body for chapter in chapters)])

    def parts_of(page: "ChapterPage | GuidelinePage") -> tuple[Part, ...]:
        return read_body(
            body=page.body,
            page_id=page.pk,
            contents=replace(contents, current=page.pk),
            frame=frame,
            glossary=margins.glossary,
            contact=frame.sections.get(page.section_id or document.section_id or 0),
            shelf=shelf,
            whole=True,
        )

    anchors = {entry.page_id: entry.anchor for entry in contents.chapters}
    return WholeReading(
        document=document,
        document_url=frame.url_of(document),
        contents=contents,
        front=parts_of(document),
        chapters=tuple(
            WholeChapter(
                anchor=anchors.get(chapter.pk, ""),
                number=chapter.number,
                title=chapter.title,
                summary=chapter.summary,
                parts=parts_of(chapter),
            )
            for chapter in chapters
        ),
        margins=margins,
        placeholders=placeholders(
            margins.former, replace(contents, current=0), frame.url_of(document), whole=True
        ),
    )


def placeholders(
    former: Iterable[Former], contents: Contents, document_url: str, *, whole: bool = False
) -> tuple[Placeholder, ...]:
    """Return what is told in the places of headings that once stood on this page."""
    told: dict[str, Placeholder] = {}
    for one in former:
        now = contents.find(one.anchor)
        if now is not None and (whole or now.page_id == contents.current):
            continue
        address = f"{document_url}editions/{one.edition_slug}/#{one.anchor}"
        told[one.anchor] = Placeholder(
            anchor=one.anchor,
            title=one.title,
            now=now,
            edition=one.edition,
            edition_url=address if one.edition_slug and document_url else "",
        )
    return tuple(told.values())


def nested(entries: Iterable[Entry]) -> tuple[MenuItem, ...]:
    """Return headings for a contents list, the smaller ones below their sections."""
    entries = tuple(entries)
    # Articles without chapters' headings above them stand deeper, all side by side.
    top = min((entry.level for entry in entries), default=0)
    items: list[MenuItem] = []
    for entry in entries:
        item = MenuItem(text=entry.full_title, url=f"#{entry.anchor}")
        if entry.level > top and items:
            items[-1] = replace(items[-1], children=(*items[-1].children, item))
        else:
            items.append(item)
    return tuple(items)
