"""Insert very many small rows: models would take longer for them than all else together."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Model

from tomoni.search.stores.batches import portions

AT_ONCE = 5_000

Value = bool | int | str | bytes


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[tuple[Value, ...]]) -> None:
    """Insert rows of a model, their values in the order of `columns`."""
    table = connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001 -- public in fact
    names = ", ".join(map(connection.ops.quote_name, columns))
    marks = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        for chunk in portions(rows, AT_ONCE):
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", chunk)  # noqa: S608
