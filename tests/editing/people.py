"""The people of a town hall and what their browsers send when they save a page."""

import json
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tomoni.guidelines.models import ChapterPage, GuidelinePage

EDITOR, APPROVER, TRANSLATOR = "編集者", "承認者（課長）", "翻訳者"


def person(name: str, *groups: str, **fields: Any) -> Any:
    """Return somebody with these roles."""
    user = get_user_model().objects.create_user(name, f"{name}@example.jp", "x", **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def fresh(page: Page) -> Page:
    """Return the page as it now is in the database, with its newest version."""
    return type(page).objects.get(pk=page.pk)


def form_of(page: Page, *, opened: bool = True, **changes: Any) -> dict[str, Any]:
    """Return what the browser sends for the newest draft, with some fields changed.

    `changes["body"]` is a list of (block id, kind, value as the form has it).
    """
    page = fresh(page)
    draft = page.get_latest_revision_as_object()
    names = ["title", "slug", "number", "summary", "change_note"]
    if isinstance(draft, GuidelinePage):
        names += ["kind", "state", "edition", "audience", "issued_by", "municipality"]
        names += ["foreword_office", "foreword_name"]
    values: dict[str, Any] = {n: getattr(draft, n) for n in names if hasattr(draft, n)}
    values["section"] = draft.section_id or ""
    if isinstance(draft, ChapterPage) and draft.ends_with_edition:
        values["ends_with_edition"] = "on"
    blocks = changes.pop("body", None) or [
        (block["id"], block["type"], block["value"]) for block in draft.body.get_prep_value()
    ]
    body = streamfield([(kind, form_value(kind, value)) for _id, kind, value in blocks])
    for number, (block_id, _kind, _value) in enumerate(blocks):
        body[str(number)]["id"] = str(block_id)
    data = nested_form_data({**values, "body": body, **changes})
    data["comments-TOTAL_FORMS"] = data["comments-INITIAL_FORMS"] = "0"
    for related in ("related_plans", "places_of_display"):
        data[f"{related}-TOTAL_FORMS"] = data[f"{related}-INITIAL_FORMS"] = "0"
    if opened:
        revision = page.get_latest_revision()
        data["loaded_revision_id"] = str(revision.pk)
        data["loaded_revision_created_at"] = revision.created_at.isoformat()
    return data


def form_value(kind: str, value: Any) -> Any:
    return rich_text(value) if kind == "paragraph" else value


def save(client: Client, page: Page, data: dict[str, Any], action: str = "") -> Any:
    """Send the form, as a press on one of the buttons does."""
    pressed = {f"action-{action}": action} if action else {}
    return client.post(edit_url(page), {**data, **pressed}, follow=True)


def decide(client: Client, page: Page, name: str, comment: str = "", **changes: Any) -> Any:
    """Approve or return a page, as the buttons of the edit view do."""
    data = form_of(page, **changes)
    data["action-workflow-action"] = "true"
    data["workflow-action-name"] = name
    data["workflow-action-extra-data"] = json.dumps({"comment": comment})
    return client.post(edit_url(page), data, follow=True)


def told(response: Any) -> list[str]:
    """Return the messages that the answered page shows."""
    return [str(one) for one in response.context["messages"]]
