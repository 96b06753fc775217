"""A place of their own for benchmarks in the database at hand."""

from collections.abc import Iterator
from contextlib import contextmanager

SCHEMA = "tomoni_benchmark"


@contextmanager
def own_schema() -> Iterator[None]:
    """On PostgreSQL, let all tables be made in a schema that is dropped afterwards."""
    from django.db import connection  # noqa: PLC0415 -- app ready

    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        cursor.execute(f"SET search_path TO {SCHEMA}")
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {SCHEMA} CASCADE")
