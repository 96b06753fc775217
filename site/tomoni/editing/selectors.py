"""Questions of the editing room: open requests, reasons, versions that wait."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail import hooks
from wagtail.models import Page, WorkflowState

from tomoni.editing.models import KeptVersion

# A hook for rooms above: pages whose approval covers this one as well.
APPROVED_ALONG = "tomoni_approved_along"


@dataclass(frozen=True)
class Return:
    """When, by whom and why a page was returned."""

    at: datetime | None
    by: str
    reason: str


# More digits than the number of any version has.
DIGITS = 18


def approved_with(*, page: Page) -> tuple[Page, ...]:
    """Return the page itself and those whose approval covers it."""
    return (page, *(one for find in hooks.get_hooks(APPROVED_ALONG) for one in find(page)))


def waiting_requests(*, page: Page) -> tuple[Page, ...]:
    """Return the pages with an open request that a change of this page would undo."""
    return tuple(one for one in approved_with(page=page) if one.workflow_in_progress)


def reason_of_return(*, page: Page) -> Return | None:
    """Return why the page was returned, as long as it has not been handed in again."""
    state = (
        page.workflow_states.filter(status=WorkflowState.STATUS_NEEDS_CHANGES)
        .select_related("current_task_state__finished_by")
        .first()
    )
    if state is None or state.current_task_state is None:
        return None
    step = state.current_task_state
    name = step.finished_by.get_full_name() if step.finished_by else ""
    return Return(at=step.finished_at, by=name, reason=step.comment)


def waiting_versions(*, page: Page, user: Any) -> tuple[KeptVersion, ...]:
    """Return the versions of this writer that could not be saved and are not settled."""
    return tuple(
        KeptVersion.objects.filter(page_id=page.pk, by=user, settled_at__isnull=True).defer(
            "content"
        )
    )


def version_number(sent: str) -> int:
    """Return the number of a version as a form sends it; 0, which none has, for anything else."""
    return int(sent) if sent.isdecimal() and len(sent) <= DIGITS else 0
