"""Ask a server that failed only now and then, so that nobody waits for it in between."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import Lock

# Seconds until the server is asked again: doubled with each failure, up to the longest.
FIRST = 2.0
LONGEST = 30.0


@dataclass(frozen=True)
class Outage:
    """A time in which the server does not answer; `error` is the last one."""

    since: datetime
    error: str


class Breaker:
    """Closed, questions go through. After a failure it is open: for a while none does, then one.

    What becomes of that one decides: either it closes again, or the next while is twice as long.
    Safe in many threads. `clock` gives seconds.
    """

    def __init__(
        self,
        *,
        first: float = FIRST,
        longest: float = LONGEST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._first, self._longest, self._clock = first, longest, clock
        self._lock = Lock()
        self._outage: Outage | None = None
        self._wait = first
        self._next = 0.0

    @property
    def outage(self) -> Outage | None:
        return self._outage

    def lets_through(self) -> bool:
        """Say whether the server may be asked now."""
        with self._lock:
            if self._outage is None:
                return True
            now = self._clock()
            if now < self._next:
                return False
            # Nobody else tries before this one is back, and if it never is, after a while.
            self._wait = min(2 * self._wait, self._longest)
            self._next = now + self._wait
            return True

    def succeeded(self) -> bool:
        """Close; return whether it was open."""
        with self._lock:
            was_open = self._outage is not None
            self._outage = None
            return was_open

    def failed(self, error: str) -> bool:
        """Open, or stay open; return whether it was closed."""
        with self._lock:
            if self._outage is not None:
                # Also of those who asked before it opened: they lengthen nothing.
                self._outage = replace(self._outage, error=error)
                return False
            self._outage = Outage(datetime.now(UTC), error)
            self._wait = self._first
            self._next = self._clock() + self._wait
            return True
