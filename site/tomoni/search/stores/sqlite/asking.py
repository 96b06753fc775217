"""Questions to one full-text table: what matches, within what limits, how much of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.moments import microseconds
from tomoni.search.stores.protocol import Wanted
from tomoni.search.stores.rows import Value
from tomoni.search.stores.sqlite.tables import HIGH, PK, PLACES, SIGNATURE, heads_of, rowid

# How much a token weighs in the title, the headings and, where it is there, the body.
WEIGHTS = "8.0, 3.0, 1.0"

_PLACED = f"CROSS JOIN {PLACES} AS p ON p.id = {PK}"


@dataclass(frozen=True)
class Limits:
    """What narrows matches beside the tokens; `joined` where it takes a look at `PLACES`."""

    sql: str = ""
    values: tuple[Value, ...] = ()
    joined: bool = False


def limits_of(wanted: Wanted, *, signatures: bool = True) -> Limits:
    """Return the limits of a question, with or without that to some signatures."""
    clauses: list[str] = []
    values: list[Value] = []
    joined = False
    for sign, date in ((">=", wanted.since), ("<", wanted.until)):
        if date is not None:
            clauses.append(f"p.date {sign} %s")
            values.append(microseconds(date))
            joined = True
    if signatures and wanted.signatures is not None:
        high = any(not 0 <= signature < HIGH for signature in wanted.signatures)
        numbers = ", ".join(str(int(signature)) for signature in sorted(wanted.signatures))
        clauses.append(f"{'p.signature' if high else SIGNATURE} IN ({numbers})")
        joined = joined or high
    return Limits("".join(f" AND {clause}" for clause in clauses), tuple(values), joined)


@dataclass(frozen=True)
class Matches:
    """The rows of a table that match an expression, within limits."""

    cursor: CursorWrapper
    table: str
    expression: str
    limits: Limits = Limits()

    def where(self, expression: str, *, heads: bool = False) -> "Matches":
        """Return what matches another expression, in all fields or in titles and headings."""
        table = heads_of(self.table) if heads else self.table
        return replace(self, table=table, expression=expression)

    def since(self, pk: int) -> "Matches":
        """Return what matches of the texts from a number on."""
        sql, values = self.limits.sql, self.limits.values
        limits = replace(
            self.limits, sql=f"{sql} AND f.rowid >= %s", values=(*values, rowid(pk, 0))
        )
        return replace(self, limits=limits)

    def up_to(self, most: int) -> int:
        """Return how many rows match, counting no further than `most`."""
        self.cursor.execute(
            f"SELECT count(*) FROM (SELECT f.rowid {self._source()} LIMIT {most})", self._values()
        )
        return int(self.cursor.fetchone()[0])

    def pks(self, order: str, values: tuple[Value, ...] = (), *, limit: int) -> list[int]:
        """Return the texts in an order that asks `PLACES` (`p`)."""
        self.cursor.execute(
            f"SELECT {PK} {self._source(joined=True)} ORDER BY {order} LIMIT {limit}",
            (*self._values(), *values),
        )
        return [pk for (pk,) in self.cursor.fetchall()]

    def best(self, *, limit: int) -> list[int]:
        """Return the texts by BM25 and their own weight; FTS5 reads all matches for that."""
        return self.pks(f"{self._score} * p.boost, f.rowid DESC", limit=limit)

    def newest(self, *, limit: int) -> list[int]:
        """Return the texts by falling number, reading no more than that many matches."""
        self.cursor.execute(
            f"SELECT {PK} {self._source()} ORDER BY f.rowid DESC LIMIT {limit}", self._values()
        )
        return [pk for (pk,) in self.cursor.fetchall()]

    def scores(self) -> list[tuple[int, float]]:
        """Return each text with its score by BM25 and its own weight, the larger the better."""
        self.cursor.execute(
            f"SELECT p.id, -{self._score} * p.boost {self._source(joined=True)}", self._values()
        )
        return self.cursor.fetchall()

    def signatures(self) -> Mapping[int, int]:
        """Return how many texts match by facet signature.

        All that match are read as one long text: as many rows, or groups, cost twice as much.
        """
        found = Counter(self._gathered(SIGNATURE))
        if str(HIGH) in found:
            found = Counter(self._gathered("p.signature", joined=True))
        return {int(signature): number for signature, number in found.items()}

    def _gathered(self, column: str, *, joined: bool = False) -> list[str]:
        self.cursor.execute(
            f"SELECT group_concat({column}, ' ') {self._source(joined=joined)}", self._values()
        )
        return (self.cursor.fetchone()[0] or "").split()

    @property
    def _score(self) -> str:
        return f"bm25(f.{self.table}, {WEIGHTS})"

    def _source(self, *, joined: bool = False) -> str:
        placed = _PLACED if joined or self.limits.joined else ""
        return f"FROM {self.table} AS f {placed} WHERE f.{self.table} MATCH %s{self.limits.sql}"

    def _values(self) -> tuple[Value, ...]:
        return (self.expression, *self.limits.values)
