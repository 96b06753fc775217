"""The results page, the same for programs, and where it says that a result was opened."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from tomoni.home.frame import SiteFrame, frame_of
from tomoni.search import selectors
from tomoni.search.exporting import exported
from tomoni.search.queries import Asked, read_question
from tomoni.search.selectors.facets import facets
from tomoni.search.unfound.recording import note_asked, note_opened


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show what was found, and where nothing was, what else to try."""
    frame = frame_of(request)
    asked = _asked(request)
    if frame.locale is None:
        return elsewhere(frame, asked)
    found = selectors.find(asked=asked, frame=frame)
    note_asked(request, asked, found, locale=frame.code)
    context = {"query": asked.text, "asked": asked, "found": found}
    return render(request, "tomoni/search/results.html", context)


@require_safe
def results_json(request: HttpRequest) -> HttpResponse:
    """Give a page of results to programs: the same as people see, under the same address parts."""
    frame = frame_of(request)
    if frame.locale is None:
        raise Http404
    asked = _asked(request)
    found = selectors.find(asked=asked, frame=frame)
    answer = JsonResponse(
        exported(found, asked=asked, absolute=request.build_absolute_uri),
        json_dumps_params={"ensure_ascii": False},
    )
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _asked(request: HttpRequest) -> Asked:
    return read_question(request.GET, names=frozenset(facet.name for facet in facets()))


def elsewhere(frame: SiteFrame, asked: Asked) -> HttpResponse:
    """Lead to the search in the default language from one that is not offered, if there is any."""
    if settings.LANGUAGE_CODE not in {locale.code for locale in frame.locales}:
        raise Http404
    with translation.override(settings.LANGUAGE_CODE):
        address = reverse("search")
    return HttpResponseRedirect(address + (asked.address() if asked.text else ""))


# Exempt: it does nothing for anybody but add one to a count, once for each visit that asked.
@csrf_exempt
@require_POST
def opened(request: HttpRequest) -> HttpResponse:
    """Let it be counted that a visitor opened a result; tell nothing in return."""
    note_opened(request, request.POST.get("q", ""), locale=translation.get_language())
    return HttpResponse(status=204)
