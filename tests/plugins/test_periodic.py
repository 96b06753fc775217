"""Periodic tasks: run when due, once, and whatever happens to the others."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from tomoni.plugins import PeriodicTask
from tomoni.plugins.models import PeriodicRun
from tomoni.plugins.periodic import CLAIM, Outcome, run_due, standings

NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
done = []

pytestmark = pytest.mark.django_db


def work():
    done.append("work")


def fail():
    raise ValueError("no paper")


def work_with_a_rival():
    """While this one works, a second runner comes by."""
    done.append("work")
    done.extend(run_due(NOW))


def task(name, run="work"):
    return PeriodicTask(name, name, every=HOUR, run=f"{__name__}.{run}")


@pytest.fixture(autouse=True)
def nothing_done():
    done.clear()


def test_task_runs_first_at_once_and_then_after_its_time(extensions):
    with extensions(task("sweep"), alone=True):
        outcomes = [run_due(NOW + after) for after in (timedelta(), HOUR / 2, HOUR)]

    assert outcomes == [(Outcome("test.sweep"),), (), (Outcome("test.sweep"),)]
    assert done == ["work", "work"]


def test_failing_task_never_stops_the_rest_and_is_tried_again(extensions):
    with extensions(task("bad", "fail"), task("good"), alone=True):
        first = run_due(NOW)
        second = run_due(NOW + HOUR / 2)

    assert first == (Outcome("test.bad", "ValueError: no paper"), Outcome("test.good"))
    assert second == (Outcome("test.bad", "ValueError: no paper"),)


def test_two_runners_never_run_the_same_task(extensions):
    with extensions(task("sweep", "work_with_a_rival"), alone=True):
        run_due(NOW)

    assert done == ["work"]


def test_runner_that_reads_late_loses_the_claim(extensions):
    with extensions(task("sweep"), alone=True):
        [late] = standings(NOW)
        run_due(NOW)

        from tomoni.plugins.periodic import _claim  # noqa: PLC0415 -- thin method

        won = _claim(late, NOW)

    assert won is False


def test_claim_of_a_killed_runner_ends(extensions):
    PeriodicRun.objects.create(name="test.sweep", started_at=NOW, claimed_until=NOW + CLAIM)

    with extensions(task("sweep"), alone=True):
        before = [s.is_due for s in standings(NOW + CLAIM - HOUR / 60)]
        after = [s.is_due for s in standings(NOW + CLAIM)]

    assert (before, after) == ([False], [True])


def test_command_ends_with_one_when_a_task_failed(extensions):
    out = StringIO()

    with (
        extensions(task("bad", "fail"), task("good"), alone=True),
        pytest.raises(SystemExit) as ended,
    ):
        call_command("run_due", stdout=out)

    assert ended.value.code == 1
    assert out.getvalue().splitlines()[0] == "test.bad: ValueError: no paper"
    assert done == ["work"]


def test_command_lists_without_running(extensions):
    out = StringIO()

    with extensions(task("sweep"), alone=True):
        call_command("run_due", "--list", stdout=out)

    assert out.getvalue().startswith("test.sweep\tsweep\t1:00:00\t")
    assert done == []
