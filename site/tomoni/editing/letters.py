"""Mails about approval: to who is asked, to who asked, in the language of whoever reads them.

They leave when all is stored, and a mail server that is away never undoes an approval.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.mail import send_mail
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.users.models import UserProfile

logger = logging.getLogger(__name__)
# The front pages stand here; what lies below one of them is not worth a line of its own.
TOP_DEPTH = 2


@dataclass(frozen=True)
class News:
    """What happened to a page: `kind` is submitted, approved, returned, withdrawn or edited."""

    kind: str
    thing: Any  # a page, or a snippet that has a workflow
    by: Any  # the site's user model, or None
    reason: str = ""


def tell_submitted(*, task_state: TaskState, user: Any) -> None:
    """Tell those who may approve that somebody asks them to."""
    thing = _thing_of(task_state.workflow_state)
    note = task_state.revision.content.get("change_note") or ""
    news = News("submitted", thing, user, reason=note)
    _send(_approvers(task_state, without=user), "submitted", news)


def tell_approved(*, state: WorkflowState, user: Any) -> None:
    """Tell who asked that the page is approved and published."""
    comment = state.current_task_state.comment if state.current_task_state else ""
    _send(
        _asker(state, without=user), "approved", News("approved", _thing_of(state), user, comment)
    )


def tell_returned(*, state: WorkflowState, user: Any) -> None:
    """Tell who asked why the page comes back."""
    news = News("returned", _thing_of(state), user, state.current_task_state.comment)
    _send(_asker(state, without=user), "rejected", news)


def tell_withdrawn(*, task_state: TaskState, user: Any, was_edited: bool) -> None:
    """Tell those who were asked that there is nothing to approve any more."""
    kind = "edited" if was_edited else "withdrawn"
    news = News(kind, _thing_of(task_state.workflow_state), user)
    _send(_approvers(task_state, without=user), "submitted", news)


def _thing_of(state: WorkflowState) -> Any:  # Any: a page or a snippet
    """Return the page with its newest title, or the snippet."""
    thing = state.content_object
    return thing.specific if isinstance(thing, Page) else thing


def _approvers(task_state: TaskState, *, without: Any) -> list[Any]:
    groups = getattr(task_state.task.specific, "groups", None)
    if groups is None:
        return []
    people = get_user_model().objects.filter(groups__in=groups.all(), is_active=True).distinct()
    return [one for one in people.order_by("pk") if without is None or one.pk != without.pk]


def _asker(state: WorkflowState, *, without: Any) -> list[Any]:
    asker = state.requested_by
    return [asker] if asker and (without is None or asker.pk != without.pk) else []


def _send(people: Iterable[Any], preference: str, news: News) -> None:
    wanted = [
        one
        for one in people
        if one.is_active
        and one.email
        and getattr(UserProfile.get_for_user(one), f"{preference}_notifications")
    ]
    if wanted:
        transaction.on_commit(lambda: _deliver(wanted, news))


def _deliver(people: Sequence[Any], news: News) -> None:
    for person in people:
        language = UserProfile.get_for_user(person).get_preferred_language()
        with translation.override(language):
            subject, text = _subject(news), _text(news, person)
        try:
            send_mail(subject, text, [person.email])
        except OSError:
            logger.exception("A mail about an approval could not be sent to %s", person.email)


def _title(thing: Any) -> str:
    title = thing.get_admin_display_title() if isinstance(thing, Page) else str(thing)
    return " ".join(title.split())


def _subject(news: News) -> str:
    words = {"title": _title(news.thing)}
    if news.kind == "submitted":
        return _("[Approval asked for] %(title)s") % words
    if news.kind == "approved":
        return _("[Approved] %(title)s") % words
    if news.kind == "returned":
        return _("[Returned] %(title)s") % words
    return _("[Request taken back] %(title)s") % words


def _sentence(news: News) -> str:
    if news.kind == "submitted":
        return _("You are asked for an approval. Look at it, then approve it or return it.")
    if news.kind == "approved":
        return _("What you handed in has been approved and published.")
    if news.kind == "returned":
        return _("What you handed in has been returned. Mend it and hand it in again.")
    if news.kind == "edited":
        return _(
            "Somebody went on writing after the request, so the request has been taken back. "
            "You need not do anything; you will be asked again."
        )
    return _("The request has been taken back. You need not do anything.")


def _text(news: News, person: Any) -> str:
    lines = [_("To %(name)s") % {"name": person.get_full_name() or person.get_username()}, ""]
    lines += [_sentence(news), ""]
    lines.append(_("Page: %(title)s") % {"title": _title(news.thing)})
    above = news.thing.get_parent() if isinstance(news.thing, Page) else None
    if above is not None and above.depth > TOP_DEPTH:
        lines.append(_("Below: %(title)s") % {"title": _title(above)})
    if news.by is not None:
        lines.append(_("By: %(name)s") % {"name": news.by.get_full_name()})
    if news.reason.strip():
        label = _("What changes, and why:") if news.kind == "submitted" else _("Reason:")
        lines += [label, *(f"　{line}" for line in news.reason.strip().splitlines())]
    lines += ["", _("Open it here:"), _address(news.thing, person), ""]
    lines.append(
        _("%(site)s – this mail was sent by itself.") % {"site": settings.WAGTAIL_SITE_NAME}
    )
    return "\n".join(lines)


def _address(thing: Any, person: Any) -> str:
    if isinstance(thing, Page):
        path = reverse("wagtailadmin_pages:edit", args=[thing.pk])
    else:
        path = AdminURLFinder(person).get_edit_url(thing) or reverse("wagtailadmin_home")
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
