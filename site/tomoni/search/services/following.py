"""Let the index follow: at once after a commit as far as that is quick, the rest beside."""

from django.conf import settings

from tomoni.search.selectors.standing import stale_languages
from tomoni.search.services import outbox
from tomoni.search.services.languages import count_words_where_due
from tomoni.search.services.rebuilding import analyse_anew
from tomoni.search.services.remote import is_behind, send_changes
from tomoni.search.services.spreading import many_processors
from tomoni.search.services.worker import Worker

# What an editor's request does itself; a whole branch of the site is left to the worker.
AT_ONCE = 20


def follow_committed() -> None:
    """Follow what was just committed, if requests are to do that at all."""
    if not settings.TOMONI_SEARCH_AT_ONCE:
        return
    outbox.drain(limit=AT_ONCE)
    if outbox.is_waiting() or is_behind():
        worker.wake()


def follow() -> bool:
    """Do all that is due; return whether something is left that cannot be done yet."""
    outbox.drain()
    count_words_where_due()
    return not send_changes()


def follow_due() -> None:
    """Do all that is due, and analyse anew what was made by another dictionary (periodic task)."""
    with many_processors():
        for locale in stale_languages():
            analyse_anew(locale)
    follow()


worker = Worker(follow)
