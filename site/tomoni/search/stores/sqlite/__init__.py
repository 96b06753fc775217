"""The store within SQLite: full-text tables (FTS5), one for each language."""

from tomoni.search.stores.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
