"""An index that an older version of the product wrote is found again after the update."""

import importlib
from types import SimpleNamespace

import pytest
from django.db import connection
from tests.search.stores.documents import found, text, wanted

from tomoni.search.stores.embedded import snapshots
from tomoni.search.stores.sqlite.tables import heads_of, table

MIGRATION = importlib.import_module("tomoni.search.migrations.0009_rows_numbered_as_texts")


@pytest.fixture
def former(embedded_store):
    """The store with rows numbered as they were, with strays that nothing leads to."""
    embedded_store.put(
        [text(1, "ごみ", title="袋", signature=5), text(4097, "水", signature=70_000)]
    )
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for name in (table("ja"), heads_of(table("ja"))):
                columns = "title, headings" if name.endswith("_heads") else "title, headings, body"
                rows = f"SELECT rowid AS id, {columns} FROM {name}"  # noqa: S608
                cursor.execute(f"CREATE TEMP TABLE old AS {rows}")
                cursor.execute(f"DELETE FROM {name}")  # noqa: S608
                for number, of in (
                    ("(id << 12) | 5", 1),
                    ("(id << 12) | 4095", 4097),
                    # Of another signature, and of a text that is no more.
                    ("(1 << 12) | 6", 4097),
                    ("(4097 << 12) | 5", 1),
                    ("(9 << 12) | 5", 1),
                ):
                    moved = f"SELECT {number}, {columns} FROM old WHERE id = {of}"  # noqa: S608
                    cursor.execute(f"INSERT INTO {name} (rowid, {columns}) {moved}")
                cursor.execute("DROP TABLE old")
    snapshots.forget()
    return embedded_store


def test_rows_get_the_numbers_of_their_texts(former):
    MIGRATION.renumber(None, SimpleNamespace(connection=connection))
    snapshots.forget()

    assert found(former, wanted("ごみ")) == [1]
    assert found(former, wanted("水")) == [4097]
    assert found(former, wanted("袋")) == [1]
    assert dict(former.vocabulary(locale="ja")) == {"ごみ": 1, "袋": 1, "水": 1}
