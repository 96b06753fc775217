"""The latest snapshot of each language, kept by the process and led after the database."""

from collections.abc import Callable, Iterable, Mapping

from django.db.backends.utils import CursorWrapper

from tomoni.search.models import StoredText
from tomoni.search.stores.batches import portions
from tomoni.search.stores.embedded.looks import Text
from tomoni.search.stores.embedded.snapshot import Placed, Snapshot, changed, snapshot_of
from tomoni.search.stores.embedded.stamps import since, stamp_of
from tomoni.search.stores.protocol import Streams

# Gives the tokens of some texts of a language by their numbers.
Load = Callable[[list[int]], Mapping[int, Streams]]

_COLUMNS = ("pk", "signature", "date", "ends", "latitude", "longitude", "boost", "length")
_kept: dict[str, Snapshot] = {}


def snapshot(cursor: CursorWrapper, locale: str, load: Load) -> Snapshot | None:
    """Return a language's texts as they are now; None where there are none.

    What was read of them before is kept as far as it can be led after the changes.
    """
    stamp = stamp_of(cursor, locale)
    if stamp is None:
        return None
    kept = _kept.get(locale)
    if kept is None or kept.stamp != stamp:
        # Other threads may do the same meanwhile: whoever is last is kept, and all are right.
        kept = _kept[locale] = (kept and _followed(kept, locale, load)) or _read(locale, stamp)
    return kept


def forget() -> None:
    """Let everything be read anew."""
    _kept.clear()


def _followed(former: Snapshot, locale: str, load: Load) -> Snapshot | None:
    found = since(locale, former.stamp)
    if found is None:
        return None
    stamp, pks = found
    rows = [row for portion in portions(sorted(pks)) for row in _rows(locale, portion)]
    streams = load([row.pk for row in rows])
    texts = {pk: Text(streams[pk]) if pk in streams else None for pk in pks}
    return changed(former, stamp, pks, rows, former.findings.followed(texts))


def _read(locale: str, stamp: int) -> Snapshot:
    return snapshot_of(stamp, _rows(locale))


def _rows(locale: str, pks: list[int] | None = None) -> Iterable[Placed]:
    held = StoredText.objects.filter(locale=locale)
    if pks is not None:
        held = held.filter(pk__in=pks)
    return (Placed(*row) for row in held.values_list(*_COLUMNS).iterator(chunk_size=10_000))
