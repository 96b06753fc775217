"""Find the page for a path in two queries, whatever its depth, and serve it through Wagtail."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from wagtail import views as wagtail_views
from wagtail.models import Page

from tomoni.home.frame import frame_of
from tomoni.home.models import PublicPage

MAX_DEPTH = 12


def serve_page(request: HttpRequest, path: str = "") -> HttpResponse:
    """Serve the live page at `path` below the front page of the request's language.

    Wagtail's own routing asks one query a level, and serves the Japanese tree under the prefix of
    a language that has no front page; this one answers 404 there. What a page does with the rest
    of a path (its own `route`) stays Wagtail's.
    """
    frame = frame_of(request)
    if frame.locale is None:
        raise Http404
    components = [component for component in path.split("/") if component]
    if len(components) > MAX_DEPTH:
        raise Http404
    home_path = frame.locale.home_path
    paths = [
        home_path + "".join(f"{component}/" for component in components[:length])
        for length in range(len(components) + 1)
    ]
    trail = list(Page.objects.filter(url_path__in=paths).order_by("depth"))
    if not trail:
        raise Http404
    page = trail[-1]
    request._tomoni_trail = trail  # type: ignore[attr-defined]  # noqa: SLF001 -- breadcrumbs
    rest = components[page.url_path.removeprefix(home_path).count("/") :]
    specific = page.specific
    if isinstance(specific, PublicPage):
        specific.trail = tuple(trail)
    result = specific.route(request, rest)
    request._wagtail_route_for_request = result  # type: ignore[attr-defined]  # noqa: SLF001
    return wagtail_views.serve(request, path)


def enter(request: HttpRequest) -> HttpResponse:
    """Lead from the bare address to the front page, in Japanese, whatever the browser asks."""
    del request
    return HttpResponseRedirect(f"/{translation.get_language()}/")
