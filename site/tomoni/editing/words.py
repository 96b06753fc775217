"""What an editor is told when opening a page: where its request for approval stands."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from tomoni.editing import policies, selectors


def say_standing(request: HttpRequest, page: Page, concerned: Sequence[Page]) -> None:
    """Say that the page waits for approval, was returned and why, or that a version is kept.

    `concerned` are the page and those whose approval covers it.
    """
    for asked in concerned:
        if asked.workflow_in_progress:
            say_waiting(request, page, asked)
        else:
            say_returned(request, page, asked)
    for version in selectors.waiting_versions(page=page, user=request.user):
        messages.warning(
            request,
            _("A version of yours could not be saved because somebody else had saved. It is kept."),
            buttons=[
                messages.button(
                    reverse("tomoni_kept_version", args=[version.pk]), _("Compare and take over")
                )
            ],
        )


def say_returned(request: HttpRequest, page: Page, asked: Page) -> None:
    """Say why the page, or the document that it belongs to, was returned; lead to the latter."""
    returned = selectors.reason_of_return(page=asked)
    if returned is None:
        return
    words = {
        "day": date_format(localtime(returned.at), "DATETIME_FORMAT"),
        "name": returned.by,
        "reason": returned.reason,
        "title": asked.get_admin_display_title(),
    }
    if asked.pk == page.pk:
        text, buttons = _("Returned on {day} by {name}. Reason: {reason}"), []
    else:
        text = _(
            "“{title}”, to which this page belongs, was returned on {day} by {name}. "
            "Reason: {reason} Hand in the whole of it again when you have mended it."
        )
        edit = reverse("wagtailadmin_pages:edit", args=[asked.pk])
        buttons = [messages.button(edit, _("Open the document"))]
    messages.warning(request, format_html(text, **words), buttons=buttons)


def say_waiting(request: HttpRequest, page: Page, asked: Page) -> None:
    if policies.can_approve(request.user, asked):
        if asked.pk == page.pk:
            messages.info(
                request,
                _(
                    "Your approval is asked for; you may mend small things first. To approve or "
                    "return, press the arrow beside “Save draft” at the foot of this page."
                ),
            )
        return
    if asked.pk == page.pk:
        text = _("This page waits for approval. If you save a change, the request is taken back.")
    else:
        text = format_html(
            _(
                "“{title}”, to which this page belongs, waits for approval. If you save a change, "
                "that request is taken back."
            ),
            title=asked.get_admin_display_title(),
        )
    messages.info(request, text)


def say_decided(request: HttpRequest, page: Page, action: str) -> None:
    """Say what has become of the page by an approval or a return, and who is told."""
    title = {"title": page.get_admin_display_title()}
    if action == "reject":
        text = _("“%(title)s” has been returned. Its editor is told the reason by mail.")
    elif policies.is_waiting(page):
        text = _("“%(title)s” has been approved. It goes on to the next step.")
    elif page.approved_schedule:
        text = _("“%(title)s” has been approved. It is published at the time that is set.")
    else:
        text = _("“%(title)s” has been approved and published. Its editor is told by mail.")
    buttons = []
    if page.live and page.url:
        buttons.append(messages.button(page.url, _("Open it as residents see it")))
    messages.success(request, text % title, buttons=buttons)
