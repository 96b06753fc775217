"""Forget the site frame when something in it has changed."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from tomoni.home.frame import forget_frames
from tomoni.home.models import EmergencyNotice, FooterLink, Section, SiteAppearance, Wording
from tomoni.media.models import Image

FRAMED: tuple[type[Model], ...] = (
    Page, PageViewRestriction, Site, Locale, Image,
    EmergencyNotice, FooterLink, Section, SiteAppearance, Wording,
)  # fmt: skip


def forget(sender: Any, instance: Model, **kwargs: Any) -> None:
    del sender, kwargs
    if isinstance(instance, FRAMED):
        forget_frames()


def connect() -> None:
    """Listen; called once, when the app is ready."""
    for signal in (post_save, post_delete, page_slug_changed, page_unpublished, post_page_move):
        signal.connect(forget, dispatch_uid="tomoni-forget-frames")
