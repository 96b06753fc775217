"""The Atom feed of a document's changes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tomoni.guidelines import feeding
from tomoni.guidelines.models import GuidelinePage
from tomoni.home.frame import frame_of

CONTENT_TYPE = "application/atom+xml; charset=utf-8"


@require_safe
def changes(request: HttpRequest, document: GuidelinePage) -> HttpResponse:
    """Answer with the feed; a document that is not open to everybody has none."""
    frame = frame_of(request)
    if frame.hides(document.path):
        raise Http404
    feed = feeding.feed_of(
        document=document, frame=frame, base=request.build_absolute_uri("/").rstrip("/")
    )
    return render(
        request, "tomoni/guidelines/changes.atom", {"feed": feed}, content_type=CONTENT_TYPE
    )
