"""Finding and counting texts: requests, and what their answers say."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from elasticsearch import Elasticsearch

from tomoni.search.stores.distances import metres_from
from tomoni.search.stores.elasticsearch import asking
from tomoni.search.stores.elasticsearch.asking import AllWords, AnyToken, Query, Question
from tomoni.search.stores.elasticsearch.escaping import plain
from tomoni.search.stores.elasticsearch.mapping import TEXT
from tomoni.search.stores.graded import chosen
from tomoni.search.stores.moments import moment
from tomoni.search.stores.protocol import PASSAGE, Candidate, Streams, Wanted

# How far the server counts results in order, unless it is told otherwise.
WINDOW = 10_000
# Where more texts answer, they are ranked by their titles and headings only.
MOST_RANKED = 2_000
# How many facet signatures one answer holds; where there are more, they come in pages.
PAGE_OF_SIGNATURES = 5_000
PAGE_OF_TEXTS = 1_000
_KEPT = "5m"
_BY_SIGNATURE: dict[str, Any] = {
    "found": {"terms": {"field": "signature", "size": PAGE_OF_SIGNATURES}}
}
# No answer is better than a part of one: the embedded store has the whole.
_WHOLE: dict[str, Any] = {"allow_partial_search_results": False, "track_total_hits": False}


def signatures(client: Elasticsearch, index: str, wanted: Wanted) -> Mapping[int, int]:
    """Count the texts that answer by facet signature."""
    question = _question(client, index, wanted)
    if question is None:
        return {}
    query = _unlimited(question, wanted)
    answer = client.search(index=index, query=query, size=0, **_WHOLE, aggs=_BY_SIGNATURE)
    return _counted(client, index, query, answer)


def first(
    client: Elasticsearch, index: str, wanted: Wanted, *, limit: int
) -> tuple[Mapping[int, int], list[Candidate]]:
    """Count texts by facet signature, and return the first in the wanted order."""
    counts, hits = _first(client, index, wanted, limit=limit, source=True)
    return counts, _candidates(hits, wanted)


def first_numbers(
    client: Elasticsearch, index: str, wanted: Wanted, *, limit: int
) -> tuple[Mapping[int, int], list[int]]:
    """Return the same counts, and the numbers of the same texts."""
    counts, hits = _first(client, index, wanted, limit=limit, source=False)
    return counts, _numbers(hits)


def candidates(
    client: Elasticsearch, index: str, wanted: Wanted, *, limit: int, offset: int
) -> list[Candidate]:
    """Return texts that answer, in the wanted order."""
    return _candidates(
        _hits(client, index, wanted, limit=limit, offset=offset, source=True), wanted
    )


def numbers(
    client: Elasticsearch, index: str, wanted: Wanted, *, limit: int, offset: int
) -> list[int]:
    """Return the numbers of the same texts, a twentieth of what these weigh."""
    return _numbers(_hits(client, index, wanted, limit=limit, offset=offset, source=False))


def vocabulary(client: Elasticsearch, index: str, locale: str) -> Iterator[tuple[str, int]]:
    """Yield each token with the number of texts that hold it, counted from the texts themselves."""
    counts: Counter[str] = Counter()
    for source in _every_text(client, index, locale):
        streams = _streams(source)
        tokens = f"{streams.title} {streams.headings} {streams.body}".split(" ")
        counts.update(set(tokens) - {"", PASSAGE})
    yield from counts.items()


def count(client: Elasticsearch, index: str, locale: str) -> int:
    answer = client.count(index=index, query={"term": {"locale": locale}})
    return int(answer["count"])


# Any: the body of an answer is JSON.
Hits = Sequence[Mapping[str, Any]]


def _first(
    client: Elasticsearch, index: str, wanted: Wanted, *, limit: int, source: bool
) -> tuple[Mapping[int, int], Hits]:
    question = _question(client, index, wanted)
    if question is None:
        return {}, ()
    # The limit to signatures comes behind the counts, which heed all.
    unlimited = replace(wanted, signatures=None)
    answer = client.search(
        index=index,
        query=_ordered(client, index, question, unlimited),
        post_filter=None if wanted.signatures is None else asking.among(wanted.signatures),
        sort=asking.order_of(wanted),
        size=min(limit, WINDOW),
        source=source,
        **_WHOLE,
        aggs=_BY_SIGNATURE,
    )
    counts = _counted(client, index, _unlimited(question, wanted), answer)
    return counts, answer["hits"]["hits"]


def _hits(
    client: Elasticsearch, index: str, wanted: Wanted, *, limit: int, offset: int, source: bool
) -> Hits:
    size = min(limit, WINDOW - offset)
    if size <= 0 or wanted.signatures == frozenset():
        return ()
    question = _question(client, index, wanted)
    if question is None:
        return ()
    answer = client.search(
        index=index,
        query=_ordered(client, index, question, wanted),
        sort=asking.order_of(wanted),
        from_=offset,
        size=size,
        source=source,
        **_WHOLE,
    )
    hits: Hits = answer["hits"]["hits"]
    return hits


def _numbers(hits: Hits) -> list[int]:
    # By their number they are sorted last.
    return [hit["sort"][-1] for hit in hits]


def _candidates(hits: Hits, wanted: Wanted) -> list[Candidate]:
    return [_candidate(hit["_source"], wanted) for hit in hits]


def _unlimited(question: Question, wanted: Wanted) -> Query:
    return question.matching(asking.limits_of(wanted, signatures=False))


def _counted(client: Elasticsearch, index: str, query: Query, answer: Any) -> Mapping[int, int]:
    found = answer["aggregations"]["found"]
    if found["sum_other_doc_count"]:
        return dict(_every_signature(client, index, query))
    return {bucket["key"]: bucket["doc_count"] for bucket in found["buckets"]}


def _question(client: Elasticsearch, index: str, wanted: Wanted) -> Question | None:
    """Return what to ask for; None where no text can answer."""
    if wanted.words:
        words = asking.words_of(wanted)
        return None if words is None else AllWords(words)
    tokens = chosen(wanted, lambda listed: _counts(client, index, wanted.locale, listed))
    return AnyToken(tokens) if tokens else None


def _ordered(client: Elasticsearch, index: str, question: Question, wanted: Wanted) -> Query:
    """Return the query that ranks as far as the wanted order asks for it."""
    limits = asking.limits_of(wanted)
    matching = question.matching(limits)
    if not asking.goes_by_relevance(wanted):
        return matching
    most = 0 if question.is_narrow else wanted.at_most
    if most is None:
        most = _up_to(client, index, matching, MOST_RANKED + 1)
    return asking.boosted(question.ranked(limits, wholly=most <= MOST_RANKED))


def _up_to(client: Elasticsearch, index: str, query: Query, most: int) -> int:
    """Return how many texts answer, counting no further than about `most`."""
    answer = client.search(index=index, query=query, size=0, track_total_hits=most)
    return int(answer["hits"]["total"]["value"])


def _counts(
    client: Elasticsearch, index: str, locale: str, tokens: Sequence[str]
) -> Mapping[str, int]:
    """Return in how many of a language's texts each token stands."""
    if not tokens:
        return {}
    filters = {str(place): asking.phrase((token,), TEXT) for place, token in enumerate(tokens)}
    answer = client.search(
        index=index,
        query={"term": {"locale": locale}},
        size=0,
        **_WHOLE,
        aggs={"tokens": {"filters": {"filters": filters}}},
    )
    buckets = answer["aggregations"]["tokens"]["buckets"]
    return {token: buckets[str(place)]["doc_count"] for place, token in enumerate(tokens)}


def _every_signature(client: Elasticsearch, index: str, query: Query) -> Iterator[tuple[int, int]]:
    pages: Query = {
        "size": PAGE_OF_SIGNATURES,
        "sources": [{"signature": {"terms": {"field": "signature"}}}],
    }
    while True:
        aggs = {"found": {"composite": pages}}
        answer = client.search(index=index, query=query, size=0, **_WHOLE, aggs=aggs)
        found = answer["aggregations"]["found"]
        for bucket in found["buckets"]:
            yield bucket["key"]["signature"], bucket["doc_count"]
        if "after_key" not in found:
            return
        pages["after"] = found["after_key"]


# Any: what the index holds is JSON.
def _every_text(client: Elasticsearch, index: str, locale: str) -> Iterator[dict[str, Any]]:
    """Yield all texts of a language as they are at this moment."""
    pit = client.open_point_in_time(index=index, keep_alive=_KEPT)["id"]
    after: list[Any] | None = None
    try:
        while True:
            answer = client.search(
                query={"term": {"locale": locale}},
                pit={"id": pit, "keep_alive": _KEPT},
                sort=["_shard_doc"],
                size=PAGE_OF_TEXTS,
                **_WHOLE,
                search_after=after,
            )
            hits = answer["hits"]["hits"]
            yield from (hit["_source"] for hit in hits)
            if len(hits) < PAGE_OF_TEXTS:
                return
            after = hits[-1]["sort"]
    finally:
        client.close_point_in_time(id=pit)


def _candidate(source: dict[str, Any], wanted: Wanted) -> Candidate:
    place = source.get("place", {})
    return Candidate(
        pk=source["pk"],
        streams=_streams(source),
        signature=source["signature"],
        boost=source["boost"],
        date=moment(source.get("date")),
        distance=metres_from(wanted.near, place.get("lat"), place.get("lon")),
    )


def _streams(source: dict[str, Any]) -> Streams:
    return Streams(
        title=plain(source["title"]),
        headings=plain(source["headings"]),
        body=plain(source["body"]),
        length=source["length"],
    )
