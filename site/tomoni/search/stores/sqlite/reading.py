"""Finding and counting texts."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.batches import marks, portions
from tomoni.search.stores.embedded.looks import Field, Look
from tomoni.search.stores.protocol import PASSAGE, Candidate, Wanted
from tomoni.search.stores.rows import CANDIDATE, STREAMS, candidate_of
from tomoni.search.stores.soundness import is_sound
from tomoni.search.stores.sqlite.expressions import expression_of
from tomoni.search.stores.sqlite.tables import PLACES, exists, heads_of, table, terms_of

# How many terms are read at once.
PAGE_OF_TERMS = 5_000


def found(cursor: CursorWrapper, locale: str, looks: Sequence[Look]) -> Iterator[Iterable[int]]:
    """Yield the texts that each look finds.

    Their numbers come as one text: to make rows of them takes three times as long.
    """
    name = table(locale)
    there = exists(cursor, name)
    for look in looks:
        numbers = "[]"
        if there:
            source = name if look.field is Field.ANY else heads_of(name)
            sql = f"SELECT json_group_array(rowid) FROM {source} WHERE {source} MATCH %s"
            cursor.execute(sql, [expression_of(look)])
            (numbers,) = cursor.fetchone()
        yield json.loads(numbers)


def loaded(cursor: CursorWrapper, wanted: Wanted, pks: Sequence[int]) -> list[Candidate]:
    """Return texts of a language with their tokens."""
    name = table(wanted.locale)
    if not pks or not exists(cursor, name):
        return []
    columns = ", ".join(f"{'f' if name in STREAMS else 'p'}.{name}" for name in CANDIDATE)
    cursor.execute(
        f"SELECT {columns} FROM {PLACES} AS p CROSS JOIN {name} AS f ON f.rowid = p.id"
        f" WHERE p.id IN ({marks(pks)}) AND p.locale = %s",
        [*pks, wanted.locale],
    )
    return [candidate_of(row, wanted) for row in cursor.fetchall()]


def vocabulary(cursor: CursorWrapper, locale: str) -> Iterator[tuple[str, int]]:
    """Yield the terms of a language, page by page: the caller may write in between."""
    last = ""
    while True:
        cursor.execute(
            f"SELECT term, doc FROM {terms_of(table(locale))} WHERE term > %s"
            f" ORDER BY term LIMIT {PAGE_OF_TERMS}",
            [last],
        )
        page = cursor.fetchall()
        yield from ((term, number) for term, number in page if term != PASSAGE)
        if len(page) < PAGE_OF_TERMS:
            return
        last = page[-1][0]


def documents(cursor: CursorWrapper, tokens: Iterable[str], locale: str) -> Mapping[str, int]:
    """Return in how many texts of a language tokens stand."""
    counts: dict[str, int] = {}
    if exists(cursor, table(locale)):
        for portion in portions([token for token in tokens if is_sound(token)]):
            cursor.execute(
                f"SELECT term, doc FROM {terms_of(table(locale))} WHERE term IN ({marks(portion)})",
                portion,
            )
            counts.update(cursor.fetchall())
    return counts
