"""Open an upload for the person who asks, and the furniture that all pages of the import share."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from tomoni.guidelines.models import GuidelineImport
from tomoni.guidelines.policies import may_import, may_open

ICON = "upload"


def require_importer(request: HttpRequest) -> None:
    """Refuse whoever may not import."""
    if not may_import(request.user):
        raise PermissionDenied


def opened(request: HttpRequest, pk: int, *, without: tuple[str, ...] = ()) -> GuidelineImport:
    """Return an upload that this person may open; `without` names large columns not needed."""
    require_importer(request)
    uploads = GuidelineImport.objects.select_related("document", "target", "owner").defer(*without)
    found = get_object_or_404(uploads, pk=pk)
    if not may_open(request.user, found):
        raise PermissionDenied
    return found


def furniture(title: str, upload: GuidelineImport | None = None) -> dict[str, Any]:
    """Return what Wagtail's frame around a page wants to know."""
    trail = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("tomoni_imports"), "label": _("Import of guidelines")},
    ]
    if upload is not None:
        trail.append({"url": reverse("tomoni_import", args=[upload.pk]), "label": str(upload)})
    if trail[-1]["label"] != title:
        trail.append({"url": "", "label": title})
    return {
        "breadcrumbs_items": trail,
        "header_title": title,
        "page_title": title,
        "header_icon": ICON,
        "upload": upload,
    }
