"""Pages of the admin around a document: its findings, its whole draft, links for outsiders."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.models import Page

from tomoni.guidelines.editing.findings import report_of
from tomoni.guidelines.editing.preview_views import preview_address
from tomoni.guidelines.models import Audience, ChapterPage, GuidelinePage, PreviewLink
from tomoni.guidelines.policies import may_show_draft
from tomoni.guidelines.services.previews import make_preview_link, revoke_preview_link

DAYS = ((3, gettext_lazy("3 days")), (7, gettext_lazy("1 week")), (14, gettext_lazy("2 weeks")),
        (30, gettext_lazy("30 days")))  # fmt: skip
USUAL_DAYS = 7


class PreviewLinkForm(forms.Form):
    """For how long, and for whom."""

    days = forms.TypedChoiceField(
        label=gettext_lazy("How long the link works"),
        choices=DAYS,
        coerce=int,
        initial=USUAL_DAYS,
    )
    note = forms.CharField(
        label=gettext_lazy("for whom"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Only you and your colleagues see it."),
    )


def page_for(request: HttpRequest, page_id: int) -> Page:
    """Return a page that this person may show to others; refuse everybody else."""
    page: Page = get_object_or_404(Page, pk=page_id).specific
    if not may_show_draft(request.user, page):
        raise PermissionDenied
    return page


@require_safe
def findings(request: HttpRequest, page_id: int) -> HttpResponse:
    """Return the findings of a page anew, after it was saved."""
    page = page_for(request, page_id)
    if not isinstance(page, ChapterPage | GuidelinePage):
        raise Http404
    template = "tomoni/guidelines/editing/admin/findings_list.html"
    return TemplateResponse(request, template, {"report": report_of(page=page)})


def preview_links(request: HttpRequest, page_id: int) -> HttpResponse:
    """List the links to a page's draft, and make another one."""
    page = page_for(request, page_id)
    form = PreviewLinkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        make_preview_link(page=page, by=request.user, **form.cleaned_data)
        messages.success(request, _("The link has been made. Copy its address and send it."))
        return HttpResponseRedirect(request.path)
    links = PreviewLink.objects.filter(page=page).select_related("made_by")
    context: dict[str, Any] = {
        "heading": _("Links for outsiders"),
        "page": page,
        "form": form,
        "is_for_staff": is_for_staff(page),
        "links": [
            (link, request.build_absolute_uri(preview_address(link=link, page=page)))
            for link in links
        ],
    }
    return TemplateResponse(request, "tomoni/guidelines/editing/admin/preview_links.html", context)


@require_POST
def revoke(request: HttpRequest, link_id: int) -> HttpResponse:
    """Take a link back at once."""
    link = get_object_or_404(PreviewLink, pk=link_id)
    page = page_for(request, link.page_id)
    revoke_preview_link(link=link)
    messages.success(request, _("The link works no more."))
    return HttpResponseRedirect(reverse("tomoni_preview_links", args=[page.pk]))


def is_for_staff(page: Page) -> bool:
    document = page if isinstance(page, GuidelinePage) else page.get_parent().specific
    return getattr(document, "audience", "") == Audience.STAFF
