"""What editors find in the admin: the import of guidelines, in the menu and at pages."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from tomoni.guidelines.admin.uploads import entry_url
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.policies import may_add_to, may_import, may_renew


class ImportMenuItem(MenuItem):
    """Shown to those who may add pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(request.user)


@hooks.register("register_admin_urls")
def import_urls() -> list[URLPattern | URLResolver]:
    return [path("guidelines/import/", include("tomoni.guidelines.admin.urls"))]


@hooks.register("register_admin_menu_item")
def import_menu_item() -> MenuItem:
    return ImportMenuItem(
        gettext_lazy("Import of guidelines"),
        reverse("tomoni_imports"),
        name="guideline-imports",
        icon_name="upload",
        order=260,
    )


@hooks.register("register_page_header_buttons")
def import_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Offer the import where a guideline could be added, and on a guideline a new edition."""
    del view_name, next_url
    specific = page.specific_deferred
    if isinstance(specific, GuidelinePage):
        if may_renew(user, specific):
            yield Button(
                _("Import a new edition"),
                entry_url(target=page.pk),
                icon_name="upload",
                priority=55,
            )
    elif may_add_to(user, specific):
        yield Button(
            _("Import a guideline here"), entry_url(parent=page.pk), icon_name="upload", priority=55
        )
