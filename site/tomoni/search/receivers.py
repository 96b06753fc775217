"""Note what is published, taken back, moved, renamed, restricted or deleted, for the index.

Signals only tell: a change is noted in the transaction that makes it, and the index follows after
the commit on what the database then holds. A failure is kept and never reaches who saved.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from tomoni.search.models import SearchChange
from tomoni.search.services import following, outbox
from tomoni.search.sources import sources_of

# What Wagtail writes to a page when only a draft was saved.
DRAFT_FIELDS = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "wagtail_admin_comments",
    }
)
Kind = SearchChange.Kind

_left_alone: ContextVar[bool] = ContextVar("tomoni_search_left_alone", default=False)


@contextmanager
def left_alone() -> Iterator[None]:
    """Leave the index as it is within the block: for work after which all of it is rebuilt."""
    token = _left_alone.set(True)
    try:
        yield
    finally:
        _left_alone.reset(token)


def connect() -> None:
    """Listen; called once, when the app is ready."""
    # Publishing and taking back save the page too; pages made live in code only save it.
    post_save.connect(saved, dispatch_uid="tomoni-search-saved")
    post_delete.connect(deleted, dispatch_uid="tomoni-search-deleted")
    post_page_move.connect(moved, dispatch_uid="tomoni-search-moved")


def saved(
    sender: type[Model], instance: Model, update_fields: frozenset[str] | None = None, **_: Any
) -> None:
    if isinstance(instance, PageViewRestriction):
        _note(Kind.SUBTREE, Page, instance.page_id)
    elif isinstance(instance, Page):
        if update_fields is None or set(update_fields) - DRAFT_FIELDS:
            _note(Kind.OBJECT, Page, instance.pk)
    elif sources_of(sender):
        _note(Kind.OBJECT, sender, instance.pk)


def deleted(sender: type[Model], instance: Model, **_: Any) -> None:
    if isinstance(instance, PageViewRestriction):
        _note(Kind.SUBTREE, Page, instance.page_id)
    elif isinstance(instance, Page):
        _note(Kind.FORGOTTEN, Page, instance.pk)
    elif sources_of(sender):
        _note(Kind.FORGOTTEN, sender, instance.pk)


def moved(instance: Page, **_: Any) -> None:
    _note(Kind.SUBTREE, Page, instance.pk)


def _note(kind: str, model: type[Model], key: object) -> None:
    if _left_alone.get():
        return
    outbox.note(kind, model=model, key=key)
    transaction.on_commit(following.follow_committed, robust=True)
