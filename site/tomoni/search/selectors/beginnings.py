"""Ask the database which titles somebody may be typing: one question, whatever its size."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from tomoni.search.beginnings import BEHIND, head_length, stored
from tomoni.search.models import SuggestionKey

TABLE = SuggestionKey._meta.db_table  # noqa: SLF001 -- public in fact
# Of a longer beginning so many rows are read, in the order of their keys, and the best taken.
MOST_READ = 1500
MOST_READ_BY_WORDS = 300

BY_HEAD = (
    f"SELECT document, rank FROM {TABLE}"  # noqa: S608
    " WHERE locale = %s AND head = %s AND is_first ORDER BY rank"
)
BY_KEY = (
    f"SELECT document, rank FROM {TABLE}"  # noqa: S608
    " WHERE locale = %s AND is_first = %s AND key >= %s AND key < %s ORDER BY key LIMIT %s"
)
IN_RANGE = "(o.key >= %s AND o.key < %s)"

Prefixes = Sequence[str]
Part = tuple[str, list[str | int | bytes]]


@dataclass(frozen=True)
class Typed:
    """What was typed, as keys of a language begin: as a whole, and where it has words by these."""

    locale: str
    whole: Prefixes
    words: tuple[Prefixes, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A text whose title may be meant; `scattered` where its words do not stand as typed."""

    document: int
    rank: int
    scattered: bool


def candidates(asked: Iterable[Typed], *, limit: int) -> dict[str, tuple[Candidate, ...]]:
    """Return by language the best texts whose titles go on as typed, the best first."""
    parts: list[Part] = []
    meant: list[tuple[str, bool]] = []
    for typed in asked:
        for scattered, scans in ((False, _whole(typed)), (True, _by_words(typed))):
            for sql, values in scans:
                best = f"SELECT {len(meant)}, document, rank FROM ({sql}) AS d"  # noqa: S608
                best = f"SELECT * FROM ({best} ORDER BY rank LIMIT %s) AS p"  # noqa: S608
                parts.append((best, [*values, limit]))
                meant.append((typed.locale, scattered))
    found: dict[str, dict[int, Candidate]] = {}
    for number, document, rank in _rows(parts):
        locale, scattered = meant[number]
        one = Candidate(document, rank, scattered)
        known = found.setdefault(locale, {}).setdefault(document, one)
        if _order(one) < _order(known):
            found[locale][document] = one
    return {code: tuple(sorted(ones.values(), key=_order)[:limit]) for code, ones in found.items()}


def _order(one: Candidate) -> tuple[bool, int, int]:
    return (one.scattered, one.rank, one.document)


def _rows(parts: Sequence[Part]) -> list[tuple[int, int, int]]:
    if not parts:
        return []
    with connection.cursor() as cursor:
        values = [value for _sql, own in parts for value in own]
        cursor.execute(" UNION ALL ".join(sql for sql, _own in parts), values)
        return list(cursor.fetchall())


def _whole(typed: Typed) -> Iterator[Part]:
    for prefix in typed.whole:
        if len(prefix) == head_length(prefix):
            yield BY_HEAD, [typed.locale, prefix]
            yield _range(typed.locale, prefix, is_first=False, most=MOST_READ)
        else:
            yield from _ranges(typed.locale, prefix, MOST_READ)


def _by_words(typed: Typed) -> Iterator[Part]:
    """Yield scans for the longest word, of titles in which all the others stand too."""
    if not typed.words:
        return
    first = max(typed.words, key=lambda prefixes: len(prefixes[0]))
    others = [prefixes for prefixes in typed.words if prefixes is not first]
    standing = " AND ".join(
        f"EXISTS (SELECT 1 FROM {TABLE} AS o WHERE o.document = w.document"  # noqa: S608
        f" AND ({' OR '.join([IN_RANGE] * len(prefixes))}))"
        for prefixes in others
    )
    bounds = [bound for prefixes in others for prefix in prefixes for bound in _bounds(prefix)]
    for prefix in first:
        for sql, values in _ranges(typed.locale, prefix, MOST_READ_BY_WORDS):
            yield f"SELECT document, rank FROM ({sql}) AS w WHERE {standing}", [*values, *bounds]  # noqa: S608


def _ranges(locale: str, prefix: str, most: int) -> Iterator[Part]:
    for is_first in (True, False):
        yield _range(locale, prefix, is_first=is_first, most=most)


def _range(locale: str, prefix: str, *, is_first: bool, most: int) -> Part:
    return BY_KEY, [locale, is_first, *_bounds(prefix), most]


def _bounds(prefix: str) -> tuple[bytes, bytes]:
    return stored(prefix), stored(prefix) + BEHIND
