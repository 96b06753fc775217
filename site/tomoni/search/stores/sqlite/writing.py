"""Putting texts into the full-text tables and taking them out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.batches import latest, marks, portions
from tomoni.search.stores.embedded.stamps import Touched, by_locale
from tomoni.search.stores.protocol import IndexedDocument
from tomoni.search.stores.rows import COLUMNS, Value, row_of
from tomoni.search.stores.soundness import sound_streams
from tomoni.search.stores.sqlite.tables import PLACES, all_tables, create, heads_of, table


@dataclass(frozen=True)
class Place:
    """Where a text stands at present."""

    pk: int
    version: int
    locale: str


def put(cursor: CursorWrapper, documents: Sequence[IndexedDocument]) -> Touched:
    """Write what is not older than what is there; return what it changes.

    Table by table: for a statement on another one SQLite ends the piece of the lists that
    full-text tables gather in memory, and all pieces are merged with others later.
    """
    offered = latest(documents)
    places = _places(cursor, [one.pk for one in offered])
    fresh = [one for one in offered if _is_new_enough(one, places.get(one.pk))]
    _take_out(cursor, _moved(fresh, places))
    create(cursor, {one.locale for one in fresh})
    _write_tokens(cursor, fresh)
    _write_places(cursor, [row_of(one) for one in fresh])
    touched = [(places[one.pk].locale, one.pk) for one in fresh if one.pk in places]
    return by_locale([*touched, *((one.locale, one.pk) for one in fresh)])


def _write_tokens(cursor: CursorWrapper, documents: Sequence[IndexedDocument]) -> None:
    by_table: dict[str, list[IndexedDocument]] = defaultdict(list)
    for document in documents:
        by_table[table(document.locale)].append(document)
    for name, group in by_table.items():
        rows = [_row(document) for document in group]
        cursor.executemany(
            f"INSERT OR REPLACE INTO {name} (rowid, title, headings, body) VALUES (%s, %s, %s, %s)",
            rows,
        )
        cursor.executemany(
            f"INSERT OR REPLACE INTO {heads_of(name)} (rowid, title, headings) VALUES (%s, %s, %s)",
            [row[:3] for row in rows],
        )


def _is_new_enough(document: IndexedDocument, place: Place | None) -> bool:
    return place is None or place.version <= document.version


def remove(cursor: CursorWrapper, pks: Iterable[int], version: int) -> Touched:
    """Take out what is not newer than a version; return what it changes."""
    touched: list[tuple[str, int]] = []
    for portion in portions(pks):
        gone = [place for place in _places(cursor, portion).values() if place.version <= version]
        _take_out(cursor, gone)
        cursor.executemany(
            f"DELETE FROM {PLACES} WHERE id = %s",
            [(place.pk,) for place in gone],
        )
        touched += ((place.locale, place.pk) for place in gone)
    return by_locale(touched)


def clear(cursor: CursorWrapper) -> None:
    """Take everything out."""
    for name in all_tables(cursor):
        cursor.execute(f"DELETE FROM {name}")
    cursor.execute(f"DELETE FROM {PLACES}")


def _moved(fresh: Iterable[IndexedDocument], places: Mapping[int, Place]) -> Iterator[Place]:
    """Yield where texts stand that will not be overwritten, for their language is another."""
    for one in fresh:
        if (place := places.get(one.pk)) and place.locale != one.locale:
            yield place


def _take_out(cursor: CursorWrapper, places: Iterable[Place]) -> None:
    for place in places:
        name = table(place.locale)
        for one in (name, heads_of(name)):
            cursor.execute(f"DELETE FROM {one} WHERE rowid = %s", [place.pk])


def _places(cursor: CursorWrapper, pks: Iterable[int]) -> dict[int, Place]:
    found: dict[int, Place] = {}
    for portion in portions(pks):
        cursor.execute(
            f"SELECT id, version, locale FROM {PLACES} WHERE id IN ({marks(portion)})",
            portion,
        )
        found |= {row[0]: Place(*row) for row in cursor.fetchall()}
    return found


def _write_places(cursor: CursorWrapper, rows: Sequence[tuple[Value, ...]]) -> None:
    cursor.executemany(
        f"INSERT OR REPLACE INTO {PLACES} ({', '.join(COLUMNS)}) VALUES ({marks(COLUMNS)})", rows
    )


def _row(document: IndexedDocument) -> tuple[int, str, str, str]:
    streams = sound_streams(document.streams)
    return (
        document.pk,
        streams.title,
        streams.headings,
        streams.body,
    )
