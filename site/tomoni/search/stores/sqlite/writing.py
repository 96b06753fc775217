"""Putting texts into the full-text tables and taking them out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.batches import latest, marks, portions
from tomoni.search.stores.embedded.stamps import Touched, by_locale
from tomoni.search.stores.protocol import IndexedDocument
from tomoni.search.stores.rows import COLUMNS, row_of
from tomoni.search.stores.soundness import sound_streams
from tomoni.search.stores.sqlite.tables import (
    HIGH,
    PLACES,
    SIGNATURE_BITS,
    all_tables,
    create,
    heads_of,
    rowid,
    table,
)


@dataclass(frozen=True)
class Place:
    """Where a text stands at present."""

    pk: int
    version: int
    locale: str
    signature: int

    @property
    def rowid(self) -> int:
        return rowid(self.pk, self.signature)


def put(cursor: CursorWrapper, documents: Sequence[IndexedDocument]) -> Touched:
    """Write what is not older than what is there; return what it changes."""
    offered = latest(documents)
    places = _places(cursor, [document.pk for document in offered])
    fresh = [
        document
        for document in offered
        if document.pk not in places or places[document.pk].version <= document.version
    ]
    create(cursor, {document.locale for document in fresh})
    _make_room(cursor, fresh, places)
    _write_places(cursor, fresh)
    by_table: dict[str, list[IndexedDocument]] = defaultdict(list)
    for document in fresh:
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
    former = [(places[one.pk].locale, one.pk) for one in fresh if one.pk in places]
    return by_locale([*former, *((one.locale, one.pk) for one in fresh)])


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


def _make_room(
    cursor: CursorWrapper, fresh: Sequence[IndexedDocument], places: dict[int, Place]
) -> None:
    """Take out rows that will not be overwritten: of another language or signature, or strays."""
    moved = [
        places[document.pk]
        for document in fresh
        if document.pk in places
        and (
            places[document.pk].locale != document.locale
            or places[document.pk].rowid != rowid(document.pk, document.signature)
        )
    ]
    _take_out(cursor, moved)
    for document in fresh:
        if document.pk not in places:
            _drop_stray(cursor, document)


def _drop_stray(cursor: CursorWrapper, document: IndexedDocument) -> None:
    name = table(document.locale)
    first = document.pk << SIGNATURE_BITS
    bounds = [first, first + HIGH]
    cursor.execute(f"SELECT id FROM {name}_docsize WHERE id BETWEEN %s AND %s", bounds)
    strays = cursor.fetchall()
    if strays:
        _delete(cursor, name, [number for (number,) in strays])


def _take_out(cursor: CursorWrapper, places: Iterable[Place]) -> None:
    for place in places:
        _delete(cursor, table(place.locale), [place.rowid])


def _delete(cursor: CursorWrapper, name: str, rowids: Sequence[int]) -> None:
    for one in (name, heads_of(name)):
        cursor.executemany(f"DELETE FROM {one} WHERE rowid = %s", [(rowid,) for rowid in rowids])


def _places(cursor: CursorWrapper, pks: Iterable[int]) -> dict[int, Place]:
    found: dict[int, Place] = {}
    for portion in portions(pks):
        cursor.execute(
            f"SELECT id, version, locale, signature FROM {PLACES} WHERE id IN ({marks(portion)})",
            portion,
        )
        found |= {row[0]: Place(*row) for row in cursor.fetchall()}
    return found


def _write_places(cursor: CursorWrapper, documents: Iterable[IndexedDocument]) -> None:
    cursor.executemany(
        f"INSERT OR REPLACE INTO {PLACES} ({', '.join(COLUMNS)}) VALUES ({marks(COLUMNS)})",
        [row_of(document) for document in documents],
    )


def _row(document: IndexedDocument) -> tuple[int, str, str, str]:
    streams = sound_streams(document.streams)
    return (
        rowid(document.pk, document.signature),
        streams.title,
        streams.headings,
        streams.body,
    )
