"""Read the contents of a document: one query gives chapters, headings and addresses."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db import DEFAULT_DB_ALIAS
from wagtail.models import Page

from tomoni.home.frame import SiteFrame

if TYPE_CHECKING:
    from tomoni.guidelines.models import GuidelinePage

TOP_LEVEL = 2
HEADING_FIELDS = ("page_id", "anchor", "number", "title", "level", "page__path", "page__url_path")
# What a chapter shows of its document; whatever else is asked of it is fetched then.
DOCUMENT_FIELDS = {
    "id", "path", "depth", "title", "live", "url_path", "locale_id", "content_type_id",
    "translation_key", "page_ptr_id", "kind", "state", "audience", "edition",
    "adopted_on", "ended_on", "section_id", "issued_by", "succeeded_by_id",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A line of the contents."""

    page_id: int
    anchor: str
    number: str
    title: str
    level: int
    url: str

    @property
    def full_title(self) -> str:
        return "　".join(filter(None, (self.number, self.title)))


@dataclass(frozen=True)
class ChapterEntry:
    """A chapter in the contents with the headings inside it."""

    chapter: Entry
    headings: tuple[Entry, ...]
    current: bool

    @property
    def sections(self) -> tuple[Entry, ...]:
        """The headings of the highest level: the sections (節) of the chapter."""
        return tuple(heading for heading in self.headings if heading.level == TOP_LEVEL)


@dataclass(frozen=True)
class Contents:
    """The published chapters and headings of a document, in order."""

    document: "GuidelinePage | None"
    entries: tuple[Entry, ...]
    current: int

    @property
    def chapters(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.level == 1)

    @property
    def tree(self) -> tuple[ChapterEntry, ...]:
        return tuple(
            ChapterEntry(
                chapter=chapter,
                headings=tuple(
                    e for e in self.entries if e.page_id == chapter.page_id and e.level > 1
                ),
                current=chapter.page_id == self.current,
            )
            for chapter in self.chapters
        )

    @property
    def here(self) -> tuple[Entry, ...]:
        """The headings of the page that is being read."""
        return tuple(e for e in self.entries if e.page_id == self.current and e.level > 1)

    @cached_property
    def _by_anchor(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.anchor, []).append(entry)
        return found

    @cached_property
    def _above(self) -> dict[Entry, tuple[Entry, ...]]:
        above: dict[Entry, tuple[Entry, ...]] = {}
        trail: list[Entry] = []
        for entry in self.entries:
            while trail and (trail[-1].page_id != entry.page_id or trail[-1].level >= entry.level):
                trail.pop()
            above[entry] = tuple(trail)
            trail.append(entry)
        return above

    def find(self, anchor: str) -> Entry | None:
        """Return the heading with that anchor, on this page rather than on another."""
        found = self._by_anchor.get(anchor, [])
        return next((e for e in found if e.page_id == self.current), next(iter(found), None))

    def above(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the headings that a heading stands under, the chapter first."""
        return self._above.get(entry, ())

    def neighbours_of(self, page_id: int) -> tuple[Entry | None, Entry | None]:
        """Return the chapters before and after a chapter."""
        ids = [chapter.page_id for chapter in self.chapters]
        if page_id not in ids:
            return None, None
        index = ids.index(page_id)
        before = self.chapters[index - 1] if index else None
        after = self.chapters[index + 1] if index + 1 < len(ids) else None
        return before, after


def contents_of(*, document_path: str, page: Page, frame: SiteFrame) -> Contents:
    """Return the contents of the document at a tree path, as who reads `page` may see them.

    One query, whatever its length.
    """
    from tomoni.guidelines.models import GuidelinePage, Heading  # noqa: PLC0415 -- app ready

    # `from_db` takes values in the order of the model's own fields.
    shown = [
        field.attname
        for field in GuidelinePage._meta.concrete_fields  # noqa: SLF001 -- Django's documented API
        if field.attname in DOCUMENT_FIELDS
    ]
    rows = list(
        Heading.objects.filter(document__path=document_path, page__live=True).values_list(
            *HEADING_FIELDS, *(f"document__{name}" for name in shown)
        )
    )
    entries = []
    for page_id, anchor, number, title, level, path, url_path, *_document in rows:
        if frame.hides(path, reader_at=page.path):
            continue
        url = address(url_path, anchor if level > 1 else "", frame)
        entries.append(Entry(page_id, anchor, number, title, level, url))
    document = None
    if rows:
        values = rows[0][len(HEADING_FIELDS) :]
        document = GuidelinePage.from_db(DEFAULT_DB_ALIAS, shown, values)
    return Contents(document=document, entries=tuple(entries), current=page.pk)


def address(url_path: str, anchor: str, frame: SiteFrame) -> str:
    url = frame.locale.url_of(url_path) if frame.locale else ""
    return f"{url}#{anchor}" if anchor else url
