"""Finding and counting texts."""

from collections.abc import Iterable, Mapping

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.distances import chord_sql
from tomoni.search.stores.postgres.asking import Matches, limits_of
from tomoni.search.stores.postgres.expressions import any_of, token_of
from tomoni.search.stores.postgres.relevance import by_relevance, by_weight
from tomoni.search.stores.postgres.tables import TEXTS
from tomoni.search.stores.protocol import PASSAGE, Candidate, Order, Wanted
from tomoni.search.stores.questions import Question, question_of
from tomoni.search.stores.rows import CANDIDATE, candidate_of
from tomoni.search.stores.soundness import is_sound

_VOCABULARY = f"""
SELECT word, ndoc FROM ts_stat('SELECT lexemes FROM {TEXTS} WHERE locale = ' || quote_literal(%s))
WHERE NOT starts_with(word, '{PASSAGE}')
"""
_DOCUMENTS = f"""
SELECT token, (
    SELECT count(*) FROM {TEXTS} WHERE locale || '' = %s AND lexemes @@ query::tsquery
) FROM unnest(%s::text[], %s::text[]) AS asked (token, query)
"""


def asked(cursor: CursorWrapper, wanted: Wanted) -> Question | None:
    """Return what to ask for; None where no text can answer."""
    language = limits_of(Wanted(wanted.locale))
    return question_of(
        wanted, lambda token, most: Matches(cursor, token_of(token), language).up_to(most)
    )


def signatures(cursor: CursorWrapper, question: Question) -> Mapping[int, int]:
    """Count the texts that answer by facet signature."""
    matches = _matches(cursor, question, signatures=False)
    return dict(matches.rows("signature, count(*)", more="GROUP BY signature"))


def candidates(
    cursor: CursorWrapper, question: Question, *, limit: int, offset: int
) -> list[Candidate]:
    """Return texts that answer, in the wanted order."""
    pks = _ordered(cursor, question, limit=limit, offset=offset)
    found = {candidate.pk: candidate for candidate in _loaded(cursor, question.wanted, pks)}
    return [found[pk] for pk in pks if pk in found]


def vocabulary(cursor: CursorWrapper, locale: str) -> list[tuple[str, int]]:
    """Return the tokens of a language with the number of its texts that hold each."""
    cursor.execute(_VOCABULARY, [locale])
    return cursor.fetchall()


def documents(cursor: CursorWrapper, tokens: Iterable[str], locale: str) -> dict[str, int]:
    """Return in how many texts of a language tokens stand."""
    sound = [token for token in tokens if is_sound(token)]
    cursor.execute(_DOCUMENTS, [locale, sound, list(map(token_of, sound))])
    return {token: number for token, number in cursor.fetchall() if number}


def _matches(cursor: CursorWrapper, question: Question, *, signatures: bool) -> Matches:
    """Return what matches, whether or not with one of the wanted signatures."""
    limits = limits_of(question.wanted, signatures=signatures)
    if question.words:
        return Matches.of_words(cursor, question.words, limits)
    return Matches(cursor, any_of(map(token_of, question.tokens)), limits)


def _ordered(cursor: CursorWrapper, question: Question, *, limit: int, offset: int) -> list[int]:
    wanted = question.wanted
    matches = _matches(cursor, question, signatures=True)
    if wanted.order is Order.NEAREST and wanted.near is not None:
        latitude, longitude = wanted.near
        order = f"{chord_sql('latitude', 'longitude')} NULLS LAST, id DESC"
        near = (latitude, latitude, longitude)
        return matches.pks(order, near, limit=limit + offset)[offset:]
    if wanted.order in {Order.NEWEST, Order.SOONEST}:
        falling = "DESC" if wanted.order is Order.NEWEST else "ASC"
        order = f"date {falling} NULLS LAST, id DESC"
        return matches.pks(order, limit=limit + offset)[offset:]
    if question.tokens:
        limits = limits_of(wanted)
        return by_weight(cursor, question.tokens, limits, limit=limit, offset=offset)
    return by_relevance(matches, question.words, limit=limit, offset=offset)


def _loaded(cursor: CursorWrapper, wanted: Wanted, pks: list[int]) -> list[Candidate]:
    cursor.execute(f"SELECT {', '.join(CANDIDATE)} FROM {TEXTS} WHERE id = ANY(%s)", [pks])
    return [candidate_of(row, wanted) for row in cursor.fetchall()]
