"""Questions to the table: which texts hold what is looked for."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.embedded.looks import Look
from tomoni.search.stores.postgres.expressions import (
    expressions_of,
    has_phrases,
    scattered,
    spelled_out,
)
from tomoni.search.stores.postgres.tables import TEXTS
from tomoni.search.stores.rows import Value

# Not `locale = %s`, which has an index that knows nothing of words.
LANGUAGE = "locale || '' = %s"
_WHOLE = "' ' || title || ' ¶ ' || headings || ' ¶ ' || body || ' '"


@contextmanager
def by_index(cursor: CursorWrapper) -> Iterator[None]:
    """Let questions be answered by the index of lexemes alone.

    PostgreSQL does not reckon with what it costs to fetch lexemes that lie outside of their rows:
    it would rather read them all than look a common word up, which takes a hundred times as long.
    Told so, it reckons with plans so dear that it compiles them first, for a third of a second.
    """
    cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL jit = off")
    yield
    cursor.execute("SET LOCAL enable_seqscan TO DEFAULT; SET LOCAL jit TO DEFAULT")


def texts_with(look: Look, locale: str) -> tuple[str, list[Value]]:
    """Return SQL for the texts that a look finds, some of them twice, and its values.

    In texts too long for places phrases are looked for in the text itself.
    """
    queries = expressions_of(look)
    one = f"SELECT id FROM {TEXTS} WHERE lexemes @@ %s::tsquery AND {LANGUAGE}"
    found = " UNION ALL ".join([one] * len(queries))
    values: list[Value] = [value for query in queries for value in (query, locale)]
    if not has_phrases(look):
        return found, values
    spelled, phrases = spelled_out(look.ways, "whole")
    long = (
        f"SELECT texts.id FROM {TEXTS} AS texts, LATERAL (SELECT {_WHOLE} AS whole) AS w"
        f" WHERE is_long AND lexemes @@ %s::tsquery AND {LANGUAGE} AND {spelled}"
    )
    return f"{found} UNION ALL {long}", [*values, scattered(look.ways), locale, *phrases]
