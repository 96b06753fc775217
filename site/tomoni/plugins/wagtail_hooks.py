"""Wire the kernel into Wagtail: hide and guard pages of switched-off plugins, show panels."""

# mypy: disable-error-code="untyped-decorator"

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from tomoni.plugins.dormant import dormant_pages_in, is_dormant
from tomoni.plugins.extensions import DashboardPanel
from tomoni.plugins.middleware import back_to_list
from tomoni.plugins.panels import PluginPanel
from tomoni.plugins.registry import registry


@hooks.register("before_serve_page", order=-100)
def hide_dormant_page(page: Page, _request: HttpRequest, _args: object, _kwargs: object) -> None:
    """Without its plugin Wagtail would show a bare title to visitors."""
    if is_dormant(page):
        raise Http404


@hooks.register("before_delete_page")
@hooks.register("before_copy_page")
def refuse_pages_above_dormant_ones(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The database would refuse to delete them, and a copy would be a page without content."""
    asleep = dormant_pages_in(page)
    return back_to_list(request, asleep) if asleep else None


@hooks.register("before_bulk_action")
def refuse_bulk_actions_on_dormant_pages(
    request: HttpRequest, _action: str, objects: Iterable[Any], _instance: object
) -> HttpResponse | None:
    """Guard the listing's check boxes as the single views are guarded."""
    pages = [found for found in objects if isinstance(found, Page)]
    asleep = [found for page in pages for found in dormant_pages_in(page)]
    return back_to_list(request, asleep) if asleep else None


@hooks.register("construct_homepage_panels")
def add_panels(_request: HttpRequest, panels: list[Any]) -> None:  # Any: Wagtail's components
    """Show the dashboard panels of rooms and plugins."""
    panels.extend(PluginPanel(owner, panel) for owner, panel in registry.owned(DashboardPanel))
