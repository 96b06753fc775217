"""Follow changes beside the requests: a thread that lives as long as something waits.

Where `TOMONI_BACKGROUND` is off, `tomoni run_due` does the same work.
"""

import logging
import threading
from collections.abc import Callable

from django.conf import settings
from django.db import connections

logger = logging.getLogger(__name__)

# Seconds between two rounds while something cannot be done yet.
PAUSE = 5.0


class Worker:
    """One thread at most, started when there is something to do and gone when there is not."""

    def __init__(self, work: Callable[[], bool]) -> None:
        """`work` does a round and tells whether anything is left."""
        self._work = work
        self._lock = threading.Lock()
        self._wanted = threading.Event()
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """Let the work be done soon; returns at once."""
        if not settings.TOMONI_BACKGROUND:
            return
        with self._lock:
            self._wanted.set()
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="search", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            self._wanted.clear()
            left = self._round()
            with self._lock:
                if not left and not self._wanted.is_set():
                    self._thread = None
                    return
            if left:
                self._wanted.wait(PAUSE)

    def _round(self) -> bool:
        try:
            return self._work()
        except Exception:
            # A database that is away, say: the next round finds it again.
            logger.exception("The search index could not follow")
            return True
        finally:
            connections.close_all()
