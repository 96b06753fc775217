"""Keep the index true to what is published, taken back, moved, renamed, restricted, deleted.

Signals only tell. The work is done after commit and on what the database then holds; a failure
is logged and never reaches the editor who saved.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from tomoni.home.searching import page_url
from tomoni.search import services
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
    page_slug_changed.connect(renamed, dispatch_uid="tomoni-search-renamed")
    post_page_move.connect(moved, dispatch_uid="tomoni-search-moved")


def saved(
    sender: type[Model], instance: Model, update_fields: frozenset[str] | None = None, **_: Any
) -> None:
    if isinstance(instance, PageViewRestriction):
        _later(services.index_subtree, page=instance.page)
    elif isinstance(instance, Page):
        if update_fields is None or set(update_fields) - DRAFT_FIELDS:
            _later(services.index_object, model=Page, key=instance.pk)
    elif sources_of(sender):
        _later(services.index_object, model=sender, key=instance.pk)


def deleted(sender: type[Model], instance: Model, **_: Any) -> None:
    if isinstance(instance, PageViewRestriction):
        _later(index_page_and_below, key=instance.page_id)
    elif isinstance(instance, Page):
        _later(services.forget_objects, model=Page, keys=[instance.pk])
    elif sources_of(sender):
        _later(services.forget_objects, model=sender, keys=[instance.pk])


def renamed(instance: Page, instance_before: Page, **_: Any) -> None:
    _later(follow_rename, before=instance_before, after=instance)


def moved(instance: Page, **_: Any) -> None:
    _later(index_page_and_below, key=instance.pk)


def follow_rename(*, before: Page, after: Page) -> None:
    """Let all that was found below a page's former address be found below its new one."""
    old, new = page_url(before), page_url(after)
    if old and new:
        services.move_addresses(old=old, new=new)


def index_page_and_below(*, key: int) -> None:
    """Index a subtree as it stands now; nothing where the page has gone in the meantime."""
    page = Page.objects.filter(pk=key).first()
    if page is not None:
        services.index_subtree(page=page)


def _later(work: Callable[..., object], **arguments: Any) -> None:
    if _left_alone.get():
        return

    # A function and no `partial`: Django names it by its `__qualname__` when it fails.
    def do() -> None:
        work(**arguments)

    transaction.on_commit(do, robust=True)
