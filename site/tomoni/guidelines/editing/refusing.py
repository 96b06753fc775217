"""Refuse to save, delete or withdraw what other places refer to, and name those places."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.models import Page

from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.guidelines.selectors.drafts import chapter_drafts, draft_text
from tomoni.guidelines.selectors.references import (
    Place,
    places_elsewhere,
    places_that_lose,
)

SHOWN = 10


def document_of(page: Page) -> Page:
    """Return the document that a page is, or belongs to."""
    return page if isinstance(page, GuidelinePage) else page.get_parent()


def refuse_save(request: HttpRequest, form: Any) -> list[tuple[str, ValidationError]]:
    """Return what stands against a body without sections that others refer to."""
    page = form.instance
    if not isinstance(page, ChapterPage | GuidelinePage) or not page.pk:
        return []
    if isinstance(page, ChapterPage) and page.ends_with_edition:
        return refuse_leaving(request, page)
    places = places_that_lose(
        document=document_of(page), page_id=page.pk, body=page.body.get_prep_value()
    )
    if not places:
        return []
    if "application/json" not in request.headers.get("Accept", ""):
        messages.error(request, sentence_with_links(places))
    return [("body", StreamBlockValidationError(non_block_errors=[sentence(places)]))]


def refuse_leaving(request: HttpRequest, page: ChapterPage) -> list[tuple[str, ValidationError]]:
    """Return what stands against a chapter's leaving with the next edition.

    What refers to it and leaves as well does no harm.
    """
    document = document_of(page)
    leaving = {one.text.page for one in chapter_drafts(document=document) if one.leaves}
    places = tuple(
        place
        for place in places_that_lose(document=document, page_id=page.pk, body=None)
        if place.page_id not in leaving
    )
    if not places:
        return []
    if "application/json" not in request.headers.get("Accept", ""):
        messages.error(request, sentence_with_links(places))
    words = _(
        "This chapter cannot leave with the next edition: other places refer to it (%(places)s). "
        "Change those references first."
    ) % {"places": names_of(places)}
    return [("ends_with_edition", ValidationError(words))]


def refuse_going(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    """Lead back with a sentence where pages that are to go are referred to from elsewhere."""
    for page in pages:
        places = places_losing(page.specific)
        if places:
            messages.error(request, sentence_with_links(places))
            return HttpResponseRedirect(
                reverse("wagtailadmin_explore", args=[page.get_parent().pk])
            )
    return None


def places_losing(page: Page) -> tuple[Place, ...]:
    """Return the places that would lead nowhere if a page went away."""
    if isinstance(page, ChapterPage):
        return places_that_lose(document=document_of(page), page_id=page.pk, body=None)
    if isinstance(page, GuidelinePage):
        return places_elsewhere(document=page, anchors=draft_text(document=page).anchors())
    return ()


def names_of(places: tuple[Place, ...]) -> str:
    return "、".join(place.name for place in places[:SHOWN])


def sentence(places: tuple[Place, ...]) -> str:
    return _(
        "Other places refer to a section that is missing here: %(places)s. Put it back, or first "
        "change those references. To move it, put it into the other chapter before you take it out."
    ) % {"places": names_of(places)}


def sentence_with_links(places: tuple[Place, ...]) -> SafeString:
    links = format_html_join(
        "、",
        '<a href="{}#block-{}-section">{}</a>（{}）',
        (
            (
                reverse("wagtailadmin_pages:edit", args=[place.page_id]),
                place.reference.block_id,
                place.name,
                place.reference.words,
            )
            for place in places[:SHOWN]
        ),
    )
    return format_html(
        _(
            "This cannot be taken away: other places refer to it. {places}. Change those "
            "references first, or move the section into another chapter of the same document."
        ),
        places=links,
    )
