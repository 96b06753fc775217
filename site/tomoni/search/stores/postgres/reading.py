"""Finding and counting texts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.batches import portions
from tomoni.search.stores.embedded.looks import Look
from tomoni.search.stores.postgres.asking import LANGUAGE, by_index, texts_with
from tomoni.search.stores.postgres.expressions import token_of
from tomoni.search.stores.postgres.tables import TEXTS
from tomoni.search.stores.protocol import PASSAGE, Candidate, Wanted
from tomoni.search.stores.rows import CANDIDATE, candidate_of
from tomoni.search.stores.soundness import is_sound

# In how many places one statement may look.
AT_ONCE = 50
_VOCABULARY = f"""
SELECT word, ndoc FROM ts_stat('SELECT lexemes FROM {TEXTS} WHERE locale = ' || quote_literal(%s))
WHERE NOT starts_with(word, '{PASSAGE}')
"""
_DOCUMENTS = f"""
SELECT token, (
    SELECT count(*) FROM {TEXTS} WHERE {LANGUAGE} AND lexemes @@ query::tsquery
) FROM unnest(%s::text[], %s::text[]) AS asked (token, query)
"""


def found(cursor: CursorWrapper, locale: str, looks: Sequence[Look]) -> Iterator[Iterable[int]]:
    """Yield the texts that each look finds."""
    with by_index(cursor):
        for portion in portions(looks, AT_ONCE):
            asked = [texts_with(look, locale) for look in portion]
            sql = " UNION ALL ".join(
                f"SELECT {place}, array_agg(id) FROM ({one}) AS texts"
                for place, (one, _values) in enumerate(asked)
            )
            cursor.execute(sql, [value for _one, values in asked for value in values])
            numbers = dict(cursor.fetchall())
            yield from (numbers[place] or () for place in range(len(portion)))


def loaded(cursor: CursorWrapper, wanted: Wanted, pks: list[int]) -> list[Candidate]:
    """Return texts of a language with their tokens."""
    cursor.execute(
        f"SELECT {', '.join(CANDIDATE)} FROM {TEXTS} WHERE id = ANY(%s) AND {LANGUAGE}",
        [pks, wanted.locale],
    )
    return [candidate_of(row, wanted) for row in cursor.fetchall()]


def vocabulary(cursor: CursorWrapper, locale: str) -> list[tuple[str, int]]:
    """Return the tokens of a language with the number of its texts that hold each."""
    cursor.execute(_VOCABULARY, [locale])
    return cursor.fetchall()


def documents(cursor: CursorWrapper, tokens: Iterable[str], locale: str) -> Mapping[str, int]:
    """Return in how many texts of a language tokens stand."""
    sound = [token for token in tokens if is_sound(token)]
    with by_index(cursor):
        cursor.execute(_DOCUMENTS, [locale, sound, list(map(token_of, sound))])
        return {token: number for token, number in cursor.fetchall() if number}
