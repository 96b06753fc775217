"""What stands around a page that belongs to a document: its way there, its languages."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tomoni.guidelines.models import GuidelinePage
from tomoni.home.frame import Link, frame_of
from tomoni.home.selectors import surroundings_of


def render_below(
    request: HttpRequest,
    document: GuidelinePage,
    template: str,
    *,
    title: str,
    above: tuple[Link, ...] = (),
    **values: Any,  # what the template shows
) -> HttpResponse:
    """Render a page below a document, framed as the document itself is.

    The language switch leads to the document in the other language, whose editions are its own.
    """
    around = surroundings_of(page=document, request=request)
    context = {
        "document": document,
        "document_url": frame_of(request).url_of(document),
        "page_title": title,
        "breadcrumbs": (*around.breadcrumbs, Link(document.title, around.url), *above),
        "languages": [replace(one, same_page=one.current) for one in around.languages],
        "contact": around.section,
        **values,
    }
    return render(request, template, context)
