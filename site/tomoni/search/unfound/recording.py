"""Note what visitors ask and open; nothing here can slow or fail an answer.

A request only puts a note on a short list; a thread beside it counts. What is on the list when
the process ends is lost.
"""

import logging
from collections import deque
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from tomoni.accounts.lockout import client_address
from tomoni.search.queries import Asked, clean
from tomoni.search.selectors.finding import Found
from tomoni.search.services.counting import Outcome, count_asked, count_opened
from tomoni.search.services.worker import Worker
from tomoni.search.stores.protocol import Order
from tomoni.search.unfound.texts import LONGEST, key_of
from tomoni.search.unfound.visits import Visitor, is_first, is_first_opening

logger = logging.getLogger(__name__)

# Notes that wait; the oldest go when the database is away.
WAITING = 1_000
ROBOTS = ("bot", "crawl", "spider", "slurp", "preview", "monitor", "curl", "wget", "python-")


@dataclass(frozen=True)
class Note:
    """A question or, without an outcome, the opening of one of its results."""

    visitor: Visitor
    locale: str
    text: str
    outcome: Outcome | None = None


_notes: deque[Note] = deque(maxlen=WAITING)


def note_asked(request: HttpRequest, asked: Asked, found: Found, *, locale: str) -> None:
    """Let a question be counted, if a visitor typed it and this is the first page of its answer."""
    if not _is_typed(asked) or not _is_visit(request):
        return
    outcome = Outcome(nothing=not found.count, partly=found.is_partial)
    _put(Note(_visitor(request), locale, asked.text, outcome))


def note_opened(request: HttpRequest, typed: str, *, locale: str) -> None:
    """Let it be counted that a visitor opened something of what was found."""
    if len(typed) <= LONGEST and _is_visit(request):
        _put(Note(_visitor(request), locale, clean(typed)))


def count_notes() -> bool:
    """Count all that was noted; tell that nothing is left."""
    while _notes:
        _count(_notes.popleft())
    return False


_worker = Worker(count_notes)


def _put(note: Note) -> None:
    _notes.append(note)
    if settings.TOMONI_BACKGROUND:
        _worker.wake()
    else:
        count_notes()


def _count(note: Note) -> None:
    try:
        key = key_of(note.text, locale=note.locale)
        if not key:
            return
        if note.outcome is None:
            if is_first_opening(note.visitor, key):
                count_opened(locale=note.locale, key=key)
        elif is_first(note.visitor, key):
            count_asked(locale=note.locale, key=key, text=note.text, outcome=note.outcome)
    except Exception as error:  # noqa: BLE001 -- a database that is locked, a cache that is away
        # Without the error's own words: they may hold what was typed.
        logger.warning("A question could not be counted: %s", type(error).__name__)
        # What waits would fail as well, and be told once more each.
        _notes.clear()


def _is_typed(asked: Asked) -> bool:
    is_plain = not asked.chosen and asked.near is None and asked.order is Order.RELEVANCE
    return bool(asked.text) and is_plain and not asked.was_cut and asked.page in {"", "1"}


def _is_visit(request: HttpRequest) -> bool:
    """Leave out robots, browsers that fetch ahead, and whoever is signed in and tries things."""
    agent = request.headers.get("User-Agent", "").lower()
    ahead = request.headers.get("Sec-Purpose") or request.headers.get("Purpose")
    is_staff = settings.SESSION_COOKIE_NAME in request.COOKIES
    is_robot = any(name in agent for name in ROBOTS)
    return request.method != "HEAD" and not (ahead or is_staff or is_robot)


def _visitor(request: HttpRequest) -> Visitor:
    return Visitor(client_address(request), request.headers.get("User-Agent", "")[:500])
