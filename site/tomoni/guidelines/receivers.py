"""Keep the index of headings true when pages are published and taken back."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published

from tomoni.guidelines import services
from tomoni.guidelines.models import ChapterPage, GuidelinePage


def index(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    del sender, kwargs
    if isinstance(instance, ChapterPage | GuidelinePage):
        services.index_headings(page=instance)


def connect() -> None:
    """Listen; called once, when the app is ready."""
    page_published.connect(index, dispatch_uid="tomoni-index-headings")
