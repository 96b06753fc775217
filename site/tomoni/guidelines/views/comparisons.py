"""新旧対照: choose two editions, and read them side by side."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tomoni.guidelines import selectors
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.printing.links import pdf_link
from tomoni.guidelines.reading_comparisons import editions_between, read_comparison
from tomoni.guidelines.views.surroundings import render_below
from tomoni.home.frame import Link, frame_of


@require_safe
def choose(request: HttpRequest, document: GuidelinePage) -> HttpResponse:
    """Ask which two editions to compare, and lead to their comparison."""
    editions = selectors.editions_of(document)
    slugs = {edition.slug: edition for edition in editions}
    old, new = (slugs.get(request.GET.get(name, "")) for name in ("old", "new"))
    url = frame_of(request).url_of(document)
    if old and new and old.pk != new.pk:
        old, new = sorted((old, new), key=lambda one: one.order)
        return HttpResponseRedirect(f"{url}compare/{old.slug}/{new.slug}/")
    chosen_new = new or (editions[0] if editions else None)
    return render_below(
        request,
        document,
        "tomoni/guidelines/compare_choose.html",
        title=_("Compare editions"),
        above=(Link(_("Editions and changes"), f"{url}editions/"),),
        editions=editions,
        chosen_old=old or next((one for one in editions if one != chosen_new), None),
        chosen_new=chosen_new,
        is_same=old is not None and old == new,
    )


@require_safe
def side_by_side(
    request: HttpRequest, document: GuidelinePage, old_slug: str, new_slug: str
) -> HttpResponse:
    """Show two editions side by side, the older one always first."""
    found = {edition.slug: edition for edition in selectors.editions_of(document)}
    old, new = found.get(old_slug), found.get(new_slug)
    if old is None or new is None:
        raise Http404
    url = frame_of(request).url_of(document)
    if old == new:
        return HttpResponseRedirect(f"{url}compare/?old={old.slug}&new={new.slug}")
    if old.order > new.order:
        return HttpResponseRedirect(f"{url}compare/{new.slug}/{old.slug}/")
    between = editions_between(list(found.values()), old=old, new=new)
    return render_below(
        request,
        document,
        "tomoni/guidelines/comparison_page.html",
        title=_("Comparison of editions"),
        above=(Link(_("Editions and changes"), f"{url}editions/"),),
        old_edition=old,
        new_edition=new,
        between=between,
        synopsis=read_comparison(
            document=document, old=old, new=new, between=between, frame=frame_of(request)
        ),
        pdf=pdf_link(document=document, frame=frame_of(request), edition=old, other_edition=new),
        opened=request.GET.get("open") == "all",
    )
