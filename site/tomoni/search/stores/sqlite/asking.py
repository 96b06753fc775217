"""Questions to one full-text table: what matches, within what limits, how much of it."""

from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.moments import microseconds
from tomoni.search.stores.protocol import Wanted
from tomoni.search.stores.rows import Value
from tomoni.search.stores.sqlite.tables import HIGH, PK, PLACES, SIGNATURE

# How much a token weighs in the title, the headings and the body.
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

    @property
    def score(self) -> str:
        """The score by BM25 in SQL, the smaller the better."""
        return f"bm25(f.{self.table}, {WEIGHTS}) * p.boost"

    def up_to(self, most: int) -> int:
        """Return how many rows match, counting no further than `most`."""
        source = self._source(joined=False)
        self.cursor.execute(
            f"SELECT count(*) FROM (SELECT f.rowid {source} LIMIT {most})",
            self._values(),
        )
        return int(self.cursor.fetchone()[0])

    def pks(self, order: str, values: tuple[Value, ...] = (), *, limit: int) -> list[int]:
        """Return the texts in an order that may ask `PLACES` (`p`) too."""
        self.cursor.execute(
            f"SELECT {PK} {self._source()} ORDER BY {order} LIMIT {limit}",
            (*self._values(), *values),
        )
        return [pk for (pk,) in self.cursor.fetchall()]

    def newest_pks(self, *, limit: int, below: int | None = None) -> list[int]:
        """Return the texts by falling number, which takes the fewest steps; from `below` on."""
        more, values = ("", ()) if below is None else (" AND f.rowid < %s", (below,))
        self.cursor.execute(
            f"SELECT {PK} {self._source(joined=False)}{more} ORDER BY f.rowid DESC LIMIT {limit}",
            (*self._values(), *values),
        )
        return [pk for (pk,) in self.cursor.fetchall()]

    def scores(self) -> list[tuple[int, float]]:
        """Return each text with its score by BM25, the larger the better."""
        self.cursor.execute(f"SELECT {PK}, -({self.score}) {self._source()}", self._values())
        return self.cursor.fetchall()

    def gathered(self, column: str, *, joined: bool) -> list[str]:
        """Return a column of all matches; one long text costs far less than many rows."""
        self.cursor.execute(
            f"SELECT group_concat({column}, ' ') {self._source(joined=joined)}",
            self._values(),
        )
        return (self.cursor.fetchone()[0] or "").split()

    def _source(self, *, joined: bool = True) -> str:
        placed = _PLACED if joined or self.limits.joined else ""
        return f"FROM {self.table} AS f {placed} WHERE f.{self.table} MATCH %s{self.limits.sql}"

    def _values(self) -> tuple[Value, ...]:
        return (self.expression, *self.limits.values)
