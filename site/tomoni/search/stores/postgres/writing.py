"""Putting texts into the table and taking them out."""

from collections.abc import Iterable, Sequence

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.batches import latest, marks, portions
from tomoni.search.stores.embedded.stamps import Touched, by_locale
from tomoni.search.stores.postgres.tables import TEXTS, settle
from tomoni.search.stores.postgres.vectors import vector_of
from tomoni.search.stores.protocol import IndexedDocument
from tomoni.search.stores.rows import COLUMNS, Value, row_of
from tomoni.search.stores.soundness import sound_streams

_COLUMNS = (*COLUMNS, "title", "headings", "body", "lexemes", "is_long")
_PUT = (
    f"INSERT INTO {TEXTS} ({', '.join(_COLUMNS)})"
    f" VALUES ({marks(_COLUMNS)}) ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{column} = EXCLUDED.{column}" for column in _COLUMNS[1:])
    + f" WHERE {TEXTS}.version <= EXCLUDED.version"
)


def put(cursor: CursorWrapper, documents: Sequence[IndexedDocument]) -> Touched:
    """Write what is not older than what is there; return what it changes, or more.

    By rising number, so that two writers wait for one another at most.
    """
    offered = latest(documents)
    cursor.execute(f"SELECT locale, id FROM {TEXTS} WHERE id = ANY(%s)", [[o.pk for o in offered]])
    former = cursor.fetchall()
    cursor.executemany(_PUT, [_row(document) for document in offered])
    settle(cursor)
    return by_locale([*former, *((one.locale, one.pk) for one in offered)])


def remove(cursor: CursorWrapper, pks: Iterable[int], version: int) -> Touched:
    """Take out what is not newer than a version; return what it changes."""
    touched: list[tuple[str, int]] = []
    for portion in portions(sorted(pks)):
        cursor.execute(
            f"DELETE FROM {TEXTS} WHERE id = ANY(%s) AND version <= %s RETURNING locale, id",
            [portion, version],
        )
        touched += cursor.fetchall()
    return by_locale(touched)


def clear(cursor: CursorWrapper) -> None:
    """Take everything out."""
    cursor.execute(f"DELETE FROM {TEXTS}")


def _row(document: IndexedDocument) -> tuple[Value, ...]:
    streams = sound_streams(document.streams)
    vector = vector_of(streams)
    return (
        *row_of(document),
        streams.title,
        streams.headings,
        streams.body,
        vector.literal,
        vector.is_long,
    )
