"""Answer a preview link: with the draft, or with a sentence when it is over."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Page

from tomoni.guidelines.editing.previews import render_draft
from tomoni.guidelines.models import GuidelinePage, PreviewLink
from tomoni.guidelines.policies import may_show_draft


@require_safe
def preview(request: HttpRequest, token: str, page_id: int | None = None) -> HttpResponse:
    """Show the draft that a link leads to, or another page of the same document."""
    link = PreviewLink.objects.select_related("page").filter(token=token).first()
    if link is None:
        raise Http404
    if not link.works:
        return gone(request)
    page = link.page if page_id is None else page_along(link, page_id)
    if page is None:
        raise Http404

    def address_of(target: int) -> str:
        return preview_address(link=link, page=page, target=target)

    return render_draft(
        request=request,
        page=page,
        address_of=address_of,
        alone=not opens_document(link),
        until=link.expires_at,
    )


@require_safe
def whole_draft(request: HttpRequest, document_id: int, page_id: int | None = None) -> HttpResponse:
    """Show those who write or approve a page of the draft, with the ways to all others."""
    document = get_object_or_404(Page, pk=document_id).specific
    if not may_show_draft(request.user, document):
        raise PermissionDenied
    page = document
    if page_id is not None and page_id != document.pk:
        page = get_object_or_404(Page.objects.child_of(document), pk=page_id)

    def address_of(target: int) -> str:
        return draft_address(document=document, target=target)

    return render_draft(request=request, page=page, address_of=address_of)


def preview_address(*, link: PreviewLink, page: Page, target: int | None = None) -> str:
    """Return where a link shows a page, below the language that the page is written in."""
    with translation.override(page.locale.language_code):
        if target is None or target == link.page_id:
            return reverse("plugins:tomoni_guidelines:preview", args=[link.token])
        return reverse("plugins:tomoni_guidelines:preview_page", args=[link.token, target])


def draft_address(*, document: Page, target: int) -> str:
    """Return where colleagues see a page of a draft, below the document's own language."""
    with translation.override(document.locale.language_code):
        if target == document.pk:
            return reverse("plugins:tomoni_guidelines:whole_draft", args=[target])
        return reverse("plugins:tomoni_guidelines:whole_draft_page", args=[document.pk, target])


def page_along(link: PreviewLink, page_id: int) -> Page | None:
    """Return a page that the link opens too: a document's link opens its chapters, no other's."""
    if page_id == link.page_id:
        return link.page
    if not opens_document(link):
        return None
    found: Page | None = Page.objects.child_of(link.page).filter(pk=page_id).first()
    return found


def opens_document(link: PreviewLink) -> bool:
    return isinstance(link.page.specific, GuidelinePage)


def gone(request: HttpRequest) -> HttpResponse:
    response = render(request, "tomoni/guidelines/editing/gone.html", status=HTTPStatus.GONE)
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Cache-Control"] = "no-store, private"
    return response
