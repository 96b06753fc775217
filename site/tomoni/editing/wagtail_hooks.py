"""Wire the room into Wagtail's admin: the guarded edit view, requests taken back, its pages."""

# mypy: disable-error-code="untyped-decorator"

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import WorkflowMenuItem
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from tomoni.editing import policies, selectors, services
from tomoni.editing.admin.edit_view import PageEditView
from tomoni.editing.admin.versions import kept_version
from tomoni.editing.services.approval import WITHDRAWN_BY_EDIT

EDIT_VIEWS = ("wagtailadmin_pages:edit", "wagtailadmin_pages:revisions_revert")
# The last of all: another room that takes the view over, such as a translation's, goes first.
LAST = 1000


@hooks.register("before_edit_page", order=LAST)
def guard_edit(request: HttpRequest, _page: Page) -> HttpResponseBase | None:
    """Answer with the guarded view; it calls this hook again, and is then let through."""
    match = request.resolver_match
    is_ours = getattr(request, "_tomoni_guarded", False)
    if is_ours or match is None or match.view_name not in EDIT_VIEWS:
        return None
    request._tomoni_guarded = True  # type: ignore[attr-defined]  # noqa: SLF001 -- ours
    return PageEditView.as_view()(request, **match.kwargs)


@hooks.register("after_edit_page")
def take_request_back(request: HttpRequest, page: Page) -> None:
    """A change of a page that waits for approval takes its request back, and those above it."""
    withdrawn = [page] if services.withdraw_if_edited(page=page, user=request.user) else []
    for covering in selectors.waiting_requests(page=page):
        if covering.pk == page.pk or policies.can_approve(request.user, covering):
            continue
        if services.withdraw(page=covering, user=request.user, because_of=page):
            withdrawn.append(covering)
    for one in withdrawn:
        messages.warning(
            request,
            _(
                "The request for approval of “%(title)s” has been taken back, because you changed "
                "what was handed in. Hand it in again when you are ready."
            )
            % {"title": one.get_admin_display_title()},
        )


@hooks.register("construct_page_action_menu")
def name_steps(menu_items: list[Any], _request: HttpRequest, _context: dict[str, Any]) -> None:
    """Say at each button what it does, in whole words."""
    for item in menu_items:
        if isinstance(item, WorkflowMenuItem) and item.name == "approve":
            item.label = (
                gettext_lazy("Approve and publish, with a comment")
                if item.launch_modal
                else gettext_lazy("Approve and publish")
            )


@hooks.register("register_log_actions")
def name_withdrawal(actions: Any) -> None:  # Any: Wagtail's registry
    """Let the history of a page tell of requests that a change took back."""

    @actions.register_action(WITHDRAWN_BY_EDIT)
    class Withdrawal(LogFormatter):
        label = gettext_lazy("Request taken back")

        def format_message(self, log_entry: Any) -> str:
            other = log_entry.data.get("because_of")
            if other:
                return _(
                    "The request for approval was taken back: “%(title)s”, which goes along, "
                    "was changed"
                ) % {"title": other}
            return _("The request for approval was taken back, because the page was changed")


@hooks.register("register_admin_urls")
def add_pages() -> list[URLPattern]:
    return [path("kept-versions/<int:version_id>/", kept_version, name="tomoni_kept_version")]
