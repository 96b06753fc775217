"""The results page."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from tomoni.home.frame import SiteFrame, frame_of
from tomoni.search import selectors
from tomoni.search.queries import Query, read_query


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show what was found, and where nothing was, what else to try."""
    frame, query = frame_of(request), read_query(request.GET.get("q", ""))
    if frame.locale is None:
        return elsewhere(frame, query)
    found = selectors.find(query=query, frame=frame, page=request.GET.get("page", ""))
    context = {"query": query.text, "asked": query, "found": found}
    return render(request, "tomoni/search/results.html", context)


def elsewhere(frame: SiteFrame, query: Query) -> HttpResponse:
    """Lead to the search in the default language from one that is not offered, if there is any."""
    if settings.LANGUAGE_CODE not in {locale.code for locale in frame.locales}:
        raise Http404
    with translation.override(settings.LANGUAGE_CODE):
        address = reverse("search")
    asked = f"?{urlencode({'q': query.text})}" if query.text else ""
    return HttpResponseRedirect(address + asked)
