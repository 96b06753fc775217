"""Analyse texts in this process, and within `many_processors` in others beside it too."""

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from contextvars import ContextVar

from django.conf import settings

from tomoni.search.analysing import Analysis, Wording, analysed
from tomoni.search.processes import Processes

# With more, the one that writes is the slowest, and each takes some 200 MB.
MOST = 4
# Seconds after which another thread of this process may go on; Python's own are ten times as long.
TURN = 0.0005

# Of one thread, so that what a command's other threads do stays in this process.
_beside: ContextVar[Processes | None] = ContextVar("beside", default=None)


@contextmanager
def many_processors() -> Iterator[None]:
    """Let other processes analyse too what the block writes; for commands, not for requests."""
    count = processes() - 1
    if count < 1 or _beside.get() is not None:
        yield
        return
    with closing(Processes(count)) as started, _old_left_alone(), _quick_turns():
        token = _beside.set(started)
        try:
            yield
        finally:
            _beside.reset(token)


@contextmanager
def _old_left_alone() -> Iterator[None]:
    """Let the garbage collector pass over what is there already: it stops everything for long."""
    if gc.get_freeze_count():
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _quick_turns() -> Iterator[None]:
    """Let the thread that takes results in come to its turn soon: those who help wait for it."""
    former = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(former)


def begin(wordings: Iterable[Wording]) -> None:
    """Let other processes begin with texts that `analyses` will be asked for."""
    if beside := _beside.get():
        beside.begin(wordings)


def analyses(wordings: Sequence[Wording]) -> Iterator[Analysis]:
    """Return the analyses of texts in their order; in this process each when it is asked for."""
    beside = _beside.get()
    return map(analysed, wordings) if beside is None else beside.analyses(wordings)


def processes() -> int:
    """Return how many processes may analyse at once, this one among them."""
    chosen = str(settings.TOMONI_SEARCH.get("PROCESSES", "")).strip()
    return int(chosen) if chosen else min(_processors(), MOST)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
