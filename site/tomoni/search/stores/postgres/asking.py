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
_BY_INDEX = {"enable_seqscan": "off", "jit": "off", "max_parallel_workers_per_gather": "0"}
_WHOLE = "' ' || title || ' ¶ ' || headings || ' ¶ ' || body || ' '"


@contextmanager
def by_index(cursor: CursorWrapper) -> Iterator[None]:
    """Let questions be answered by the index of lexemes alone.

    PostgreSQL does not reckon with what it costs to fetch lexemes that lie outside of their rows:
    it would rather read them all than look a common word up, which takes a hundred times as long.
    Told so, it reckons with plans so dear that it compiles them first, for a third of a second, or
    calls workers for them, which takes three times as long as the work.
    """
    cursor.execute(_set(**_BY_INDEX))
    yield
    cursor.execute(_set(**dict.fromkeys(_BY_INDEX, "DEFAULT")))


def _set(**parameters: str) -> str:
    return "; ".join(f"SET LOCAL {name} TO {value}" for name, value in parameters.items())


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
