"""Let every process know when what it keeps in memory or in the cache is out of date."""

import time
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import transaction


@dataclass(frozen=True)
class Generation:
    """A number in the cache that is another one after each change."""

    key: str

    def present(self) -> Any:  # Any: what a cache gives
        """Return the present number; a lost one is a new one, so nothing stale lives."""
        present = cache.get(self.key)
        if present is None:
            present = time.time_ns()
            cache.set(self.key, present, None)
        return present

    def renew(self) -> None:
        """Begin another one, now and again when the change is committed."""
        self._begin()
        transaction.on_commit(self._begin)

    def _begin(self) -> None:
        cache.set(self.key, time.time_ns(), None)
