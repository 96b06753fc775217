"""The columns beside those that Django knows, where the tokens lie, and their indexes.

Long values lie outside of the rows, so that the ten thousand rows of a common word fit into few
pages.
"""

from django.db.backends.utils import CursorWrapper

from tomoni.search.models import StoredText

TEXTS = StoredText._meta.db_table  # noqa: SLF001

_COLUMNS = {
    "title": "text NOT NULL DEFAULT ''",
    "headings": "text NOT NULL DEFAULT ''",
    "body": "text NOT NULL DEFAULT ''",
    "lexemes": "tsvector NOT NULL DEFAULT ''",
    # Where the lexemes carry no places, for the text is too long for them.
    "is_long": "boolean NOT NULL DEFAULT false",
}
_ADDED = ", ".join(f"ADD COLUMN IF NOT EXISTS {name} {kind}" for name, kind in _COLUMNS.items())
# Changes gather in a list (kB) that each writer sorts into the index when it is done: one by one
# they take twenty times as long, and a list that is left slows every search.
_GIN = f"ON {TEXTS} USING gin (lexemes) WITH (fastupdate = on, gin_pending_list_limit = 262144)"
INDEXES = ("tomoni_search_lexemes", "tomoni_search_long")
_STATEMENTS = (
    f"ALTER TABLE {TEXTS} {_ADDED}",
    f"ALTER TABLE {TEXTS} SET (toast_tuple_target = 128)",
    f"CREATE INDEX IF NOT EXISTS tomoni_search_lexemes {_GIN}",
    f"CREATE INDEX IF NOT EXISTS tomoni_search_long {_GIN} WHERE is_long",
)


def create(cursor: CursorWrapper) -> None:
    """Create the columns and indexes that are missing."""
    cursor.execute(
        "SELECT 1 FROM pg_indexes WHERE schemaname = current_schema()"
        " AND indexname = 'tomoni_search_long'"
    )
    if cursor.fetchone() is None:
        for statement in _STATEMENTS:
            cursor.execute(statement)


def settle(cursor: CursorWrapper) -> None:
    """Sort what was written into the indexes, in as few rounds as memory allows."""
    cursor.execute("SET LOCAL work_mem = '64MB'")
    for name in INDEXES:
        cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [name])
