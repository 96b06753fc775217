"""Finding and counting texts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.batches import marks, portions
from tomoni.search.stores.distances import chord_sql
from tomoni.search.stores.protocol import PASSAGE, Candidate, Order, Wanted
from tomoni.search.stores.questions import Question, question_of
from tomoni.search.stores.rows import CANDIDATE, STREAMS, candidate_of
from tomoni.search.stores.soundness import is_sound
from tomoni.search.stores.sqlite.asking import Matches, limits_of
from tomoni.search.stores.sqlite.expressions import all_of, any_of, token_of, word_of
from tomoni.search.stores.sqlite.relevance import Relevance, by_weight
from tomoni.search.stores.sqlite.tables import (
    PLACES,
    ROWID,
    exists,
    table,
    terms_of,
)

# How many terms are read at once.
PAGE_OF_TERMS = 5_000


def asked(cursor: CursorWrapper, wanted: Wanted) -> Question | None:
    """Return what to ask for; None where no text can answer."""
    name = table(wanted.locale)
    if not exists(cursor, name):
        return None
    return question_of(
        wanted, lambda token, most: Matches(cursor, name, token_of(token)).up_to(most)
    )


def signatures(cursor: CursorWrapper, question: Question) -> Mapping[int, int]:
    """Count the texts that answer by facet signature."""
    return _matches(cursor, question, signatures=False).signatures()


def candidates(
    cursor: CursorWrapper, question: Question, *, limit: int, offset: int
) -> list[Candidate]:
    """Return texts that answer, in the wanted order."""
    loaded: dict[int, Candidate] = {}

    def load(pks: Sequence[int]) -> list[Candidate]:
        for portion in portions(pk for pk in pks if pk not in loaded):
            loaded.update((one.pk, one) for one in _loaded(cursor, question.wanted, portion))
        return [loaded[pk] for pk in pks if pk in loaded]

    matches = _matches(cursor, question, signatures=True)
    return load(_ordered(matches, question, load, limit=limit, offset=offset))


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


def documents(cursor: CursorWrapper, tokens: Iterable[str], locale: str) -> dict[str, int]:
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


def _matches(cursor: CursorWrapper, question: Question, *, signatures: bool) -> Matches:
    """Return what matches, whether or not with one of the wanted signatures."""
    if question.words:
        expression = all_of(map(word_of, question.words))
    else:
        expression = any_of(map(token_of, question.tokens))
    limits = limits_of(question.wanted, signatures=signatures)
    return Matches(cursor, table(question.wanted.locale), expression, limits)


def _ordered(
    matches: Matches,
    question: Question,
    load: Callable[[Sequence[int]], list[Candidate]],
    *,
    limit: int,
    offset: int,
) -> list[int]:
    wanted = question.wanted
    if wanted.order is Order.NEAREST and wanted.near is not None:
        latitude, longitude = wanted.near
        order = f"p.latitude IS NULL, {chord_sql('p.latitude', 'p.longitude')}, p.id DESC"
        near = (latitude, latitude, longitude)
        return matches.pks(order, near, limit=limit + offset)[offset:]
    if wanted.order in {Order.NEWEST, Order.SOONEST}:
        falling = "DESC" if wanted.order is Order.NEWEST else "ASC"
        order = f"p.date IS NULL, p.date {falling}, p.id DESC"
        return matches.pks(order, limit=limit + offset)[offset:]
    if question.tokens:
        return by_weight(matches, question.tokens, limit=limit, offset=offset)
    return Relevance(matches, question.words, load).pks(limit=limit, offset=offset)


def _loaded(cursor: CursorWrapper, wanted: Wanted, pks: list[int]) -> list[Candidate]:
    columns = ", ".join(f"{'f' if name in STREAMS else 'p'}.{name}" for name in CANDIDATE)
    cursor.execute(
        f"SELECT {columns} FROM {PLACES} AS p"
        f" CROSS JOIN {table(wanted.locale)} AS f ON f.rowid = {ROWID}"
        f" WHERE p.id IN ({marks(pks)}) AND p.locale = %s",
        [*pks, wanted.locale],
    )
    return [candidate_of(row, wanted) for row in cursor.fetchall()]
