"""The store within PostgreSQL: tokens as lexemes in one indexed column."""

from tomoni.search.stores.postgres.store import PostgresStore

__all__ = ["PostgresStore"]
