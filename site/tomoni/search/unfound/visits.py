"""Tell one visitor's questions apart for a day, in memory only: under hashes, with a random salt.

Where processes share no Redis, each knows only what it has answered itself.
"""

import secrets
from dataclasses import dataclass

from django.core.cache import caches
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate

STORE = "visits"
DAY = 86_400
HOUR = 3_600
# More questions in an hour than people of one house ask.
MOST_AN_HOUR = 200
ASKED, OPENED = 1, 2


@dataclass(frozen=True)
class Visitor:
    """Who asks, as far as a request tells; lives as long as it takes to count a question."""

    address: str
    agent: str


def is_first(visitor: Visitor, key: str) -> bool:
    """Tell whether this visitor asks this for the first time today, and remember it."""
    store = caches[STORE]
    busy = f"busy-{_hidden(visitor.address)}"
    store.add(busy, 0, HOUR)
    if store.get(busy, 0) >= MOST_AN_HOUR or not store.add(_mark(visitor, key), ASKED, DAY):
        return False
    try:
        store.incr(busy)
    except ValueError:
        # The hour ended between the two calls.
        store.set(busy, 1, HOUR)
    return True


def is_first_opening(visitor: Visitor, key: str) -> bool:
    """Tell whether who was counted as asking this opens a result for the first time today."""
    store, mark = caches[STORE], _mark(visitor, key)
    if store.get(mark) != ASKED:
        return False
    store.set(mark, OPENED, DAY)
    return True


def _mark(visitor: Visitor, key: str) -> str:
    return _hidden(f"{visitor.address}\n{visitor.agent}\n{key}")


def _hidden(text: str) -> str:
    """Return a hash that nobody can make again tomorrow, when its salt is gone."""
    salt = caches[STORE].get_or_set(f"salt-{localdate()}", lambda: secrets.token_hex(32), DAY)
    return salted_hmac("tomoni.search.visit", text, secret=str(salt)).hexdigest()
