"""Which store holds the texts."""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from tomoni.search.stores.postgres import PostgresStore
from tomoni.search.stores.protocol import Store
from tomoni.search.stores.sqlite import SqliteStore

_BY_VENDOR: dict[str, type[Store]] = {"sqlite": SqliteStore, "postgresql": PostgresStore}


def embedded() -> Store:
    """Return the store within the default database; it is always kept, whatever other there is."""
    kind = _BY_VENDOR.get(connection.vendor)
    if kind is None:
        raise ImproperlyConfigured(f"Search does not know the database {connection.vendor}.")
    return kind()
