"""Take a request for approval back when its page is written at again."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, WorkflowState

from tomoni.editing import letters, policies
from tomoni.editing.merging import says_the_same

WITHDRAWN_BY_EDIT = "tomoni.withdrawn_by_edit"


def withdraw_if_edited(*, page: Page, user: Any) -> bool:
    """Take the request back if the page is no longer what was handed in; say whether.

    The approver's own small corrections leave the request as it is.
    """
    state = _waiting_state(page)
    if state is None or policies.can_approve(user, page):
        return False
    handed_in, newest = state.current_task_state.revision, page.latest_revision
    if newest is None or says_the_same(handed_in.content, newest.content):
        return False
    return withdraw(page=page, user=user)


@transaction.atomic
def withdraw(*, page: Page, user: Any, because_of: Page | None = None) -> bool:
    """Take the request back, visibly: in the history, and by mail to who was asked.

    `because_of` is another page that would have been published along.
    """
    state = _waiting_state(page)
    if state is None:
        return False
    task_state = state.current_task_state
    state.cancel(user=user)
    log(
        instance=page,
        action=WITHDRAWN_BY_EDIT,
        user=user,
        data={"because_of": because_of.get_admin_display_title() if because_of else ""},
    )
    letters.tell_withdrawn(task_state=task_state, user=user, was_edited=True)
    return True


def _waiting_state(page: Page) -> WorkflowState | None:
    found: WorkflowState | None = (
        page.workflow_states.filter(status=WorkflowState.STATUS_IN_PROGRESS)
        .select_related("current_task_state__revision")
        .first()
    )
    return found
