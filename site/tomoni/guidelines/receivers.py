"""Keep the index of headings true when pages are published, mirrored and moved."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail.signals import page_published, post_page_move

from tomoni.guidelines import services
from tomoni.guidelines.models import ChapterPage, GuidelinePage


def index(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    del sender, kwargs
    if isinstance(instance, ChapterPage | GuidelinePage):
        services.index_headings(page=instance)


def mirrored(sender: type[Model], instance: Model, *, created: bool, **kwargs: Any) -> None:
    """An alias comes into the world as it is, without being published."""
    del sender, kwargs
    if not (created and isinstance(instance, ChapterPage | GuidelinePage)):
        return
    if instance.alias_of_id is not None:
        services.index_headings(page=instance)


def moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Wagtail tells of the page as such, without what makes it a chapter."""
    del kwargs
    if issubclass(sender, ChapterPage):
        services.follow_move(page=instance)


def connect() -> None:
    """Listen; called once, when the app is ready."""
    page_published.connect(index, dispatch_uid="tomoni-index-headings")
    post_save.connect(mirrored, dispatch_uid="tomoni-index-mirrored-headings")
    post_page_move.connect(moved, dispatch_uid="tomoni-move-headings")
