"""Keep headings, editions and doors true when pages are published, withdrawn, moved and closed."""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from tomoni.guidelines import services
from tomoni.guidelines.models import Audience, ChapterPage, GuidelinePage, Heading


def published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    del sender, kwargs
    if isinstance(instance, ChapterPage | GuidelinePage):
        services.index_headings(page=instance)
        services.index_terms(page=instance)
        services.record_publication(page=instance)


def unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Remember a chapter that is withdrawn; Wagtail says the same of one that is deleted.

    Only once all is done: when the whole document is deleted, there is nothing to remember it by.
    """
    del sender, kwargs
    if not isinstance(instance, ChapterPage):
        return
    parent = instance.get_parent()
    headings = list(Heading.objects.filter(page=instance))
    goes_with_edition = services.is_carrying(document_id=parent.pk)
    closed = services.is_closed(chapter=instance)

    def remember() -> None:
        document = GuidelinePage.objects.filter(pk=parent.pk).first()
        if document is None:
            return
        if not closed:
            services.remember_chapter(document=document, slug=instance.slug, headings=headings)
        if not goes_with_edition:
            title = document.title if closed else instance.full_title
            services.record_withdrawal(document=document, title=title)

    transaction.on_commit(remember)


def leaving(sender: type[Model], instance: ChapterPage, **kwargs: Any) -> None:
    """The door of a closed chapter goes with it; what it kept shut must not be told then."""
    del sender, kwargs
    if services.is_closed(chapter=instance):
        services.silence_chapter(chapter=instance, document=instance.get_parent())


def mirrored(sender: type[Model], instance: Model, *, created: bool, **kwargs: Any) -> None:
    """An alias comes into the world as it is, without being published."""
    del sender, kwargs
    if not (created and isinstance(instance, ChapterPage | GuidelinePage)):
        return
    if instance.alias_of_id is not None:
        services.index_headings(page=instance)
        services.index_terms(page=instance)


def moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Wagtail tells of the page as such, without what makes it a chapter."""
    del kwargs
    if issubclass(sender, ChapterPage):
        services.follow_move(page=instance)
        services.move_terms(page=instance)


def renamed(sender: type[Page], instance: Page, instance_before: Page, **kwargs: Any) -> None:
    del sender, kwargs
    if isinstance(instance, ChapterPage):
        services.follow_new_slug(page=instance, old_slug=instance_before.slug)


def saved(sender: type[Model], instance: GuidelinePage, **kwargs: Any) -> None:
    del sender, kwargs
    services.keep_door(document=instance)


def door_changed(sender: type[Model], instance: PageViewRestriction, **kwargs: Any) -> None:
    """Nobody opens a document for staff by its page's privacy alone."""
    del sender, kwargs
    page_id = instance.page_id

    def close_again() -> None:
        document = GuidelinePage.objects.filter(pk=page_id, audience=Audience.STAFF).first()
        if document is not None:
            services.keep_door(document=document)

    transaction.on_commit(close_again)


def connect() -> None:
    """Listen; called once, when the app is ready."""
    page_published.connect(published, dispatch_uid="tomoni-guideline-published")
    page_unpublished.connect(unpublished, dispatch_uid="tomoni-guideline-unpublished")
    pre_delete.connect(leaving, sender=ChapterPage, dispatch_uid="tomoni-chapter-leaving")
    page_slug_changed.connect(renamed, dispatch_uid="tomoni-guideline-renamed")
    post_page_move.connect(moved, dispatch_uid="tomoni-move-headings")
    post_save.connect(mirrored, dispatch_uid="tomoni-index-mirrored-headings")
    post_save.connect(saved, sender=GuidelinePage, dispatch_uid="tomoni-guideline-saved")
    for signal in (post_save, post_delete):
        signal.connect(
            door_changed, sender=PageViewRestriction, dispatch_uid="tomoni-guideline-door"
        )
