"""Keep uploads, read each of them once, and say what to do where that fails."""

import logging
from datetime import datetime, timedelta
from typing import IO

from django.core.files import File
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tomoni.accounts.models import User
from tomoni.guidelines.importing.guideline import read_guideline
from tomoni.guidelines.importing.refusals import LARGEST, GuidelineFileError
from tomoni.guidelines.importing.result import ImportedGuideline
from tomoni.guidelines.models import GuidelineImport, GuidelinePage, ImportState
from tomoni.guidelines.outlining.account import signs
from tomoni.guidelines.outlining.arriving import pieces_of
from tomoni.guidelines.outlining.pieces import dump

logger = logging.getLogger(__name__)

# A reader renews its claim with each page; one that died frees the upload after this time.
CLAIM = timedelta(minutes=3)
RENEW = timedelta(seconds=1)


@transaction.atomic
def keep_upload(
    *,
    owner: User,
    file: IO[bytes],
    name: str,
    size: int,
    title: str = "",
    target: GuidelinePage | None = None,
    parent_id: int | None = None,
) -> GuidelineImport:
    """Keep an upload as it came; it waits to be read."""
    upload = GuidelineImport(
        owner=owner, name=name[-255:], size=size, title=title.strip(), target=target
    )
    if parent_id:
        upload.matching = {"parent": parent_id}
    upload.file.save(_stored_name(name), File(file), save=False)
    upload.save()
    return upload


@transaction.atomic
def replace_file(*, upload: GuidelineImport, file: IO[bytes], name: str, size: int) -> None:
    """Take another file in place of one that could not be read."""
    before = upload.file.name
    upload.name, upload.size = name[-255:], size
    upload.file.save(_stored_name(name), File(file), save=False)
    upload.save()
    try_again(upload=upload)
    if before:
        transaction.on_commit(lambda: upload.file.storage.delete(before))


def try_again(*, upload: GuidelineImport) -> None:
    """Let an upload that failed, or whose reader died, wait to be read again."""
    upload.state, upload.error = ImportState.UPLOADED, ""
    upload.done = upload.total = 0
    upload.claimed_until = None
    upload.save(update_fields=["state", "error", "done", "total", "claimed_until", "changed_at"])


@transaction.atomic
def delete_upload(*, upload: GuidelineImport) -> None:
    """Delete an upload and its file; documents made of it stay."""
    storage, name = upload.file.storage, upload.file.name
    upload.delete()
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def read_waiting() -> int:
    """Read every upload that waits or whose reader died; return how many were read."""
    waiting = GuidelineImport.objects.filter(_free()).order_by("created_at")
    return sum(map(read_upload, list(waiting.values_list("pk", flat=True))))


def read_upload(pk: int) -> bool:
    """Read one upload unless somebody else does; return whether this call has read it."""
    until = timezone.now() + CLAIM
    taken = GuidelineImport.objects.filter(_free(), pk=pk).update(
        state=ImportState.READING, claimed_until=until, done=0, total=0, error=""
    )
    if not taken:
        return False
    upload = GuidelineImport.objects.get(pk=pk)
    claim = _Claim(pk, until)
    try:
        with upload.file.open("rb") as file:
            # One byte more than may be: the reader then says that the file is too large.
            data = file.read(LARGEST + 1)
        result = read_guideline(
            data, filename=upload.name, title=upload.title or None, progress=claim.progress
        )
        values = _values(result)
    except GuidelineFileError as error:
        return claim.end(state=ImportState.FAILED, error=str(error))
    except FileNotFoundError:
        return claim.end(
            state=ImportState.FAILED,
            error=_("The stored file is gone. Choose the file again."),
        )
    except (Exception, MemoryError):
        logger.exception("The upload %s cannot be read", pk)
        return claim.end(
            state=ImportState.FAILED,
            error=_(
                "This file cannot be read. Save its text as a plain text file (.txt), and choose "
                "that one."
            ),
        )
    return claim.end(state=ImportState.READY, title=result.title[:255], **values)


class _Claim:
    """The right to read one upload, as long as nobody else has taken it."""

    def __init__(self, pk: int, until: datetime) -> None:
        self.pk, self.until = pk, until
        self.told = timezone.now()

    def progress(self, done: int, total: int) -> None:
        """Note how far it is, at most once a second, and hold the claim longer."""
        now = timezone.now()
        if now - self.told < RENEW:
            return
        self.told, until = now, now + CLAIM
        if self._mine().update(done=done, total=total, claimed_until=until):
            self.until = until

    def end(self, **values: object) -> bool:
        """Store how it ended, unless another reader took over meanwhile."""
        return bool(self._mine().update(claimed_until=None, changed_at=timezone.now(), **values))

    def _mine(self) -> QuerySet[GuidelineImport]:
        return GuidelineImport.objects.filter(
            pk=self.pk, state=ImportState.READING, claimed_until=self.until
        )


def _free() -> Q:
    """Return what tells the uploads that nobody reads."""
    dead = Q(state=ImportState.READING, claimed_until__lte=timezone.now())
    return Q(state=ImportState.UPLOADED) | dead


def _values(result: ImportedGuideline) -> dict[str, object]:
    shorter = sum(
        (len(signs(one.before)) - len(signs(one.after))) * one.count for one in result.repairs
    )
    return {
        "result": {
            "encoding": result.encoding,
            "source": result.source,
            "repairs": [
                {"before": one.before, "after": one.after, "lines": list(one.lines)}
                for one in result.repairs
            ],
        },
        "pieces": dump(pieces_of(result)),
        "history": {},
        "version": 1,
        "signs": len(signs(result.source)),
        "repaired": shorter,
    }


def _stored_name(name: str) -> str:
    """Return a name that says nothing about the file but how it ends."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return f"guideline.{ending}" if ending.isalnum() and len(ending) <= len("docx") else "guideline"
