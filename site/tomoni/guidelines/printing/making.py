"""Make the PDFs that wait, one after the other, and clean up what nobody needs any more."""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db.models import QuerySet
from django.utils import timezone

from tomoni.guidelines.models import PdfFile, PdfKind, PdfState
from tomoni.guidelines.printing import engine, queue
from tomoni.guidelines.printing.subjects import Subject, subject_of_row
from tomoni.languages import html_lang_of

logger = logging.getLogger(__name__)

# A text that is not done by then would never be.
LONGEST = timedelta(minutes=20)
BEAT = timedelta(seconds=1)
# Signs of stored blocks a page; layout goes over all pages twice, for the numbers in references.
SIGNS_A_PAGE, ROUNDS = 1100, 2
KEEP_COMPARISONS = timedelta(days=90)
KEEP_FAILURES = timedelta(days=1)
FOLDER = "guidelines"


class TooLongError(Exception):
    """Raised inside WeasyPrint when a text takes too long."""


def make_waiting(*, until: timedelta = timedelta(minutes=30)) -> int:
    """Make what waits until the time is up; return how many were made."""
    begun, made = timezone.now(), 0
    while timezone.now() - begun < until:
        row = queue.claim()
        if row is None:
            break
        made += make(row)
    return made


def make(row: PdfFile) -> bool:
    """Make one PDF that was claimed; say whether it came out."""
    try:
        subject = subject_of_row(row)
        if not _still_wanted(row, subject):
            return False
        drawn = engine.draw(
            html=subject.html(),
            address=subject.address,
            html_lang=html_lang_of(row.language),
            tell=_teller(row, subject),
        )
    except Exception as error:
        logger.exception("The PDF %s could not be made", row)
        PdfFile.objects.filter(pk=row.pk).update(
            state=PdfState.FAILED, error=f"{type(error).__name__}: {error}"[:500]
        )
        return False
    row.file.save(f"{row.document_id}-{row.key[:20]}.pdf", ContentFile(drawn.data), save=False)
    row.state, row.pages, row.size = PdfState.READY, drawn.pages, len(drawn.data)
    row.made_at, row.done = timezone.now(), row.total
    row.save()
    _drop(
        PdfFile.objects.filter(
            document=row.document,
            kind=row.kind,
            language=row.language,
            edition=row.edition,
            other_edition=row.other_edition,
        ).exclude(pk=row.pk)
    )
    return True


def clean() -> None:
    """Remove failures, seldom comparisons, and files that no row knows."""
    now = timezone.now()
    PdfFile.objects.filter(state=PdfState.FAILED, asked_at__lt=now - KEEP_FAILURES).delete()
    _drop(
        PdfFile.objects.filter(
            kind=PdfKind.COMPARISON, state=PdfState.READY, made_at__lt=now - KEEP_COMPARISONS
        )
    )
    storage = storages["pdfs"]
    if not storage.exists(FOLDER):
        return
    known = set(PdfFile.objects.exclude(file="").values_list("file", flat=True))
    for name in storage.listdir(FOLDER)[1]:
        path = f"{FOLDER}/{name}"
        # What has just been written may still wait for its row.
        is_old = storage.get_modified_time(path) < now - timedelta(hours=1)
        if path not in known and is_old:
            storage.delete(path)


def _still_wanted(row: PdfFile, subject: Subject) -> bool:
    """Follow a text that changed while it waited; who asked for it shall get the newest."""
    if subject.key == row.key:
        return True
    if PdfFile.objects.filter(document=row.document, key=subject.key).exists():
        row.delete()
        return False
    row.key = subject.key
    row.save(update_fields=["key"])
    return True


def _drop(rows: QuerySet[PdfFile]) -> None:
    for row in rows.exclude(state=PdfState.MAKING):
        if row.file:
            row.file.delete(save=False)
        row.delete()


def _teller(row: PdfFile, subject: Subject) -> Callable[[int], None]:
    """Return who hears of each page: it shows life and progress, and stops what takes too long."""
    begun = last = timezone.now()
    steps = 0
    total = max(1, subject.size // SIGNS_A_PAGE) * ROUNDS
    PdfFile.objects.filter(pk=row.pk).update(total=total)
    row.total = total

    def tell(_page: int) -> None:
        nonlocal last, steps
        steps += 1
        now = timezone.now()
        if now - begun > LONGEST:
            raise TooLongError
        if now - last > BEAT:
            last = now
            PdfFile.objects.filter(pk=row.pk).update(beat_at=now, done=min(steps, total - 1))

    return tell
