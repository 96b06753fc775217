"""PDFs over HTTP: the finished file, or a page that waits for it."""

import re
from typing import Any

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tomoni.guidelines.models import Edition, GuidelinePage, PdfFile, PdfKind, PdfState
from tomoni.guidelines.printing import library, queue
from tomoni.guidelines.printing.maker import ensure_maker
from tomoni.guidelines.printing.subjects import Subject, subject_of
from tomoni.home.frame import frame_of
from tomoni.home.selectors import surroundings_of

WAITING_TEMPLATE = "tomoni/guidelines/printing/waiting.html"
SECONDS = 4
UNFIT_FOR_NAMES = re.compile(r'[\x00-\x1f"*/:<>?\\|]+')


@require_safe
def document_pdf(request: HttpRequest, document: GuidelinePage) -> HttpResponseBase:
    """Answer with the PDF of the document as it stands now."""
    subject = subject_of(document=document, frame=frame_of(request))
    return _answer(request, document, subject, PdfKind.DOCUMENT)


@require_safe
def edition_pdf(request: HttpRequest, document: GuidelinePage, slug: str) -> HttpResponseBase:
    """Answer with the PDF of an old edition; the present one has the document's own address."""
    edition = Edition.objects.filter(document=document, slug=slug).first()
    if edition is None:
        raise Http404
    if edition.ended_at is None:
        return document_pdf(request, document)
    subject = subject_of(
        document=document, frame=frame_of(request), kind=PdfKind.EDITION, edition=edition
    )
    return _answer(request, document, subject, PdfKind.EDITION, edition=edition)


@require_safe
def comparison_pdf(
    request: HttpRequest, document: GuidelinePage, old_slug: str, new_slug: str
) -> HttpResponseBase:
    """Answer with the PDF of two editions side by side, the older one first."""
    found = {one.slug: one for one in Edition.objects.filter(document=document)}
    old, new = found.get(old_slug), found.get(new_slug)
    if old is None or new is None or old == new:
        raise Http404
    if old.order > new.order:
        url = frame_of(request).url_of(document)
        return HttpResponseRedirect(f"{url}compare/{new.slug}/{old.slug}/document.pdf")
    editions = {"edition": old, "other_edition": new}
    subject = subject_of(
        document=document, frame=frame_of(request), kind=PdfKind.COMPARISON, **editions
    )
    return _answer(request, document, subject, PdfKind.COMPARISON, **editions)


def _answer(
    request: HttpRequest,
    document: GuidelinePage,
    subject: Subject,
    kind: PdfKind,
    **editions: Edition | None,
) -> HttpResponseBase:
    wants_json = request.headers.get("Accept", "") == "application/json"
    if not library.can_print():
        return _page(request, document, "unavailable", status=503)
    try:
        row = queue.ask_for(
            document=document,
            key=subject.key,
            kind=kind,
            language=frame_of(request).code,
            **editions,
        )
    except queue.QueueFullError:
        response = _page(request, document, "full", status=503)
        response.headers["Retry-After"] = "300"
        return response
    if row.state in {PdfState.WAITING, PdfState.MAKING}:
        ensure_maker()
    if wants_json:
        return _never_kept(JsonResponse({"state": row.state, "done": row.done, "total": row.total}))
    if row.state == PdfState.READY:
        return _file(request, row, subject)
    if row.state == PdfState.FAILED:
        return _page(request, document, "failed", status=500)
    return _page(request, document, "waiting", status=202, row=row)


def _file(request: HttpRequest, row: PdfFile, subject: Subject) -> HttpResponseBase:
    made = row.made_at.timestamp() if row.made_at else 0
    etag = f'"{row.key[:32]}-{made:.0f}"'
    unchanged = get_conditional_response(request, etag=etag)
    response: HttpResponseBase
    if unchanged is not None and unchanged.status_code == 304:  # noqa: PLR2004 -- not modified
        response = unchanged
    else:
        name = UNFIT_FOR_NAMES.sub("_", subject.title).strip() or "document"
        response = FileResponse(
            row.file.open("rb"), filename=f"{name}.pdf", content_type="application/pdf"
        )
    response.headers["ETag"] = etag
    # Asked for anew each time, so that a text that changed or was closed is never shown from a
    # cache between; unchanged, it travels once.
    response.headers["Cache-Control"] = "private, no-cache"
    if row.kind != PdfKind.DOCUMENT:
        response.headers["X-Robots-Tag"] = "noindex"
    patch_vary_headers(response, ["Accept"])
    return response


def _page(
    request: HttpRequest,
    document: GuidelinePage,
    state: str,
    *,
    status: int,
    row: PdfFile | None = None,
) -> HttpResponse:
    surroundings = surroundings_of(page=document, request=request)
    context: dict[str, Any] = {  # Any: what a template shows
        "page": document,
        "page_title": _("PDF"),
        "breadcrumbs": surroundings.breadcrumbs,
        "languages": surroundings.languages,
        "document_url": frame_of(request).url_of(document),
        "state": state,
        "row": row,
        "seconds": SECONDS,
    }
    return _never_kept(render(request, WAITING_TEMPLATE, context, status=status))


def _never_kept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    patch_vary_headers(response, ["Accept"])
    return response
