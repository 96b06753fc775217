"""The queue of PDFs: one row for each text, one at a time in the making, none forgotten."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from tomoni.guidelines.models import Edition, GuidelinePage, PdfFile, PdfKind, PdfState

# Whoever shows no life for so long has died.
SILENCE = timedelta(minutes=3)
TRIES = 3
# A failure is tried anew when somebody asks after this time.
REST = timedelta(hours=1)
# What may wait at a time; visitors who open every link there is get no further.
MOST_WAITING = 40


class QueueFullError(Exception):
    """Raised when too many PDFs wait already."""


def ask_for(
    *,
    document: GuidelinePage,
    key: str,
    kind: PdfKind,
    language: str,
    edition: Edition | None = None,
    other_edition: Edition | None = None,
) -> PdfFile:
    """Return the row of a PDF with that key; a new one waits for its making."""
    row = PdfFile.objects.filter(document=document, key=key).first()
    if row is None:
        if PdfFile.objects.filter(state=PdfState.WAITING).count() >= MOST_WAITING:
            raise QueueFullError
        row, _is_new = PdfFile.objects.get_or_create(
            document=document,
            key=key,
            defaults={
                "kind": kind,
                "language": language,
                "edition": edition,
                "other_edition": other_edition,
            },
        )
    if _is_to_be_made_again(row):
        _wait_again(row)
    return row


def claim() -> PdfFile | None:
    """Take the PDF that waits longest; nothing where one is in the making, or none waits."""
    recover()
    row = PdfFile.objects.filter(state=PdfState.WAITING).order_by("asked_at", "pk").first()
    if row is None:
        return None
    now = timezone.now()
    try:
        with transaction.atomic():
            taken = PdfFile.objects.filter(pk=row.pk, state=PdfState.WAITING).update(
                state=PdfState.MAKING,
                begun_at=now,
                beat_at=now,
                attempts=F("attempts") + 1,
                done=0,
                error="",
            )
    except IntegrityError:
        return None
    row.refresh_from_db()
    return row if taken else None


def recover() -> int:
    """Put back what a maker left behind that has died; what killed it thrice has failed."""
    silent = PdfFile.objects.filter(state=PdfState.MAKING, beat_at__lt=timezone.now() - SILENCE)
    failed = silent.filter(attempts__gte=TRIES).update(
        state=PdfState.FAILED, error="died", begun_at=timezone.now()
    )
    return failed + silent.update(state=PdfState.WAITING)


def is_making() -> bool:
    """Tell whether somebody is at work just now."""
    return PdfFile.objects.filter(
        state=PdfState.MAKING, beat_at__gte=timezone.now() - SILENCE
    ).exists()


def _is_to_be_made_again(row: PdfFile) -> bool:
    if row.state == PdfState.FAILED:
        return row.begun_at is None or row.begun_at < timezone.now() - REST
    return row.state == PdfState.READY and not row.file.storage.exists(str(row.file.name))


def _wait_again(row: PdfFile) -> None:
    row.state, row.attempts, row.error, row.done = PdfState.WAITING, 0, "", 0
    row.save(update_fields=["state", "attempts", "error", "done"])
