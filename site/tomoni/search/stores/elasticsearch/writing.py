"""What goes into an index and out of it: the lines of bulk requests, and what is said to them."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from elasticsearch import Elasticsearch

from tomoni.search.stores.batches import latest, portions
from tomoni.search.stores.elasticsearch.connecting import answering
from tomoni.search.stores.elasticsearch.escaping import escaped
from tomoni.search.stores.moments import microseconds
from tomoni.search.stores.protocol import IndexedDocument, StoreUnavailableError
from tomoni.search.stores.soundness import sound_streams

logger = logging.getLogger(__name__)

# A request stays below some megabytes: long texts fill it before many do.
_LARGEST = 4_000_000
# No lower version overwrites a higher one, whatever comes first.
_VERSIONED = "external_gte"

# Any: the lines of a bulk request are JSON.
Line = dict[str, Any]


def put(
    client: Elasticsearch, index: str, documents: Sequence[IndexedDocument], *, options: Line
) -> None:
    """Write documents, in as many requests as their size asks for."""
    for lines in _filled(map(_written, latest(documents))):
        _send(client, index, lines, options)


def remove(
    client: Elasticsearch, index: str, pks: Iterable[int], version: int, *, options: Line
) -> None:
    for portion in portions(pks):
        _send(client, index, [_removed(pk, version) for pk in portion], options)


def _written(document: IndexedDocument) -> tuple[Line, Line]:
    action = {"_id": str(document.pk), "version": document.version, "version_type": _VERSIONED}
    return {"index": action}, source_of(document)


def _removed(pk: int, version: int) -> Line:
    return {"delete": {"_id": str(pk), "version": version, "version_type": _VERSIONED}}


def source_of(document: IndexedDocument) -> Line:
    """Return a document as the index holds it."""
    streams = sound_streams(document.streams)
    source: Line = {
        "pk": document.pk,
        "locale": document.locale,
        "title": escaped(streams.title),
        "headings": escaped(streams.headings),
        "body": escaped(streams.body),
        "length": streams.length,
        "signature": document.signature,
        "boost": document.boost,
    }
    if document.date is not None:
        source["date"] = microseconds(document.date)
        source["ends"] = microseconds(document.ends or document.date)
    if document.latitude is not None and document.longitude is not None:
        source["place"] = {"lat": document.latitude, "lon": document.longitude}
    return source


def _filled(pairs: Iterable[tuple[Line, Line]]) -> Iterator[list[Line]]:
    """Yield the lines of each request."""
    lines: list[Line] = []
    size = 0
    for action, source in pairs:
        lines += [action, source]
        size += 3 * sum(len(source[field]) for field in ("title", "headings", "body"))
        if size > _LARGEST:
            yield lines
            lines, size = [], 0
    if lines:
        yield lines


def _send(client: Elasticsearch, index: str, lines: list[Line], options: Line) -> None:
    with answering():
        answer = client.bulk(index=index, operations=lines, **options)
    if answer["errors"]:
        for item in answer["items"]:
            _look_at(next(iter(item.values())))


def _look_at(result: Mapping[str, Any]) -> None:
    """Raise where the server had no time; one bad text must not stop the rest."""
    status, error = result["status"], result.get("error")
    # A conflict: a higher version is there already.
    if error is None or status == HTTPStatus.CONFLICT:
        return
    if status == HTTPStatus.BAD_REQUEST:
        logger.error("Elasticsearch does not take text %s: %s", result["_id"], error)
        return
    raise StoreUnavailableError(f"Elasticsearch did not write text {result['_id']}: {error}")
