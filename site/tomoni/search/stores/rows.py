"""Documents as rows of `StoredText`, and rows as candidates: the same in both databases."""

from collections.abc import Sequence
from typing import Any

from tomoni.search.stores.distances import metres_from
from tomoni.search.stores.moments import microseconds, moment
from tomoni.search.stores.protocol import Candidate, IndexedDocument, Streams, Wanted

# What may stand in a statement.
Value = int | float | str | list[int] | None

COLUMNS = (
    "id",
    "version",
    "locale",
    "signature",
    "date",
    "ends",
    "latitude",
    "longitude",
    "boost",
    "length",
)
STREAMS = ("title", "headings", "body")
# What `candidate_of` reads.
CANDIDATE = ("id", "signature", "boost", "date", "latitude", "longitude", "length", *STREAMS)


def row_of(document: IndexedDocument) -> tuple[Value, ...]:
    """Return the values of `COLUMNS`."""
    return (
        document.pk,
        document.version,
        document.locale,
        document.signature,
        microseconds(document.date),
        microseconds(document.ends),
        document.latitude,
        document.longitude,
        document.boost,
        document.streams.length,
    )


# What comes out of a cursor has no types.
def candidate_of(row: Sequence[Any], wanted: Wanted) -> Candidate:
    """Return the candidate that a row of the columns `CANDIDATE` holds."""
    pk, signature, boost, date, latitude, longitude, length, title, headings, body = row
    return Candidate(
        pk=pk,
        streams=Streams(title, headings, body, length),
        signature=signature,
        boost=boost,
        date=moment(date),
        distance=metres_from(wanted.near, latitude, longitude),
    )
