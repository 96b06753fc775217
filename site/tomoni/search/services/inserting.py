"""Insert very many rows: models would take longer for them than all else together."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model

from tomoni.search.stores.batches import portions

AT_ONCE = 5_000


# Values are what the database takes: numbers and text, of some databases objects of their own.
def insert(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], *, over: str = ""
) -> None:
    """Insert rows of a model, their values in the order of `columns`.

    A row whose value of the unique column `over` is there already takes that one's place.
    """
    quoted = connection.ops.quote_name
    table = quoted(model._meta.db_table)  # noqa: SLF001 -- public in fact
    names = ", ".join(map(quoted, columns))
    marks = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
    if over:
        changes = ", ".join(f"{quoted(one)} = EXCLUDED.{quoted(one)}" for one in columns)
        statement += f" ON CONFLICT ({quoted(over)}) DO UPDATE SET {changes}"
    with connection.cursor() as cursor:
        for chunk in portions(rows, AT_ONCE):
            cursor.executemany(statement, chunk)
