"""新旧対照 of a draft, for those who write and approve it: what changes, and why."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from tomoni.guidelines import services
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.policies import may_give_reasons, may_show_draft
from tomoni.guidelines.selectors.draft_comparisons import DraftBesidePresent, draft_beside_present
from tomoni.guidelines.synopsis import Addresses, Synopsis, synopsis_of

REASON = "reason:"


@require_http_methods(["GET", "HEAD", "POST"])
def draft_comparison(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what the drafts of a document change in its present edition, and keep the reasons."""
    document = get_object_or_404(GuidelinePage, pk=page_id)
    if not may_show_draft(request.user, document):
        raise PermissionDenied
    may_write = may_give_reasons(request.user, document)
    draft = draft_beside_present(document)
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        given = {
            name.removeprefix(REASON): str(text)
            for name, text in request.POST.items()
            if name.startswith(REASON)
        }
        services.set_reasons(document=document, label=draft.label, reasons=given)
        messages.success(request, _("The reasons have been saved."))
        return HttpResponseRedirect(request.path)
    return TemplateResponse(
        request,
        "tomoni/guidelines/admin/draft_comparison.html",
        {
            **frame_around(document),
            "document": document,
            "draft": draft,
            "synopsis": synopsis_of_draft(draft),
            "may_write": may_write,
        },
    )


def frame_around(document: GuidelinePage) -> dict[str, Any]:
    """Return what Wagtail's frame around a page wants to know."""
    title, edit = (
        _("Comparison and reasons"),
        reverse("wagtailadmin_pages:edit", args=[document.pk]),
    )
    return {
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": edit, "label": document.get_admin_display_title()},
            {"url": "", "label": title},
        ],
        "header_title": title,
        "page_title": title,
        "header_icon": "copy",
    }


def synopsis_of_draft(draft: DraftBesidePresent) -> Synopsis:
    return synopsis_of(
        draft.comparison, old=Addresses(), new=Addresses(), reasons=draft.reasons_to_show
    )
