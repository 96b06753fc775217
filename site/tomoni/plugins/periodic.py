"""Run the periodic tasks that are due; one that fails never keeps the others from running."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from tomoni.plugins.extensions import PeriodicTask
from tomoni.plugins.models import PeriodicRun
from tomoni.plugins.registry import registry

logger = logging.getLogger(__name__)

# A runner that was killed frees its task after this time.
CLAIM = timedelta(hours=1)


@dataclass(frozen=True)
class Outcome:
    """How the run of one task ended; no error means well."""

    name: str
    error: str = ""


@dataclass(frozen=True)
class Standing:
    """When a task ran last and whether it is due."""

    task: PeriodicTask
    name: str
    last: datetime | None
    error: str
    is_due: bool


def standings(now: datetime | None = None) -> tuple[Standing, ...]:
    """Return how every registered task stands."""
    now = now or timezone.now()
    runs = {run.name: run for run in PeriodicRun.objects.all()}
    found = []
    for owner, task in registry.owned(PeriodicTask):
        name = f"{owner}.{task.name}"
        run = runs.get(name, PeriodicRun(name=name))
        found.append(Standing(task, name, run.started_at, run.error, _is_due(task, run, now)))
    return tuple(found)


def run_due(now: datetime | None = None) -> tuple[Outcome, ...]:
    """Run each due task that no other process has claimed."""
    now = now or timezone.now()
    return tuple(
        _run(standing) for standing in standings(now) if standing.is_due and _claim(standing, now)
    )


def _is_due(task: PeriodicTask, run: PeriodicRun, now: datetime) -> bool:
    if run.claimed_until is not None and run.claimed_until > now:
        return False
    is_fine = run.finished_at is not None and not run.error
    return not is_fine or run.started_at is None or run.started_at + task.every <= now


def _claim(standing: Standing, now: datetime) -> bool:
    """Take the task in one statement that only one of two runners can win."""
    PeriodicRun.objects.get_or_create(name=standing.name)
    return bool(
        PeriodicRun.objects.filter(
            Q(claimed_until=None) | Q(claimed_until__lte=now),
            name=standing.name,
            started_at=standing.last,
        ).update(started_at=now, finished_at=None, claimed_until=now + CLAIM)
    )


def _run(standing: Standing) -> Outcome:
    error = ""
    try:
        import_string(standing.task.run)()
    except Exception as failure:
        logger.exception("The periodic task %s failed", standing.name)
        error = f"{type(failure).__name__}: {failure}"
    PeriodicRun.objects.filter(name=standing.name).update(
        finished_at=timezone.now(), claimed_until=None, error=error
    )
    return Outcome(standing.name, error)
