"""What a document's feed tells: its changes, each with its reason and where to read it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import uuid5

from django.utils.translation import gettext as _

from tomoni.guidelines import selectors
from tomoni.home.frame import SiteFrame

if TYPE_CHECKING:
    from tomoni.guidelines.models import Change, Edition, GuidelinePage

NEWEST = 50


@dataclass(frozen=True)
class Item:
    """One change."""

    id: str
    title: str
    url: str
    at: datetime
    author: str
    words: str


@dataclass(frozen=True)
class Feed:
    """A document's feed; without changes it is empty, and valid."""

    id: str
    title: str
    language: str
    url: str
    own_url: str
    updated: datetime
    author: str
    items: tuple[Item, ...]


def feed_of(*, document: "GuidelinePage", frame: SiteFrame, base: str) -> Feed:
    """Return the newest changes of a document. Two queries, however many there are."""
    url = base + quote(frame.url_of(document), safe="/%")
    editions = selectors.editions_of(document)
    changes = list(selectors.changes_of(document, frame)[:NEWEST])
    items = tuple(_items(changes, editions, document, frame, url))
    section = frame.sections.get(document.section_id) if document.section_id else None
    return Feed(
        id=_id(document),
        title=_("Changes of “%(title)s”") % {"title": document.title},
        language=frame.html_lang,
        url=url,
        own_url=f"{url}changes.atom",
        updated=items[0].at if items else document.first_published_at,
        author=section.name if section else document.issued_by or frame.town_name,
        items=items,
    )


def _items(
    changes: Iterable["Change"],
    editions: list["Edition"],
    document: "GuidelinePage",
    frame: SiteFrame,
    url: str,
) -> Iterator[Item]:
    before = {step.edition.pk: step.before for step in selectors.steps_of(editions)}
    for change in changes:
        place = url
        older = before.get(change.edition_id) if change.edition_id else None
        if change.kind == "new_edition" and older and change.edition:
            place = f"{url}compare/{quote(older.slug)}/{quote(change.edition.slug)}/"
        elif change.page and change.page_id != document.pk:
            place = f"{url}{quote(change.page.slug)}/" if change.page.live else url
        yield Item(
            id=_id(document, str(change.pk)),
            title=f"{change.get_kind_display()}：{change.page_title}",
            url=place,
            at=change.at,
            author=change.section_name or frame.town_name,
            words=change.reason,
        )


def _id(document: "GuidelinePage", name: str = "") -> str:
    """Return a name for good: each language has a feed of its own, and each change its entry."""
    return f"urn:uuid:{uuid5(document.translation_key, f'{document.locale.language_code} {name}')}"
