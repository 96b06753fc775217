"""What Elasticsearch is asked, as the bodies of its requests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from tomoni.search.analysis.tokens import Phrase
from tomoni.search.stores.elasticsearch.escaping import escaped
from tomoni.search.stores.elasticsearch.mapping import TEXT
from tomoni.search.stores.moments import microseconds
from tomoni.search.stores.protocol import Order, Wanted
from tomoni.search.stores.questions import Ways, ways_of
from tomoni.search.stores.soundness import sound_words

# Any: the body of a request is JSON.
Query = dict[str, Any]

# A server takes 1,024 clauses in any case; a way costs three: in the text, the title, the headings.
MOST_PHRASES = 320
# How much more a word weighs that stands in the title, or in the headings, too.
TITLE = 5.0
HEADINGS = 1.5
# How much of a token's weight depends on how often it stands in how long a text.
_FREQUENCY = 0.05
_BEST: Query = {"_score": "desc"}


def limits_of(wanted: Wanted, *, signatures: bool = True) -> list[Query]:
    """Return the limits of a question, with or without that to some signatures."""
    limits: list[Query] = [{"term": {"locale": wanted.locale}}]
    if wanted.since is not None:
        limits.append({"range": {"ends": {"gte": microseconds(wanted.since)}}})
    if wanted.until is not None:
        limits.append({"range": {"date": {"lt": microseconds(wanted.until)}}})
    if signatures and wanted.signatures is not None:
        limits.append(among(wanted.signatures))
    return limits


def among(signatures: frozenset[int]) -> Query:
    """Return the query for texts with one of some facet signatures."""
    return {"terms": {"signature": sorted(signatures)}}


class Question(Protocol):
    """What texts are asked for; limits come with each use.

    `is_narrow` where never very many texts answer.
    """

    is_narrow: ClassVar[bool]

    def matching(self, limits: list[Query]) -> Query:
        """Return the query for the texts that answer; it does not rank."""

    def ranked(self, limits: list[Query], *, wholly: bool) -> Query:
        """Return the query for the same texts, ranked.

        Not `wholly`, only what stands in titles and headings ranks: where very many texts answer,
        to look into each would take too long.
        """


@dataclass(frozen=True)
class AllWords:
    """The texts that answer to all words, by BM25, title before headings before body."""

    is_narrow: ClassVar[bool] = False
    words: Sequence[Ways]

    def matching(self, limits: list[Query]) -> Query:
        return {"bool": {"filter": [*limits, *self._standing()]}}

    def ranked(self, limits: list[Query], *, wholly: bool) -> Query:
        standing = self._standing()
        return {
            "bool": {
                "filter": limits if wholly else [*limits, *standing],
                "must": standing if wholly else [{"match_all": {}}],
                "should": [
                    _word(word, field, boost)
                    for word in self.words
                    for field, boost in (("title", TITLE), ("headings", HEADINGS))
                ],
            }
        }

    def _standing(self) -> list[Query]:
        return [_word(word, TEXT) for word in self.words]


@dataclass(frozen=True)
class AnyToken:
    """The texts that hold any token, by the weights that they hold; never so very many."""

    is_narrow: ClassVar[bool] = True
    tokens: Mapping[str, float]

    def matching(self, limits: list[Query]) -> Query:
        clauses = [phrase((token,), TEXT) for token in self.tokens]
        return {"bool": {"filter": [*limits, {"bool": {"should": clauses}}]}}

    def ranked(self, limits: list[Query], *, wholly: bool) -> Query:
        del wholly
        clauses = [held for token, weight in self.tokens.items() for held in _held(token, weight)]
        return {"bool": {"filter": limits, "minimum_should_match": 1, "should": clauses}}


def phrase(tokens: Phrase, field: str) -> Query:
    """Return the query for tokens side by side; for one too: the server cuts very long ones."""
    return {"match_phrase": {field: escaped(" ".join(tokens))}}


def boosted(query: Query) -> Query:
    """Return the query with the weight of each text multiplied in."""
    factor = {"field": "boost", "missing": 1.0}
    return {"function_score": {"query": query, "field_value_factor": factor}}


def goes_by_relevance(wanted: Wanted) -> bool:
    return order_of(wanted)[0] == _BEST


def order_of(wanted: Wanted) -> list[Query]:
    """Return how the texts are sorted; those without a date or a place come last."""
    last: Query = {"pk": "desc"}
    if wanted.order is Order.NEAREST and wanted.near is not None:
        latitude, longitude = wanted.near
        here = {"lat": latitude, "lon": longitude}
        return [{"_geo_distance": {"place": here, "order": "asc", "unit": "m"}}, last]
    if wanted.order in {Order.NEWEST, Order.SOONEST}:
        direction = "desc" if wanted.order is Order.NEWEST else "asc"
        return [{"date": {"order": direction, "missing": "_last"}}, last]
    return [_BEST, last]


def words_of(wanted: Wanted) -> tuple[Ways, ...] | None:
    """Return the ways of each word, no more than a server takes; None where nothing can match."""
    words = sound_words(wanted.words)
    if words is None:
        return None
    share = MOST_PHRASES // len(words)
    return tuple(_cut(ways_of(word), share) for word in words)


def _cut(ways: Ways, most: int) -> Ways:
    """Return the first ways, with `most` phrases at most but always one way."""
    taken, phrases = 0, 0
    for way in ways:
        phrases += len(way)
        if taken and phrases > most:
            break
        taken += 1
    return ways[:taken]


def _word(ways: Ways, field: str, boost: float = 1.0) -> Query:
    return {"dis_max": {"queries": [_way(way, field) for way in ways], "boost": boost}}


def _way(way: Sequence[Phrase], field: str) -> Query:
    clauses = [phrase(one, field) for one in way]
    return clauses[0] if len(clauses) == 1 else {"bool": {"must": clauses}}


def _held(token: str, weight: float) -> list[Query]:
    held = [
        {"constant_score": {"filter": phrase((token,), field), "boost": weight * factor}}
        for field, factor in (("title", 1.5), ("headings", 1.2), (TEXT, 1.0))
    ]
    often = {"match_phrase": {TEXT: {"query": escaped(token), "boost": weight * _FREQUENCY}}}
    return [{"dis_max": {"queries": held}}, often]
