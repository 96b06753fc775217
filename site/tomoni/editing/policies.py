"""Who may do what while a page is written and approved; views and hooks ask here."""

from typing import Any

from wagtail.models import Page

from tomoni.editing.models import KeptVersion


def is_waiting(page: Page) -> bool:
    """Say whether a request for approval of the page is open."""
    return bool(page.workflow_in_progress)


def can_approve(user: Any, page: Page) -> bool:  # Any: the site's user model
    """Say whether this person may approve the page at the step where it stands."""
    task = page.current_workflow_task
    return task is not None and any(
        name == "approve" for name, _label, _asks in task.get_actions(page, user)
    )


def can_settle(user: Any, version: KeptVersion) -> bool:  # Any: the site's user model
    """Say whether this person may look at a kept version: its writer, while they may edit."""
    may_edit: bool = version.page.permissions_for_user(user).can_edit()
    return version.by_id == user.pk and version.settled_at is None and may_edit
