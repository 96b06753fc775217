"""The full-text tables of the languages, two for each; a row's number is its text's.

One holds all fields; a small one the titles and headings alone, for they decide about the order
where very many texts match, and are found there without reading all the places in bodies.
"""

import re
from collections.abc import Iterable

from django.db.backends.utils import CursorWrapper

from tomoni.search.models import StoredText

PLACES = StoredText._meta.db_table  # noqa: SLF001

# Bytes of postings gathered in memory before they are written: fewer, larger pieces to merge.
GATHERED = 64 * 1024 * 1024


def table(locale: str) -> str:
    """Return the name of a language's full-text table."""
    return "tomoni_search_fts_" + re.sub("[^a-z0-9]+", "_", locale.lower())


def heads_of(name: str) -> str:
    """Return the name of the table with the titles and headings of a full-text table."""
    return f"{name}_heads"


def terms_of(name: str) -> str:
    """Return the name of the table that lists the terms of a full-text table."""
    return f"{name}_terms"


def exists(cursor: CursorWrapper, name: str) -> bool:
    cursor.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = %s", [name])
    return cursor.fetchone() is not None


def create(cursor: CursorWrapper, locales: Iterable[str]) -> None:
    """Create the tables that are missing.

    The tokenizer takes every sign beyond ASCII for a letter, so our tokens stay as they are.
    """
    for name in sorted({table(locale) for locale in locales}):
        if not exists(cursor, name):
            _create(cursor, name, "title, headings, body")
            cursor.execute(f"CREATE VIRTUAL TABLE {terms_of(name)} USING fts5vocab({name}, 'row')")
        if not exists(cursor, heads_of(name)):
            _create(cursor, heads_of(name), "title, headings")
            cursor.execute(
                f"INSERT INTO {heads_of(name)} (rowid, title, headings)"
                f" SELECT rowid, title, headings FROM {name}"
            )


def _create(cursor: CursorWrapper, name: str, columns: str) -> None:
    cursor.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, tokenize = 'ascii')")
    cursor.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', {GATHERED})")


def all_tables(cursor: CursorWrapper) -> list[str]:
    """Return the names of the full-text tables that there are."""
    cursor.execute(
        "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE tomoni_search_fts_%%'"
        " AND sql LIKE '%%USING fts5(%%' ORDER BY name",
        [],
    )
    return [name for (name,) in cursor.fetchall()]


def drop_strays(cursor: CursorWrapper) -> None:
    """Take out rows that nothing leads to: emptying a database empties only Django's tables."""
    for name in all_tables(cursor):
        cursor.execute(
            f"DELETE FROM {name} WHERE rowid IN (SELECT f.id FROM {name}_docsize AS f"
            f" LEFT JOIN {PLACES} AS p ON p.id = f.id WHERE p.id IS NULL)"
        )
