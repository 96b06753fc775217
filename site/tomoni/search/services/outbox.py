"""The outbox: note changes where they happen, and let the index follow after the commit."""

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from itertools import groupby

from django.apps import apps
from django.db import transaction
from django.db.models import F, Model, QuerySet
from django.utils import timezone
from wagtail.models import Page

from tomoni.search.models import SearchChange
from tomoni.search.services import indexing
from tomoni.search.services.rows import storable
from tomoni.search.services.versions import note_followed

logger = logging.getLogger(__name__)

Kind = SearchChange.Kind
BATCH = 100
# Minutes until the next try; after the last, an operator or the next change of the object.
WAITS = (1, 2, 5, 15, 60, 240, 1440)


def note(kind: str, *, model: type[Model], key: object) -> None:
    """Note a change within the transaction that makes it."""
    SearchChange.objects.create(kind=kind, model=model._meta.label, object_key=str(key))  # noqa: SLF001 -- public in fact


def drain(*, limit: int | None = None) -> int:
    """Follow the changes that are due, oldest first; return how many were followed.

    A change that fails is kept, with what went wrong, and tried again later; it never stops the
    others. Several processes may drain at once: what another one has in hand is left to it.
    """
    done, last = 0, 0
    while limit is None or done < limit:
        most = BATCH if limit is None else min(BATCH, limit - done)
        batch = list(_due().filter(pk__gt=last)[:most])
        if not batch:
            break
        for change, same in _distinct(batch):
            _follow(change, same)
        done, last = done + len(batch), batch[-1].pk
    return done


def is_waiting() -> bool:
    """Tell whether any change is due."""
    return _due().exists()


def _due() -> QuerySet[SearchChange]:
    return SearchChange.objects.filter(
        next_try__lte=timezone.now(), attempts__lte=len(WAITS)
    ).order_by("pk")


def _distinct(
    batch: Iterable[SearchChange],
) -> Iterable[tuple[SearchChange, list[int]]]:
    """Join changes of one object that follow each other: Wagtail saves a page several times."""

    def about(change: SearchChange) -> tuple[object, ...]:
        return (change.kind, change.model, change.object_key)

    for _about, group in groupby(batch, key=about):
        changes = list(group)
        yield changes[-1], [change.pk for change in changes]


def _follow(change: SearchChange, same: list[int]) -> None:
    try:
        with transaction.atomic():
            locked = SearchChange.objects.select_for_update(skip_locked=True).filter(pk__in=same)
            if not list(locked.values_list("pk", flat=True)):
                return
            note_followed()
            error = FOLLOWING[change.kind](change)
            if error:
                _put_off(change, same, error)
            else:
                SearchChange.objects.filter(pk__in=same).delete()
    except Exception as failure:
        # Whatever went wrong costs this change only; it is shown to operators.
        logger.exception("%s could not be followed", change)
        _put_off(change, same, f"{type(failure).__name__}: {failure}")


def _put_off(change: SearchChange, same: list[int], error: str) -> None:
    wait = WAITS[min(change.attempts, len(WAITS) - 1)]
    SearchChange.objects.filter(pk__in=same).exclude(pk=change.pk).delete()
    SearchChange.objects.filter(pk=change.pk).update(
        attempts=F("attempts") + 1,
        next_try=timezone.now() + timedelta(minutes=wait),
        error=storable(error)[:500],
    )


def _follow_object(change: SearchChange) -> str:
    model = _model(change)
    # A newer save of the same object makes an older failure of it meaningless.
    SearchChange.objects.filter(
        kind=Kind.OBJECT, model=change.model, object_key=change.object_key, attempts__gt=0
    ).exclude(pk=change.pk).delete()
    if model is None:
        return ""
    done = indexing.index_objects(model=model, keys=[change.object_key])
    return "; ".join(done.errors.values())


def _follow_subtree(change: SearchChange) -> str:
    """Take a private subtree out at once; let a public one follow page by page."""
    page = Page.objects.filter(pk=change.object_key).first()
    keys = indexing.subtree_of(page) if page is not None else []
    SearchChange.objects.bulk_create(
        SearchChange(kind=Kind.OBJECT, model=Page._meta.label, object_key=str(key))  # noqa: SLF001
        for key in keys
    )
    return ""


def _follow_deletion(change: SearchChange) -> str:
    model = _model(change)
    SearchChange.objects.filter(
        kind=Kind.OBJECT, model=change.model, object_key=change.object_key
    ).delete()
    if model is not None:
        indexing.forget_objects(model=model, keys=[change.object_key])
    return ""


def _model(change: SearchChange) -> type[Model] | None:
    try:
        return apps.get_model(change.model)
    except LookupError:
        # Of a plugin that was switched off: nothing of it is found any more.
        return None


# Each returns what went wrong with the change's object, or nothing.
FOLLOWING: Mapping[str, Callable[[SearchChange], str]] = {
    Kind.OBJECT: _follow_object,
    Kind.SUBTREE: _follow_subtree,
    Kind.FORGOTTEN: _follow_deletion,
}
