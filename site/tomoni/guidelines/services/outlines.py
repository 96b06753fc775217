"""Change the outline of an import step by step; each step is stored at once and can be undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tomoni.guidelines.models import GuidelineImport
from tomoni.guidelines.outlining.changes import Change, change_between
from tomoni.guidelines.outlining.operations import OPERATIONS, apply
from tomoni.guidelines.outlining.pieces import CannotError, Pieces, dump, load

KEPT = 300


class OutlineChangedError(Exception):
    """Somebody changed the outline meanwhile, in another window or at another desk."""


@dataclass(frozen=True)
class Step:
    """What a step did: the pieces before and after it, and its name."""

    upload: GuidelineImport
    before: Pieces
    after: Pieces
    change: Change
    name: str

    @property
    def told(self) -> str:
        return str(OPERATIONS[self.name].told) if self.name in OPERATIONS else ""


@dataclass(frozen=True)
class History:
    """The steps that can be undone, and those that can be done again, the latest last."""

    done: tuple[Mapping[str, Any], ...] = ()  # Any: JSON
    undone: tuple[Mapping[str, Any], ...] = ()  # Any: JSON

    @classmethod
    def of(cls, upload: GuidelineImport) -> "History":
        stored = upload.history or {}
        return cls(tuple(stored.get("done", ())), tuple(stored.get("undone", ())))

    def to_json(self) -> dict[str, Any]:  # Any: JSON
        return {"done": list(self.done[-KEPT:]), "undone": list(self.undone)}


@transaction.atomic
def change_outline(
    *, upload_id: int, version: int, name: str, piece: str, given: Mapping[str, str]
) -> Step:
    """Do one operation on one piece.

    Raises `OutlineChangedError` if the outline is no longer the one that the editor saw, and
    `CannotError` if the operation makes no sense there.
    """
    upload, before = _opened(upload_id, version)
    after = apply(before, name, piece, given)
    change = change_between(before, after)
    if not change.is_empty:
        history = History.of(upload)
        done = {"name": name, "piece": piece, "change": change.to_json()}
        _store(upload, after, History((*history.done, done)))
    return Step(upload, before, after, change, name)


@transaction.atomic
def undo(*, upload_id: int, version: int) -> Step:
    """Take the latest step back."""
    upload, before = _opened(upload_id, version)
    history = History.of(upload)
    if not history.done:
        raise CannotError(_("There is nothing to undo."))
    last = history.done[-1]
    change = Change.from_json(last["change"], before, done=True).reversed()
    after = change.apply(before)
    _store(upload, after, History(history.done[:-1], (*history.undone, last)))
    return Step(upload, before, after, change, last["name"])


@transaction.atomic
def redo(*, upload_id: int, version: int) -> Step:
    """Do the step again that was undone last."""
    upload, before = _opened(upload_id, version)
    history = History.of(upload)
    if not history.undone:
        raise CannotError(_("There is nothing to do again."))
    next_step = history.undone[-1]
    change = Change.from_json(next_step["change"], before, done=False)
    after = change.apply(before)
    _store(upload, after, History((*history.done, next_step), history.undone[:-1]))
    return Step(upload, before, after, change, next_step["name"])


def _opened(upload_id: int, version: int) -> tuple[GuidelineImport, Pieces]:
    # What was read is large and does not change: it stays where it is.
    found = GuidelineImport.objects.select_for_update().defer("result").get(pk=upload_id)
    if not found.is_open:
        raise CannotError(_("There is no outline to work on yet."))
    if found.version != version:
        raise OutlineChangedError
    return found, load(found.pieces)


def _store(upload: GuidelineImport, pieces: Pieces, history: History) -> None:
    upload.pieces, upload.history = dump(pieces), history.to_json()
    upload.version += 1
    upload.save(update_fields=["pieces", "history", "version", "changed_at"])
