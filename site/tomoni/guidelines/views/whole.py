"""The whole document on one page."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tomoni.guidelines.about import whole_context
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.printing.links import pdf_link
from tomoni.guidelines.views.surroundings import render_below
from tomoni.home.frame import frame_of


@require_safe
def whole_document(request: HttpRequest, document: GuidelinePage) -> HttpResponse:
    """Show all chapters that who reads the document may see, one below the other."""
    return render_below(
        request,
        document,
        "tomoni/guidelines/whole_page.html",
        title=_("Whole text"),
        page=document,
        pdf=pdf_link(document=document, frame=frame_of(request)),
        **whole_context(document=document, request=request),
    )
