"""Questions to the table: what matches, within what limits, how much of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.db.backends.utils import CursorWrapper

from tomoni.search.analysis.tokens import Way
from tomoni.search.stores.moments import microseconds
from tomoni.search.stores.postgres.expressions import (
    all_of,
    has_phrases,
    scattered,
    spelled_out,
)
from tomoni.search.stores.postgres.tables import TEXTS
from tomoni.search.stores.protocol import Wanted
from tomoni.search.stores.rows import Value

_WHOLE = "' ' || title || ' ¶ ' || headings || ' ¶ ' || body || ' '"


# Falling numbers, written so that no index on them is taken: it would look at row after row.
NEWEST = "id + 0 DESC"


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


@dataclass(frozen=True)
class Limits:
    """What narrows matches beside the tokens."""

    sql: str
    values: tuple[Value, ...]


def limits_of(wanted: Wanted, *, signatures: bool = True) -> Limits:
    """Return the limits of a question, with or without that to some signatures."""
    # Not `locale = %s`, which has an index that knows nothing of words.
    limits: list[tuple[str, Value]] = [("locale || '' = %s", wanted.locale)]
    if wanted.since is not None:
        limits.append(("date >= %s", microseconds(wanted.since)))
    if wanted.until is not None:
        limits.append(("date < %s", microseconds(wanted.until)))
    if signatures and wanted.signatures is not None:
        limits.append(("signature = ANY(%s)", sorted(wanted.signatures)))
    clauses = [clause for clause, _value in limits]
    return Limits(" AND ".join(clauses), tuple(value for _clause, value in limits))


@dataclass(frozen=True)
class Matches:
    """The texts that match an expression, within limits.

    `words` are there where the expression holds phrases: in texts too long for places they are
    looked for in the text itself.
    """

    cursor: CursorWrapper
    expression: str
    limits: Limits
    words: Sequence[Sequence[Way]] = ()
    besides: str = ""

    @classmethod
    def of_words(
        cls, cursor: CursorWrapper, words: Sequence[Sequence[Way]], limits: Limits
    ) -> "Matches":
        """Return the texts that answer to all words."""
        return cls(cursor, all_of(words), limits, words if has_phrases(words) else ())

    def narrowed(self, expression: str) -> "Matches":
        """Return those that match another expression too."""
        both = " & ".join(filter(None, (self.besides, expression)))
        return replace(self, besides=both)

    def up_to(self, most: int) -> int:
        """Return how many match, counting no further than `most`."""
        rows = self.rows("count(*)", f"(SELECT 1 FROM {{}} LIMIT {most}) AS m")
        return int(rows[0][0])

    def rows(
        self, columns: str, source: str = "{}", more: str = "", values: Sequence[Value] = ()
    ) -> list[tuple]:
        """Return columns of what matches; `{}` in `source` stands for the matches."""
        sql, own = self._matching()
        self.cursor.execute(f"SELECT {columns} FROM {source.format(sql)} {more}", [*own, *values])
        return self.cursor.fetchall()

    def pks(self, order: str, values: Sequence[Value] = (), *, limit: int) -> list[int]:
        """Return the texts in an order."""
        rows = self.rows("id", more=f"ORDER BY {order} LIMIT {limit}", values=values)
        return [pk for (pk,) in rows]

    @property
    def query(self) -> str:
        """The whole as one `tsquery`."""
        return f"{self.expression} & {self.besides}" if self.besides else self.expression

    def _matching(self) -> tuple[str, list[Value]]:
        own = [self.query, *self.limits.values]
        sql = f"SELECT * FROM {TEXTS} WHERE lexemes @@ %s::tsquery AND {self.limits.sql}"
        if not self.words:
            return f"({sql}) AS texts", own
        apart = " & ".join(filter(None, (*map(scattered, self.words), self.besides)))
        spelled, phrases = spelled_out(self.words, "whole")
        long = (
            f"SELECT texts.* FROM {TEXTS} AS texts, LATERAL (SELECT {_WHOLE} AS whole) AS w"
            f" WHERE is_long AND lexemes @@ %s::tsquery AND NOT lexemes @@ %s::tsquery"
            f" AND {self.limits.sql} AND {spelled}"
        )
        values = [*own, apart, self.query, *self.limits.values, *phrases]
        return f"({sql} UNION ALL {long}) AS texts", values
