"""The history of a document, and its old editions."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tomoni.guidelines import selectors
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.printing.links import pdf_link
from tomoni.guidelines.reading_editions import read_old_edition
from tomoni.guidelines.views.surroundings import render_below
from tomoni.home.frame import Link, frame_of

CHANGES_A_PAGE = 20


@require_safe
def history(request: HttpRequest, document: GuidelinePage) -> HttpResponse:
    """Show all editions, and what changed in the document and when."""
    editions = selectors.editions_of(document)
    changes = Paginator(selectors.changes_of(document, frame_of(request)), CHANGES_A_PAGE)
    return render_below(
        request,
        document,
        "tomoni/guidelines/history.html",
        title=_("Editions and changes"),
        steps=selectors.steps_of(editions),
        changes=changes.get_page(request.GET.get("page")),
        can_compare=len(editions) > 1,
    )


@require_safe
def old_edition(request: HttpRequest, document: GuidelinePage, slug: str) -> HttpResponse:
    """Show an old edition whole; the present one is the document itself."""
    edition = selectors.edition_at(document, slug)
    if edition is None:
        raise Http404
    url = frame_of(request).url_of(document)
    if edition.is_present:
        return HttpResponseRedirect(url)
    return render_below(
        request,
        document,
        "tomoni/guidelines/old_edition.html",
        title=edition.label,
        above=(Link(_("Editions and changes"), f"{url}editions/"),),
        edition=edition,
        reading=read_old_edition(edition=edition, document=document, frame=frame_of(request)),
        pdf=pdf_link(document=document, frame=frame_of(request), edition=edition),
    )
