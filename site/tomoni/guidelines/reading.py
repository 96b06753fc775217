"""Turn a document's blocks into what residents read: notes, references, contents."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tomoni.guidelines import selectors
from tomoni.guidelines.anchors import block_id_of, heading_anchor, mark_anchor, note_anchor
from tomoni.guidelines.marks import NoteMark, Place, Position, find_places, tie
from tomoni.guidelines.selectors import TOP_LEVEL, Contents, Entry
from tomoni.home.frame import SiteFrame, frame_of
from tomoni.home.reading import addresses
from tomoni.home.shelf import unpack, with_links

if TYPE_CHECKING:
    from tomoni.guidelines.models import ChapterPage, GuidelinePage

# The contact box at the end of a page: what it is called in the design's component.
CONTACT_ANCHOR = "contact-title"
INNER_LINK = re.compile(r'<a href="#([A-Za-z0-9-]+)">(.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class Note:
    """A note under a passage: its mark, its text, its address, and the way back to its mark."""

    mark: str
    html: SafeString
    anchor: str
    back: str


@dataclass(frozen=True)
class Part:
    """A piece of a page in reading order; `kind` is the block's name, "notes" a run of notes."""

    kind: str
    anchor: str = ""
    number: str = ""
    level: int = 0
    text: str = ""
    html: SafeString = field(default_factory=lambda: mark_safe(""))
    items: tuple[tuple[str, SafeString], ...] = ()
    notes: tuple[Note, ...] = ()
    block: Any = None  # a bound block of another kind, which renders itself
    context: Mapping[str, Any] = field(default_factory=dict)  # what it needs for that


@dataclass(frozen=True)
class MenuItem:
    """A line of a navigation, as the design's components take it."""

    text: str
    url: str
    current: bool = False
    children: tuple["MenuItem", ...] = ()


def menu_of(entries: Iterable[Entry]) -> tuple[MenuItem, ...]:
    return tuple(MenuItem(text=entry.full_title, url=entry.url) for entry in entries)


@dataclass(frozen=True)
class Reading:
    """A page of a guideline, ready to be read."""

    document: "GuidelinePage"
    document_url: str
    contents: Contents
    parts: tuple[Part, ...]
    previous: Entry | None = None
    following: Entry | None = None

    @property
    def navigation(self) -> tuple[MenuItem, ...]:
        """The chapters for the side navigation, the sections of the present one below it."""
        return tuple(
            MenuItem(
                text=entry.chapter.full_title,
                url=entry.chapter.url,
                current=entry.current,
                children=menu_of(entry.sections) if entry.current else (),
            )
            for entry in self.contents.tree
        )

    @property
    def here_items(self) -> tuple[MenuItem, ...]:
        """The headings of this page, the smaller ones below their sections."""
        items: list[MenuItem] = []
        for entry in self.contents.here:
            item = MenuItem(text=entry.full_title, url=f"#{entry.anchor}")
            if entry.level > TOP_LEVEL and items:
                items[-1] = replace(items[-1], children=(*items[-1].children, item))
            else:
                items.append(item)
        return tuple(items)


def read_document(*, document: "GuidelinePage", request: HttpRequest) -> Reading:
    """Return the document's own page: foreword and contents. One query."""
    frame = frame_of(request)
    contents = selectors.contents_of(document_path=document.path, page=document, frame=frame)
    return Reading(
        document=document,
        document_url=frame.url_of(document),
        contents=contents,
        parts=read_body(body=document.body, page_id=document.pk, contents=contents, frame=frame),
        following=contents.chapters[0] if contents.chapters else None,
    )


def read_chapter(*, chapter: "ChapterPage", request: HttpRequest) -> Reading:
    """Return a chapter with the contents of the whole document. One query, whatever its length."""
    frame = frame_of(request)
    contents = selectors.contents_of(
        document_path=chapter.path[: -chapter.steplen], page=chapter, frame=frame
    )
    document = contents.document or chapter.get_parent().specific
    previous, following = contents.neighbours_of(chapter.pk)
    return Reading(
        document=document,
        document_url=frame.url_of(document),
        contents=contents,
        parts=read_body(body=chapter.body, page_id=chapter.pk, contents=contents, frame=frame),
        previous=previous,
        following=following,
    )


def read_body(
    *, body: Any, page_id: int, contents: Contents, frame: SiteFrame
) -> tuple[Part, ...]:  # Any: a Wagtail stream value
    """Return the parts of a stream of guideline blocks, notes tied and references resolved."""
    links = addresses(shelf=unpack(body), frame=frame)
    htmls = {
        place: resolve_references(with_links(source, links), page_id=page_id, contents=contents)
        for place, source in sources_of(body).items()
    }
    notes = [
        NoteMark((position, 0), block_id_of(child), child.value["mark"])
        for position, child in enumerate(body)
        if child.block_type == "note"
    ]
    tied = tie(notes, find_places(sorted(htmls.items()), [note.mark for note in notes]))
    linked = link_marks(htmls, tied)
    parts: list[Part] = []
    for position, child in enumerate(body):
        if child.block_type == "note":
            add_note(parts, child, tied, links)
        else:
            parts.append(part_of(child, position, linked))
    return tuple(parts)


def sources_of(body: Any) -> dict[Position, str]:  # Any: a Wagtail stream value
    """Return every paragraph and list item as it is stored."""
    htmls: dict[Position, str] = {}
    for position, child in enumerate(body):
        if child.block_type == "paragraph":
            htmls[position, 0] = child.value.source
        elif child.block_type == "list":
            for number, item in enumerate(child.value["items"]):
                htmls[position, number] = item["text"].source
    return htmls


def resolve_references(html: str, *, page_id: int, contents: Contents) -> str:
    """Lead `#anchor` links to the chapter that holds the anchor; without one, leave the words."""

    def resolve(match: re.Match[str]) -> str:
        anchor, words = match.groups()
        entry = contents.find(anchor)
        if anchor == CONTACT_ANCHOR:
            return match.group()
        if entry is None:
            return words
        is_here = entry.page_id == page_id and entry.level > 1
        address = f"#{anchor}" if is_here else entry.url
        return f'<a class="reference" href="{address}">{words}</a>'

    return INNER_LINK.sub(resolve, html)


def link_marks(htmls: Mapping[Position, str], tied: Mapping[str, Place]) -> dict[Position, str]:
    """Turn each mark that has a note into a link to it."""
    linked = dict(htmls)
    # From the last place to the first, so that an insertion moves no place still to come.
    for block_id, place in sorted(tied.items(), key=lambda item: -item[1].start):
        html = linked[place.position]
        link = format_html(
            '<sup class="note-mark"><a id="{}" href="#{}" aria-describedby="{}">{}</a></sup>',
            mark_anchor(block_id),
            note_anchor(block_id),
            note_anchor(block_id),
            mark_safe(html[place.start : place.end]),
        )
        linked[place.position] = html[: place.start] + link + html[place.end :]
    return linked


def add_note(
    parts: list[Part], child: Any, tied: Mapping[str, Place], links: Mapping[int, str]
) -> None:
    """Add a note to the run of notes that the page ends with, or begin a run."""
    block_id = block_id_of(child)
    note = Note(
        mark=child.value["mark"],
        html=mark_safe(with_links(child.value["text"].source, links)),
        anchor=note_anchor(block_id),
        back=mark_anchor(block_id) if block_id in tied else "",
    )
    if parts and parts[-1].kind == "notes":
        parts[-1] = replace(parts[-1], notes=(*parts[-1].notes, note))
    else:
        parts.append(Part(kind="notes", notes=(note,)))


def part_of(child: Any, position: int, linked: Mapping[Position, str]) -> Part:
    """Return one block as a part; a block of another kind renders itself."""
    value = child.value
    if child.block_type == "heading":
        return Part(
            kind="heading",
            anchor=heading_anchor(block_id_of(child)),
            number=value["number"] or "",
            level=int(value["level"] or 2),
            text=value["text"],
        )
    if child.block_type == "paragraph":
        return Part(kind="paragraph", html=mark_safe(linked[position, 0]))
    if child.block_type == "list":
        items = tuple(
            (item["mark"], mark_safe(linked[position, number]))
            for number, item in enumerate(value["items"])
        )
        return Part(kind="list", items=items)
    return Part(kind=child.block_type, block=child, context={"block_id": block_id_of(child)})
