"""Send the house's own mails where Wagtail would send its general ones."""

from typing import Any

from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)

from tomoni.editing import letters


def asked(sender: type, instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    del sender, kwargs
    letters.tell_submitted(task_state=instance, user=user)


def begun(sender: type, instance: WorkflowState, **kwargs: Any) -> None:
    """Superusers look after the site; whoever of them approves is in the approvers' group."""
    del sender, instance, kwargs


def approved(sender: type, instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    del sender, kwargs
    letters.tell_approved(state=instance, user=user)


def returned(sender: type, instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    del sender, kwargs
    letters.tell_returned(state=instance, user=user)


def taken_back(sender: type, instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Somebody pressed the button; what a change takes back is told by its service."""
    del sender, kwargs
    task_state = instance.current_task_state
    thing = instance.content_object
    if task_state and task_state.revision_id == thing.latest_revision_id:
        letters.tell_withdrawn(task_state=task_state, user=user, was_edited=False)


def connect() -> None:
    """Listen; called once, when the app is ready.

    Wagtail's admin starts after the rooms and connects its mails under these same names, of which
    only the first is kept.
    """
    for signal, sender, receiver, uid in (
        (task_submitted, TaskState, asked, "group_approval_task_submitted_email_notification"),
        (workflow_submitted, WorkflowState, begun, "workflow_state_submitted_email_notification"),
        (workflow_approved, WorkflowState, approved, "workflow_state_approved_email_notification"),
        (workflow_rejected, WorkflowState, returned, "workflow_state_rejected_email_notification"),
    ):
        signal.connect(receiver, sender=sender, dispatch_uid=uid)
    workflow_cancelled.connect(
        taken_back, sender=WorkflowState, dispatch_uid="tomoni-request-taken-back"
    )
