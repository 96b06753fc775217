"""Lasting addresses: where a section stands now, and what is told of sections that are gone."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from tomoni.guidelines import selectors
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.selectors import Gone
from tomoni.guidelines.views.surroundings import render_below
from tomoni.home.frame import frame_of

GONE = 410


@require_safe
def section(request: HttpRequest, document: GuidelinePage, anchor: str) -> HttpResponse:
    """Lead to a section where it stands now; of one that is gone, say so and where it stood."""
    frame = frame_of(request)
    contents = selectors.contents_of(document_path=document.path, page=document, frame=frame)
    entry = contents.find(anchor)
    if entry is not None:
        return HttpResponseRedirect(entry.url)
    margins = selectors.margins_of(document_path=document.path, page=document, frame=frame)
    term = margins.glossary.by_anchor.get(anchor)
    if term is not None:
        return HttpResponseRedirect(term.url)
    return told(
        request, document, selectors.gone_section(document=document, anchor=anchor, frame=frame)
    )


@require_safe
def former_chapter(request: HttpRequest, document: GuidelinePage, slug: str) -> HttpResponse:
    """Answer at the address of a chapter that was renamed, withdrawn or deleted."""
    frame = frame_of(request)
    gone = selectors.gone_chapter(document=document, slug=slug, frame=frame)
    if gone is not None:
        contents = selectors.contents_of(document_path=document.path, page=document, frame=frame)
        now = next(
            (
                one
                for one in contents.chapters
                if one.page_id == gone.page_id or (gone.anchor and one.anchor == gone.anchor)
            ),
            None,
        )
        if now is not None:
            return HttpResponseRedirect(now.url)
    return told(request, document, gone)


def told(request: HttpRequest, document: GuidelinePage, gone: Gone | None) -> HttpResponse:
    """Say what is gone, and link the edition in which it stood."""
    if gone is None:
        raise Http404
    response = render_below(
        request,
        document,
        "tomoni/guidelines/gone.html",
        title=gone.title or document.title,
        page=document,
        gone=gone,
    )
    response.status_code = GONE
    return response
