"""Let every process know when a word has changed."""

import time
from typing import Any

from django.core.cache import cache
from django.db import transaction

GENERATION_KEY = "tomoni-search-words-generation"


def words_generation() -> Any:  # Any: what a cache gives
    """Return the present generation of words; a lost one is a new one, so nothing stale lives."""
    present = cache.get(GENERATION_KEY)
    if present is None:
        present = time.time_ns()
        cache.set(GENERATION_KEY, present, None)
    return present


def forget_words() -> None:
    """Let every process read the words anew, now and again when the change is committed."""

    def renew() -> None:
        cache.set(GENERATION_KEY, time.time_ns(), None)

    renew()
    transaction.on_commit(renew)
