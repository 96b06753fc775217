"""The page on which somebody puts their kept version together with the newer one."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from tomoni.editing import policies, selectors, services
from tomoni.editing.comparing import comparison_of
from tomoni.editing.models import KeptVersion


def kept_version(request: HttpRequest, version_id: int) -> HttpResponse:
    """Show both versions; take over what was chosen, or throw the kept one away."""
    version = get_object_or_404(KeptVersion.objects.select_related("page", "base"), pk=version_id)
    if not policies.can_settle(request.user, version):
        raise PermissionDenied
    if request.method == "POST":
        return settle(request, version)
    return TemplateResponse(
        request,
        "tomoni/editing/admin/kept_version.html",
        {"version": version, "comparison": comparison_of(version=version)},
    )


def settle(request: HttpRequest, version: KeptVersion) -> HttpResponse:
    edit = HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[version.page_id]))
    if "drop" in request.POST:
        services.drop(version=version)
        messages.success(request, _("Your version has been put aside; the newer one stands."))
        return edit
    newest = request.POST.get("newest", "")
    choices = {
        name.removeprefix("choice:"): str(value)
        for name, value in request.POST.items()
        if name.startswith("choice:")
    }
    try:
        services.take_over(
            version=version,
            choices=choices,
            newest_id=selectors.version_number(newest),
            by=request.user,
        )
    except services.NewerStillError:
        messages.warning(
            request, _("Somebody has saved once more in the meantime. Please compare again.")
        )
        return HttpResponseRedirect(request.path)
    page = version.page.specific
    page.refresh_from_db()
    services.withdraw_if_edited(page=page, user=request.user)
    messages.success(request, _("Both versions have been put together and saved as a draft."))
    return edit
