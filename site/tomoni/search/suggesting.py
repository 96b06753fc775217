"""Answer what the search box asks while somebody types."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from tomoni.home.frame import frame_of
from tomoni.search.selectors.suggesting import Suggestion, suggest

# What everybody may see may be kept by everybody, for as long as a visitor types one question.
KEPT_SECONDS = 60


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Say in JSON how the question `q` may go on, and in words how many ways there are."""
    found = suggest(request.GET.get("q", ""), frame=frame_of(request))
    said = ngettext("%(count)d suggestion", "%(count)d suggestions", len(found))
    response = JsonResponse(
        {
            "suggestions": [_told(one) for one in found],
            "said": said % {"count": len(found)} if found else "",
        }
    )
    response.headers["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _told(one: Suggestion) -> dict[str, object]:
    return {
        "kind": one.kind,
        "text": one.text,
        "pieces": one.pieces,
        "html_lang": one.html_lang,
        "language": one.language,
        "label": str(one.label),
        "url": one.url,
    }
