"""Number the changes of the index in the order in which they are committed."""

from django.db.models import F

from tomoni.search.models import IndexState


def next_version() -> int:
    """Return the number of this transaction's change and hold it until the commit.

    The row stays locked, so that numbers are committed in their order: who has followed up to a
    number has missed none before it. Call it as late as possible, inside a transaction.
    """
    _count_on("version")
    return IndexState.objects.values_list("version", flat=True).get(pk=1)


def note_followed() -> None:
    """Count a change that is going to be followed, and hold the row until the commit.

    Whoever writes meanwhile what was read before the change is so either done before the change
    is followed, or knows of it.
    """
    _count_on("followed")


def current_version() -> int:
    """Return the number of the last change."""
    return IndexState.objects.values_list("version", flat=True).filter(pk=1).first() or 0


def _count_on(field: str) -> None:
    IndexState.objects.get_or_create(pk=1)
    IndexState.objects.filter(pk=1).update(**{field: F(field) + 1})
