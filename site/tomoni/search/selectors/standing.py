"""How the index is: what operators should know."""

from django.db.models import Min
from django.utils import timezone

from tomoni.plugins import Health
from tomoni.search.models import IndexedLanguage, IndexState, SearchChange, SearchDocument
from tomoni.search.sources import sources
from tomoni.search.stores.choice import in_use, remote
from tomoni.search.tokenising import identity_of

# A change that waits longer than this is told; the next visit of cron is usually enough.
LATE_SECONDS = 120


def ask_index() -> Health:
    """Say what operators should know about the index.

    It is well as long as it can be read: a site whose search finds too little still serves its
    pages, and must not be taken from its residents for that.
    """
    return Health(ok=True, detail=" ".join(_remarks()))


def stale_languages() -> list[str]:
    """Return the languages whose index was made with another analysis than today's."""
    rows = IndexedLanguage.objects.order_by("locale").values_list("locale", "identity")
    return [locale for locale, identity in rows if identity_of(locale) != identity]


def _about_server() -> list[str]:
    remarks = []
    answering = in_use()
    if answering.since:
        minutes = (timezone.now() - answering.since).total_seconds() / 60
        remarks.append(
            f"The search server has been away for {minutes:.0f} minutes; {answering.name} answers"
            f" ({answering.error})."
        )
    if remote() is not None:
        state = IndexState.objects.filter(pk=1).first()
        missing = SearchDocument.objects.filter(version__gt=state.sent).count() if state else 0
        if missing:
            remarks.append(f"{missing} texts wait for the search server.")
    return remarks


def _remarks() -> list[str]:
    remarks = []
    if not SearchDocument.objects.exists() and any(source.has_objects() for source in sources()):
        remarks.append("The index is empty: run tomoni rebuild_search_index.")
    failed = SearchChange.objects.filter(attempts__gt=0).count()
    if failed:
        remarks.append(f"{failed} objects could not be indexed.")
    waiting = SearchChange.objects.filter(attempts=0).aggregate(oldest=Min("made"))["oldest"]
    late = (timezone.now() - waiting).total_seconds() if waiting else 0
    if late > LATE_SECONDS:
        remarks.append(f"Changes have waited for {late / 60:.0f} minutes.")
    remarks += _about_server()
    stale = stale_languages()
    if stale:
        remarks.append(f"Analysed anew it would find more in: {', '.join(stale)}.")
    return remarks
