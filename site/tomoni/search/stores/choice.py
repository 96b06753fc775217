"""Which store holds the texts, and which one answers."""

from functools import cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.db import connection

from tomoni.search.stores.elasticsearch.configuring import read
from tomoni.search.stores.fallback import FallbackStore, StoreInUse
from tomoni.search.stores.postgres import PostgresStore
from tomoni.search.stores.protocol import EmbeddedStore, Store
from tomoni.search.stores.sqlite import SqliteStore

_BY_VENDOR: dict[str, type[EmbeddedStore]] = {"sqlite": SqliteStore, "postgresql": PostgresStore}


def embedded() -> EmbeddedStore:
    """Return the store within the default database; it is always kept, whatever other there is."""
    kind = _BY_VENDOR.get(connection.vendor)
    if kind is None:
        raise ImproperlyConfigured(f"Search does not know the database {connection.vendor}.")
    return kind()


def remote() -> FallbackStore | None:
    """Return the store on a server, where the settings ask for one: the same in each thread.

    Its questions are answered by the embedded store while the server does not answer.
    """
    if settings.TOMONI_SEARCH["STORE"] != "elasticsearch":
        return None
    return _elasticsearch()


def answering() -> Store:
    """Return the store to ask: it always answers, as long as the database does."""
    return remote() or embedded()


def in_use() -> StoreInUse:
    """Return which store answers in this process."""
    chosen = remote()
    return chosen.in_use if chosen else StoreInUse(embedded().name)


@cache
def _elasticsearch() -> FallbackStore:
    from tomoni.search.stores.elasticsearch.store import (  # noqa: PLC0415 -- optional
        ElasticsearchStore,
    )

    return FallbackStore(ElasticsearchStore(read(settings.TOMONI_SEARCH)), embedded())


def _forget(*, setting: str, **_: object) -> None:
    """Connect anew where a test changes the setting."""
    if setting == "TOMONI_SEARCH" and _elasticsearch.cache_info().currsize:
        _elasticsearch().close()
        _elasticsearch.cache_clear()


setting_changed.connect(_forget)
