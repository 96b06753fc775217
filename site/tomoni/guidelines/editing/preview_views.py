"""Answer a preview link: with the draft, or with a sentence when it is over."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from tomoni.guidelines.editing.previews import render_draft
from tomoni.guidelines.models import GuidelinePage, PreviewLink


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
        if target == link.page_id:
            return reverse("plugins:tomoni_guidelines:preview", args=[token])
        return reverse("plugins:tomoni_guidelines:preview_page", args=[token, target])

    return render_draft(request=request, page=page, address_of=address_of, until=link.expires_at)


def page_along(link: PreviewLink, page_id: int) -> Page | None:
    """Return a page that the link opens too: a document's link opens its chapters, no other's."""
    if page_id == link.page_id:
        return link.page
    if not isinstance(link.page.specific, GuidelinePage):
        return None
    found: Page | None = Page.objects.child_of(link.page).filter(pk=page_id).first()
    return found


def gone(request: HttpRequest) -> HttpResponse:
    response = render(request, "tomoni/guidelines/editing/gone.html", status=HTTPStatus.GONE)
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Cache-Control"] = "no-store, private"
    return response
