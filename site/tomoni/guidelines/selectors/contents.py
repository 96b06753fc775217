"""Read the contents of a document: one query gives chapters, headings and addresses."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wagtail.models import Page

from tomoni.home.frame import SiteFrame

if TYPE_CHECKING:
    from tomoni.guidelines.models import GuidelinePage

TOP_LEVEL = 2


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

    def find(self, anchor: str) -> Entry | None:
        """Return the heading with that anchor, on this page rather than on another."""
        found = [entry for entry in self.entries if entry.anchor == anchor]
        return next((e for e in found if e.page_id == self.current), next(iter(found), None))

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
    from tomoni.guidelines.models import Heading  # noqa: PLC0415 -- app ready

    rows = list(
        Heading.objects.filter(document__path=document_path, page__live=True).select_related(
            "document", "page"
        )
    )
    entries = tuple(
        Entry(
            page_id=row.page_id,
            anchor=row.anchor,
            number=row.number,
            title=row.title,
            level=row.level,
            url=address(row.page.url_path, row.anchor if row.level > 1 else "", frame),
        )
        for row in rows
        if not frame.hides(row.page.path, reader_at=page.path)
    )
    return Contents(document=rows[0].document if rows else None, entries=entries, current=page.pk)


def address(url_path: str, anchor: str, frame: SiteFrame) -> str:
    url = frame.locale.url_of(url_path) if frame.locale else ""
    return f"{url}#{anchor}" if anchor else url
