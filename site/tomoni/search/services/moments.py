"""Tell whether anything was changed between the reading of objects and the writing of their texts.

Every change is noted in the transaction that makes it and counted before it is followed. So nothing
was changed as long as no change waits that did not wait then, and none was followed since.
"""

from dataclasses import dataclass

from tomoni.search.models import IndexState, SearchChange

# Where more changes wait, nobody compares them: objects are then read again.
MOST_WAITING = 1_000


@dataclass(frozen=True)
class Moment:
    """What waited to be followed, by its key, and how many changes had been followed."""

    waiting: frozenset[int]
    followed: int


def present_moment() -> Moment:
    """Return what to compare with; ask for it before objects are read."""
    state = IndexState.objects.filter(pk=1).first()
    return Moment(_waiting(), state.followed if state else 0)


def is_still(moment: Moment) -> bool:
    """Tell whether nothing was changed since, and hold that off until the commit.

    Changes may be committed meanwhile; they are followed when this transaction has ended.
    """
    IndexState.objects.get_or_create(pk=1)
    state = IndexState.objects.select_for_update().get(pk=1)
    waiting = _waiting()
    return (
        state.followed == moment.followed
        and waiting <= moment.waiting
        and len(waiting) < MOST_WAITING
    )


def _waiting() -> frozenset[int]:
    changes = SearchChange.objects.order_by("pk").values_list("pk", flat=True)
    return frozenset(changes[:MOST_WAITING])
