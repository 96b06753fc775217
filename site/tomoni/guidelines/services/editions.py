"""Keep the editions of a document, and tell of each change, as pages are published."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from itertools import chain, count

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import PageViewRestriction

from tomoni.guidelines.models import (
    Change,
    ChangeKind,
    ChangeReason,
    ChapterPage,
    Edition,
    FormerHeading,
    GuidelinePage,
)
from tomoni.guidelines.selectors.drafts import leaves_with_edition
from tomoni.guidelines.services.headings import standing_in
from tomoni.guidelines.texts import EditionText, present_text, text_of

ANCHOR_LENGTH = 40

# The document whose chapters are being published along with it just now.
_carried: ContextVar[int | None] = ContextVar("tomoni_carried_document", default=None)


@transaction.atomic
def record_publication(*, page: ChapterPage | GuidelinePage) -> Edition | None:
    """Renew the present edition after a page was published; return it.

    The first publication of a document, and one under a new label, begins an edition and takes
    along the chapters that have drafts. Nothing is recorded while the document itself is no page
    for readers yet.
    """
    document = page if isinstance(page, GuidelinePage) else _document_of(page)
    if document is None or not document.live or is_carrying(document_id=document.pk):
        return None
    present = Edition.objects.filter(document=document, ended_at__isnull=True).first()
    begins = present is None or (page.pk == document.pk and present.label != document.edition)
    if begins:
        present = _begin(document=document, before=present)
        with _carrying(document):
            _publish_along(document=document)
    assert present is not None  # noqa: S101 -- begun just now where there was none
    _renew(edition=present, document=document)
    _tell(page=page, document=document, edition=present, begins=begins)
    return present


@transaction.atomic
def record_withdrawal(*, document: GuidelinePage, title: str) -> Edition | None:
    """Renew the present edition after a chapter of that title was withdrawn or deleted."""
    present = Edition.objects.filter(document=document, ended_at__isnull=True).first()
    if present is None or not document.live:
        return None
    _renew(edition=present, document=document)
    Change.objects.create(
        document=document,
        page_title=title,
        edition=present,
        kind=ChangeKind.WITHDRAWN,
        section_name=_section_name(document),
    )
    return present


def set_reason(*, document: GuidelinePage, label: str, anchor: str, text: str) -> None:
    """Say why a section changed in an edition; an empty text takes the reason back."""
    reasons = ChangeReason.objects.filter(document=document, edition_label=label, anchor=anchor)
    if not text.strip():
        reasons.delete()
    elif not reasons.update(text=text.strip()):
        ChangeReason.objects.create(
            document=document, edition_label=label, anchor=anchor, text=text.strip()
        )


@transaction.atomic
def set_reasons(*, document: GuidelinePage, label: str, reasons: Mapping[str, str]) -> None:
    """Say why sections changed, by their anchors; what is not named stays as it is."""
    for anchor, text in reasons.items():
        if len(anchor) <= ANCHOR_LENGTH:
            set_reason(document=document, label=label, anchor=anchor, text=text)


def is_carrying(*, document_id: int) -> bool:
    """Say whether the document is just publishing its chapters along with itself."""
    return _carried.get() == document_id


@contextmanager
def _carrying(document: GuidelinePage) -> Iterator[None]:
    token = _carried.set(document.pk)
    try:
        yield
    finally:
        _carried.reset(token)


def _document_of(page: ChapterPage) -> GuidelinePage | None:
    found: GuidelinePage | None = GuidelinePage.objects.parent_of(page).first()
    return found


def _begin(*, document: GuidelinePage, before: Edition | None) -> Edition:
    moment = timezone.now()
    if before is not None:
        before.ended_at = moment
        before.save(update_fields=["ended_at"])
    order = (before.order if before else 0) + 1
    return Edition(
        document=document,
        label=document.edition,
        slug=_free_slug(document=document, order=order),
        order=order,
        first_published_at=moment,
    )


def _free_slug(*, document: GuidelinePage, order: int) -> str:
    """Return an address for the edition: from its label, or its number where that is taken."""
    taken = set(Edition.objects.filter(document=document).values_list("slug", flat=True))
    stem = slugify(document.edition, allow_unicode=True)[:50] or str(order)
    further = (f"{stem}-{number}" for number in count(order))
    return next(slug for slug in chain([stem], further) if slug not in taken)


def _publish_along(*, document: GuidelinePage) -> None:
    for chapter in ChapterPage.objects.child_of(document):
        if leaves_with_edition(chapter):
            if chapter.live:
                chapter.unpublish()
        elif chapter.latest_revision and (chapter.has_unpublished_changes or not chapter.live):
            chapter.latest_revision.publish()


def _renew(*, edition: Edition, document: GuidelinePage) -> None:
    edition.text = _with_doors(present_text(document), document).to_json()
    edition.adopted_on = document.adopted_on
    edition.section_name = _section_name(document)
    edition.changed_at = timezone.now()
    reason = ChangeReason.objects.filter(
        document=document, edition_label=edition.label, anchor=""
    ).first()
    edition.reason = reason.text if reason else edition.reason
    edition.save()
    _correct_memories(edition=edition, document=document)


def _correct_memories(*, edition: Edition, document: GuidelinePage) -> None:
    """Let former headings point to the renewed edition where its text has them, and only there."""
    there = text_of(edition).anchors()
    memories = FormerHeading.objects.filter(document=document)
    memories.filter(edition=None, anchor__in=there).update(edition=edition)
    lost = [one for one in memories.filter(edition=edition) if one.anchor not in there]
    if not lost:
        return
    newest_with = standing_in(Edition.objects.filter(document=document, order__lt=edition.order))
    for memory in lost:
        memory.edition = newest_with(memory.anchor)
    FormerHeading.objects.bulk_update(lost, ["edition"])


def _with_doors(text: EditionText, document: GuidelinePage) -> EditionText:
    """Note which chapters are closed now, so that none is opened by deleting it."""
    closed = set(
        PageViewRestriction.objects.filter(page__in=[page.page for page in text.pages])
        .exclude(page=document.pk)
        .values_list("page_id", flat=True)
    )
    return replace(
        text, pages=tuple(replace(page, closed=page.page in closed) for page in text.pages)
    )


def _section_name(document: GuidelinePage) -> str:
    return document.section.name if document.section else document.issued_by


def _tell(
    *, page: ChapterPage | GuidelinePage, document: GuidelinePage, edition: Edition, begins: bool
) -> None:
    kind = ChangeKind.CORRECTED
    if begins:
        kind = ChangeKind.PUBLISHED if edition.order == 1 else ChangeKind.NEW_EDITION
    Change.objects.create(
        document=document,
        page=page,
        page_title=page.full_title if isinstance(page, ChapterPage) else page.title,
        edition=edition,
        kind=kind,
        reason=page.change_note or (edition.reason if begins else ""),
        section_name=_section_name(document),
    )
    _forget_note(page)


def _forget_note(page: ChapterPage | GuidelinePage) -> None:
    """Empty the note for the next publication, in the page and in its newest draft."""
    if not page.change_note:
        return
    type(page).objects.filter(pk=page.pk).update(change_note="")
    revision = page.get_latest_revision()
    if revision is not None and revision.content.get("change_note") == page.change_note:
        revision.content["change_note"] = ""
        revision.save(update_fields=["content"])
    page.change_note = ""
