"""Answer editors with a sentence where Wagtail would raise because a plugin is switched off."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import ResolverMatch
from django.utils.translation import gettext as _
from wagtail.models import Page

from tomoni.plugins.dormant import dormant_labels, is_dormant

# The names under which Wagtail's page views take the page that they work on.
PAGE_ARGUMENTS = ("page_id", "page_to_move_id", "parent_page_id")


class DormantPageMiddleware:
    """Keep editors away from pages without a class, and explain keys of sleeping tables."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        _view: object,
        _args: object,
        kwargs: dict[str, Any],  # Any: Django's own view arguments
    ) -> HttpResponse | None:
        """Every view of Wagtail on such a page fails or does harm, so none is entered."""
        match = request.resolver_match
        if match is None or match.namespace != "wagtailadmin_pages":
            return None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        page_id = next((kwargs[name] for name in PAGE_ARGUMENTS if name in kwargs), None)
        page = Page.objects.filter(pk=page_id).first() if page_id else None
        return back_to_list(request, [page]) if page and is_dormant(page) else None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A deletion that the database refuses while plugins sleep is most likely theirs."""
        if not (isinstance(error, IntegrityError) and _is_deletion(request.resolver_match)):
            return None
        labels = dormant_labels()
        if not labels:
            return None
        # Wagtail may have announced success before the database refused at the very end.
        list(messages.get_messages(request))
        messages.error(
            request,
            _(
                "This cannot be deleted: content of a switched-off plugin still refers to it "
                "(%(plugins)s). Switch the plugin on, delete that content first, or ask your "
                "operator to retire the plugin."
            )
            % {"plugins": ", ".join(labels)},
        )
        return redirect("wagtailadmin_home")


def back_to_list(request: HttpRequest, pages: list[Page]) -> HttpResponse:
    """Say which pages belong to a switched-off plugin and show the list that they stand in."""
    messages.error(
        request,
        _(
            "“%(title)s” belongs to a plugin that is switched off (%(plugin)s). It is kept as it "
            "is and hidden from visitors; it can be edited, moved or deleted when the plugin is "
            "switched on again, or removed for good by your operator."
        )
        % {
            "title": pages[0].get_admin_display_title(),
            "plugin": pages[0].cached_content_type.app_label,
        },
    )
    parent = pages[0].get_parent()
    return redirect("wagtailadmin_explore", parent.pk)


def _is_deletion(match: ResolverMatch | None) -> bool:
    if match is None:
        return False
    return "delete" in (match.url_name or "") or match.kwargs.get("action") == "delete"
