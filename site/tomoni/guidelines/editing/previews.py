"""A draft as outsiders with a link see it, led through by the contents of the drafts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from wagtail.models import Page

from tomoni.guidelines.anchors import heading_anchor
from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.guidelines.reading import read_body
from tomoni.guidelines.selectors.contents import Contents, Entry
from tomoni.guidelines.selectors.drafts import draft_text
from tomoni.guidelines.texts import ANCHORED, EditionText, PageText
from tomoni.home.frame import frame_of

# Takes the id of a page of the document; returns where its draft is shown.
AddressOf = Callable[[int], str]


def render_draft(
    *, request: HttpRequest, page: Page, address_of: AddressOf, alone: bool = False, **more: Any
) -> HttpResponse:
    """Render the newest draft of a page, marked as such, for nobody's cache and no search engine.

    `alone` says that no other page of the document can be opened from here. `more` goes to the
    template: until when, and the pages that belong together.
    """
    request.is_preview = True  # type: ignore[attr-defined]  # Wagtail's own sign
    draft = page.specific.get_latest_revision_as_object()
    with translation.override(draft.locale.language_code):
        context = draft.get_context(request)
        if isinstance(draft, ChapterPage | GuidelinePage):
            context.update(drafted(request, draft, address_of, alone=alone))
        response = TemplateResponse(
            request,
            "tomoni/guidelines/editing/draft.html",
            {**context, **more, "page_template": draft.template},
        ).render()
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def drafted(
    request: HttpRequest, draft: ChapterPage | GuidelinePage, address_of: AddressOf, *, alone: bool
) -> dict[str, Any]:
    """Return the context in which links lead to drafts, not to what is published."""
    document = draft if isinstance(draft, GuidelinePage) else draft.get_parent().specific
    text = draft_text(document=document)
    if alone:
        text = replace(text, pages=tuple(one for one in text.pages if one.page == draft.pk))
    contents = contents_of_drafts(text, document, draft.pk, address_of)
    reading = draft.get_context(request)["reading"]
    before, after = contents.neighbours_of(draft.pk)
    return {
        "reading": replace(
            reading,
            contents=contents,
            # A draft has no whole text, no editions, no feed and no citation to lead to.
            document_url="",
            parts=read_body(
                body=draft.body, page_id=draft.pk, contents=contents, frame=frame_of(request)
            ),
            previous=before,
            following=after
            if isinstance(draft, ChapterPage)
            else next(iter(contents.chapters), None),
        ),
        "draft_pages": [
            (page.full_title, address_of(page.page), page.page == draft.pk) for page in text.pages
        ],
    }


def contents_of_drafts(
    text: EditionText, document: GuidelinePage, current: int, address_of: AddressOf
) -> Contents:
    entries = [entry for page in text.pages for entry in entries_of(page, address_of)]
    return Contents(document=document, entries=tuple(entries), current=current)


def entries_of(page: PageText, address_of: AddressOf) -> list[Entry]:
    url = address_of(page.page)
    entries = []
    if page.slug:
        entries.append(Entry(page.page, page.anchor, page.number, page.title, 1, url))
    for block in page.body:
        value = block.get("value")
        if block.get("type") not in ANCHORED or not isinstance(value, dict):
            continue
        anchor = heading_anchor(str(block.get("id") or ""))
        level = {"heading": int(value.get("level") or 2), "supplement": 2}.get(block["type"], 3)
        words = value.get("text") or value.get("caption") or value.get("title") or ""
        number = value.get("number") or ""
        entries.append(Entry(page.page, anchor, number, words, level, f"{url}#{anchor}"))
    return entries
