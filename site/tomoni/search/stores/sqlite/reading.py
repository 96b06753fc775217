"""Finding and counting texts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.batches import marks, portions
from tomoni.search.stores.distances import chord_sql
from tomoni.search.stores.graded import chosen
from tomoni.search.stores.protocol import PASSAGE, Candidate, Order, Wanted
from tomoni.search.stores.rows import CANDIDATE, STREAMS, candidate_of
from tomoni.search.stores.soundness import is_sound
from tomoni.search.stores.sqlite.asking import Matches, limits_of
from tomoni.search.stores.sqlite.expressions import all_of, any_of, token_of, words_of
from tomoni.search.stores.sqlite.relevance import by_relevance, by_weight
from tomoni.search.stores.sqlite.tables import (
    HIGH,
    PLACES,
    ROWID,
    SIGNATURE,
    exists,
    table,
    terms_of,
)

# How many terms are read at once.
PAGE_OF_TERMS = 5_000


@dataclass(frozen=True)
class Question:
    """A question in FTS5's words: expressions all of which, or tokens any of which must match."""

    wanted: Wanted
    words: Sequence[str]
    tokens: Mapping[str, float]

    @property
    def expression(self) -> str:
        return all_of(self.words) if self.words else any_of(map(token_of, self.tokens))


def asked(cursor: CursorWrapper, wanted: Wanted) -> Question | None:
    """Return what to ask for; None where no text can answer."""
    if not exists(cursor, table(wanted.locale)):
        return None
    if wanted.words:
        words = words_of(wanted.words)
        return None if words is None else Question(wanted, words, {})
    name = table(wanted.locale)

    def count(token: str, most: int) -> int:
        return Matches(cursor, name, token_of(token)).up_to(most)

    tokens = {token: wanted.tokens[token] for token in chosen(wanted.tokens, count)}
    return Question(wanted, (), tokens) if tokens else None


def signatures(cursor: CursorWrapper, question: Question) -> Mapping[int, int]:
    """Count the texts that answer by facet signature."""
    limits = limits_of(question.wanted, signatures=False)
    matches = Matches(cursor, table(question.wanted.locale), question.expression, limits)
    found = Counter(matches.gathered(SIGNATURE, joined=False))
    if str(HIGH) in found:
        found = Counter(matches.gathered("p.signature", joined=True))
    return {int(signature): number for signature, number in found.items()}


def candidates(
    cursor: CursorWrapper, question: Question, *, limit: int, offset: int
) -> list[Candidate]:
    """Return texts that answer, in the wanted order."""
    wanted = question.wanted
    matches = Matches(cursor, table(wanted.locale), question.expression, limits_of(wanted))
    pks = _ordered(matches, question, limit=limit, offset=offset)
    found = {
        candidate.pk: candidate
        for portion in portions(pks)
        for candidate in _loaded(cursor, wanted, portion)
    }
    return [found[pk] for pk in pks if pk in found]


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


def _ordered(matches: Matches, question: Question, *, limit: int, offset: int) -> list[int]:
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
    return by_relevance(matches, question.words, limit=limit, offset=offset)


def _loaded(cursor: CursorWrapper, wanted: Wanted, pks: list[int]) -> list[Candidate]:
    columns = ", ".join(f"{'f' if name in STREAMS else 'p'}.{name}" for name in CANDIDATE)
    cursor.execute(
        f"SELECT {columns} FROM {PLACES} AS p"
        f" CROSS JOIN {table(wanted.locale)} AS f ON f.rowid = {ROWID}"
        f" WHERE p.id IN ({marks(pks)}) AND p.locale = %s",
        [*pks, wanted.locale],
    )
    return [candidate_of(row, wanted) for row in cursor.fetchall()]
