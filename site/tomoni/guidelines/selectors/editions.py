"""Read a document's editions and changes, without what their reader may not see."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wagtail.models import Page

from tomoni.guidelines.rosters import withhold
from tomoni.guidelines.texts import EditionText, text_of
from tomoni.home.frame import SiteFrame

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from tomoni.guidelines.models import Change, ChangeReason, Edition, GuidelinePage


@dataclass(frozen=True)
class EditionStep:
    """An edition, and the one before it that it can be compared with."""

    edition: "Edition"
    before: "Edition | None"


def editions_of(document: "GuidelinePage") -> list["Edition"]:
    """Return all editions, the newest first, without their texts. One query."""
    return list(document.editions.defer("text").order_by("-order"))


def steps_of(editions: Sequence["Edition"]) -> list[EditionStep]:
    """Return each edition with the one before it."""
    return [
        EditionStep(edition, before)
        for edition, before in zip(editions, [*editions[1:], None], strict=True)
    ]


def edition_at(document: "GuidelinePage", slug: str) -> "Edition | None":
    found: Edition | None = document.editions.filter(slug=slug).first()
    return found


def changes_of(document: "GuidelinePage", frame: SiteFrame) -> "QuerySet[Change]":
    """Return what happened to the document, the newest first, but for chapters that are closed."""
    changes: QuerySet[Change] = document.changes.select_related("edition", "page")
    for door in frame.doors_below(document.path, reader_at=document.path):
        changes = changes.exclude(page__path__startswith=door)
    return changes.defer("edition__text")


def reasons_between(
    document: "GuidelinePage", editions: Sequence["Edition"]
) -> list["ChangeReason"]:
    """Return why sections changed in these editions, the oldest edition first. One query."""
    labels = [edition.label for edition in sorted(editions, key=lambda one: one.order)]
    found = document.change_reasons.filter(edition_label__in=labels)
    return sorted(found, key=lambda reason: labels.index(reason.edition_label))


def shown_text(*, edition: "Edition", document: "GuidelinePage", frame: SiteFrame) -> EditionText:
    """Return the text of an edition as a reader of the document may see it. One query.

    Without the chapters that are closed to them, and without names that may not be told any more.
    """
    return for_readers(text_of(edition), document=document, frame=frame)


def for_readers(text: EditionText, *, document: "GuidelinePage", frame: SiteFrame) -> EditionText:
    closed = closed_pages(text, document=document, frame=frame)
    return replace(
        text,
        pages=tuple(
            replace(page, body=withhold(page.body))
            for page in text.pages
            if page.page not in closed
        ),
    )


def closed_pages(text: EditionText, *, document: "GuidelinePage", frame: SiteFrame) -> set[int]:
    """Return which pages of a text are closed to who may read the document; no query for none."""
    once_closed = {page.page for page in text.pages if page.closed}
    if not once_closed and not frame.doors_below(document.path, reader_at=document.path):
        return set()
    found = Page.objects.filter(pk__in=[page.page for page in text.pages])
    paths = dict(found.values_list("pk", "path"))
    return (once_closed - set(paths)) | {
        pk for pk, path in paths.items() if frame.hides(path, reader_at=document.path)
    }
