"""The rough order by relevance, of some hundred texts at most, however many there are.

Where more match, those with all words in the title come first, then those with any word in the
title or the headings, then the rest; and of each that holds too many, the newest.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from django.db.backends.utils import CursorWrapper

from tomoni.search.analysis.tokens import Way
from tomoni.search.stores.postgres.asking import NEWEST, Limits, Matches
from tomoni.search.stores.postgres.expressions import in_headings, in_title, token_of
from tomoni.search.stores.postgres.tables import TEXTS
from tomoni.search.stores.postgres.vectors import IN_HEADINGS, IN_TITLE

MOST_ORDERED = 500

# How much a token weighs in the body, in the title too, in the headings too.
FIELDS = {"": 1.0, IN_TITLE: 3.0, IN_HEADINGS: 1.0}

# By the weights of the body, of nothing, of the headings and the title; 1 divides by
# 1 + log(length).
_RANK = "ts_rank('{0.125, 0.125, 0.4, 1.0}', lexemes, %s::tsquery, 1) * boost DESC, id + 0 DESC"

_BY_WEIGHT = f"""
SELECT id FROM (VALUES {{tokens}}) AS asked (query, weight)
JOIN {TEXTS} ON lexemes @@ query WHERE {{limits}}
GROUP BY id ORDER BY sum(weight) * boost / (4 + ln(1 + length)) DESC, id DESC
LIMIT {{limit}} OFFSET {{offset}}
"""


def by_relevance(
    matches: Matches, words: Sequence[Sequence[Way]], *, limit: int, offset: int
) -> list[int]:
    """Return the texts that `matches`, all of some words, finds; the best first."""
    needed = limit + offset
    if matches.up_to(MOST_ORDERED + 1) <= MOST_ORDERED:
        return _ordered(matches, needed)[offset:]
    ranked = (pk for stage in _stages(matches, words) for pk in _newest_ordered(stage, needed))
    return list(islice(ranked, offset, needed))


def by_weight(
    cursor: CursorWrapper,
    tokens: Mapping[str, float],
    limits: Limits,
    *,
    limit: int,
    offset: int,
) -> list[int]:
    """Return the texts with any of some tokens, in the order of the weights that they hold."""
    values: list[str | float] = []
    for token, weight in tokens.items():
        for mark, times in FIELDS.items():
            values += [token_of(mark + token), weight * times]
    marks = ", ".join(["(%s::tsquery, %s::float8)"] * (len(values) // 2))
    sql = _BY_WEIGHT.format(tokens=marks, limits=limits.sql, limit=limit, offset=offset)
    cursor.execute(sql, [*values, *limits.values])
    return [pk for (pk,) in cursor.fetchall()]


def _stages(matches: Matches, words: Sequence[Sequence[Way]]) -> Iterator[Matches]:
    all_in_title, any_in_headings = in_title(words), in_headings(words)
    yield matches.narrowed(all_in_title)
    yield matches.narrowed(f"{any_in_headings} & !{all_in_title}")
    yield matches.narrowed(f"!{any_in_headings}")


def _newest_ordered(stage: Matches, needed: int) -> list[int]:
    if stage.up_to(MOST_ORDERED + 1) <= MOST_ORDERED:
        return _ordered(stage, needed)
    return stage.pks(NEWEST, limit=needed)


def _ordered(matches: Matches, limit: int) -> list[int]:
    return matches.pks(_RANK, (matches.query,), limit=limit)
