"""Read an old edition whole, on one page: its contents, notes and references are its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tomoni.guidelines import selectors
from tomoni.guidelines.anchors import heading_anchor
from tomoni.guidelines.reading import MenuItem, Part, read_body
from tomoni.guidelines.selectors import Contents, Entry
from tomoni.guidelines.texts import EditionText, PageText, glossary_of
from tomoni.home.frame import SiteFrame

if TYPE_CHECKING:
    from tomoni.guidelines.models import Edition, GuidelinePage

ANCHOR_SIGN = "s-"
HEADING_LEVELS = {"heading": 2, "article": 3, "supplement": 2}


@dataclass(frozen=True)
class EditionReading:
    """An old edition, ready to be read: chapters and their text in one stream of parts."""

    text: EditionText
    parts: tuple[Part, ...]
    items: tuple[MenuItem, ...]


def read_old_edition(
    *, edition: "Edition", document: "GuidelinePage", frame: SiteFrame
) -> EditionReading:
    """Return an old edition as a reader of the document may see it; a few queries, all told."""
    text = selectors.shown_text(edition=edition, document=document, frame=frame)
    entries = tuple(entries_of(text))
    body = document.body.stream_block.to_python(list(blocks_of(text)))
    parts = read_body(
        body=body,
        page_id=document.pk,
        contents=Contents(document=document, entries=entries, current=document.pk),
        frame=frame,
        glossary=glossary_of(text),
        # On a page of its own a chapter's title is the first heading; here the document's is.
        whole=True,
    )
    return EditionReading(text=text, parts=parts, items=tuple(menu_of(entries)))


def blocks_of(text: EditionText) -> Iterator[Mapping[str, Any]]:  # Any: what a stream stores
    """Yield all blocks of an edition, the title of each chapter before those of its page."""
    for page in text.pages:
        if page.slug:
            value = {"number": page.number, "text": page.title, "level": "1"}
            yield {"type": "heading", "id": id_of(page), "value": value}
        yield from page.body


def id_of(page: PageText) -> str:
    """Return an id from which the chapter's own anchor is made."""
    return page.anchor.removeprefix(ANCHOR_SIGN) if page.anchor else f"page{page.page}"


def entries_of(text: EditionText) -> Iterator[Entry]:
    """Yield the contents of an edition; everything stands on the one page."""
    for page in text.pages:
        if page.slug:
            yield entry(page.page, heading_anchor(id_of(page)), page.number, page.title, 1)
        for block in page.body:
            level = HEADING_LEVELS.get(str(block.get("type")))
            value = block.get("value")
            if level is None or not isinstance(value, Mapping):
                continue
            title = value.get("text") or value.get("caption") or value.get("title") or ""
            anchor = heading_anchor(str(block.get("id") or ""))
            yield entry(
                page.page,
                anchor,
                str(value.get("number") or ""),
                str(title),
                int(value.get("level") or level),
            )


def entry(page_id: int, anchor: str, number: str, title: str, level: int) -> Entry:
    return Entry(page_id, anchor, number, title, level, f"#{anchor}")


def menu_of(entries: tuple[Entry, ...]) -> Iterator[MenuItem]:
    """Yield the chapters with their sections; sections of the foreword stand for themselves."""
    held: MenuItem | None = None
    for one in entries:
        item = MenuItem(text=one.full_title, url=one.url)
        if one.level == 1:
            if held:
                yield held
            held = item
        elif held and one.level == selectors.TOP_LEVEL:
            held = replace(held, children=(*held.children, item))
        elif not held and one.level == selectors.TOP_LEVEL:
            yield item
    if held:
        yield held
