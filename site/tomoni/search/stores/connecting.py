"""A cursor on the default database whose failures are the store's, not the caller's."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.db import Error, connection, transaction
from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.protocol import StoreUnavailableError


@contextmanager
def reading() -> Iterator[CursorWrapper]:
    """Give a cursor for questions; one that fails leaves the caller's transaction whole.

    Only PostgreSQL breaks a transaction for a question that failed. On SQLite a savepoint would
    begin a transaction, and with it wait for whoever writes.
    """
    savepoint = transaction.atomic() if connection.vendor == "postgresql" else nullcontext()
    with _answering(), savepoint, connection.cursor() as cursor:
        yield cursor


@contextmanager
def writing() -> Iterator[CursorWrapper]:
    """Give a cursor for a change that is made as a whole or not at all."""
    with _answering(), transaction.atomic(), connection.cursor() as cursor:
        yield cursor


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except Error as error:
        raise StoreUnavailableError(str(error)) from error
