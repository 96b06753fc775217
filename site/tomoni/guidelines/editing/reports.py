"""Lists over all documents: what the checks find, and when each is to be looked through."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.permissions import page_permission_policy

from tomoni.guidelines.editing.findings import reports_of
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.selectors.reviews import due_soon, with_review_date

ON_A_PAGE, ROWS = 10, 50


def may_edit_pages(user: Any) -> bool:  # Any: a user or nobody
    """Tell whether this person edits pages anywhere."""
    return bool(page_permission_policy.user_has_permission(user, "change"))


@require_safe
def findings_report(request: HttpRequest) -> HttpResponse:
    """Show what the checks find in each document that this person may edit."""
    if not may_edit_pages(request.user):
        raise PermissionDenied
    mine = page_permission_policy.instances_user_has_permission_for(request.user, "change")
    documents = GuidelinePage.objects.filter(pk__in=mine.values("pk")).order_by("title", "pk")
    pages = Paginator(documents, ON_A_PAGE).get_page(request.GET.get("p"))
    reports = reports_of(documents=list(pages.object_list))
    context = {"heading": _("Checks of all documents"), "pages": pages, "reports": reports}
    return TemplateResponse(
        request, "tomoni/guidelines/editing/admin/findings_report.html", context
    )


@require_safe
def review_report(request: HttpRequest) -> HttpResponse:
    """Show the documents by the day on which they are to be looked through."""
    if not may_edit_pages(request.user):
        raise PermissionDenied
    pages = Paginator(with_review_date(user=request.user), ROWS).get_page(request.GET.get("p"))
    context = {
        "heading": _("Documents to be looked through"),
        "pages": pages,
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "tomoni/guidelines/editing/admin/review_report.html", context)


def due_panel(request: HttpRequest) -> dict[str, object] | None:
    """Return what is due soon, or nothing when nothing is."""
    if not may_edit_pages(request.user):
        return None
    found = due_soon(user=request.user)
    return {"due": found} if found else None
