"""新旧対照 of a draft, for those who write and approve it: what changes, and why."""

from dataclasses import replace
from http import HTTPStatus
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
from tomoni.guidelines.reasons_given import Given, seen_in
from tomoni.guidelines.selectors.draft_comparisons import DraftBesidePresent, draft_beside_present
from tomoni.guidelines.synopsis import Addresses, Synopsis, synopsis_of


@require_http_methods(["GET", "HEAD", "POST"])
def draft_comparison(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what the drafts of a document change in its present edition, and keep the reasons."""
    document = get_object_or_404(GuidelinePage, id=page_id)
    if not may_show_draft(request.user, document):
        raise PermissionDenied
    may_write = may_give_reasons(request.user, document)
    draft = draft_beside_present(document)
    given = Given.of(request.POST, draft) if request.method == "POST" else None
    if given and may_write and not given.is_belated:
        services.set_reasons(document=document, label=draft.label, reasons=given.changed)
        messages.success(request, _("The reasons have been saved."))
        return HttpResponseRedirect(request.path)
    if given:
        messages.error(request, given.refusal if may_write else held())
    shown = replace(draft, reasons={**draft.reasons, **given.changed}) if given else draft
    return TemplateResponse(
        request,
        "tomoni/guidelines/admin/draft_comparison.html",
        {
            **frame_around(document),
            "document": document,
            "draft": shown,
            "synopsis": synopsis_of_draft(shown),
            "may_write": may_write,
            "is_refused": given is not None,
            "seen": seen_in(draft),
        },
        status=HTTPStatus.CONFLICT if given else HTTPStatus.OK,
    )


def held() -> str:
    return _(
        "Somebody else holds the document now. Your reasons stand below and were not saved: copy "
        "them."
    )


def frame_around(document: GuidelinePage) -> dict[str, Any]:
    """Return what Wagtail's frame around a page wants to know."""
    title = _("Comparison and reasons")
    edit = reverse("wagtailadmin_pages:edit", args=[document.pk])
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
