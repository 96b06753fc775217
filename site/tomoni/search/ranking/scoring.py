"""Score candidates by BM25 over fields and tiers, by neighbours, and by the words they lack."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from tomoni.search.analysis.tokens import GAP, Profile, Reading, Way
from tomoni.search.stores.protocol import Candidate

from .matching import Found
from .passages import best_passage
from .query import Query
from .scored import Explanation, Scored, Told
from .weighing import BY_REASON, TIERS, Collection

# How often a word in the title, in headings and in the body counts.
IN_TITLE, IN_HEADINGS, IN_BODY = 3.0, 1.5, 1.0
# Shares of the whole query's weight.
WHOLE_TITLE = 0.5
WHOLE_PHRASE = 0.2
# So many words are looked for by themselves; more make a question.
FEW_WORDS = 3
ALL_WORDS = 1.1

# The way in which a text answers to each word, if it does.
Ways = Sequence[Way | None]


def rank(
    reading: Reading,
    candidates: Sequence[Candidate],
    *,
    collection: Collection,
    profile: Profile,
    freshness: Callable[[Candidate], float] = lambda _candidate: 1.0,
) -> list[Scored]:
    """Return the candidates in the order in which people see them, the best first.

    Of few words a text must have all to stand at the top; in a whole question some are by the way,
    and having all is only an advantage. `freshness` multiplies a candidate's score, as its
    boost does. Equal ones stand by date, the newest first, then by falling key.
    """
    scorer = _Scorer(Query(reading, collection, profile))
    scored = [scorer.scored(one, freshness(one)) for one in candidates]
    few = len(reading.words) <= FEW_WORDS
    return sorted(scored, key=partial(_order, few_words=few), reverse=True)


def _order(scored: Scored, *, few_words: bool) -> tuple[bool, float, float, int]:
    date = scored.candidate.date
    newest = date.timestamp() if date else -math.inf
    # What adds up to the same in another order is the same.
    return few_words and not scored.lacks, round(scored.score, 9), newest, scored.candidate.pk


class _Scorer:
    """What one query says about any text; every step here is taken fifty times."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._weights = query.weights
        self._k1 = query.profile.k1
        self._least = query.profile.k1 * (1 - query.profile.b)
        self._by_length = query.profile.k1 * query.profile.b / query.average_length

    def scored(self, candidate: Candidate, freshness: float) -> Scored:
        found = Found(candidate.streams, self._query.needles)
        often = self._often(found, candidate.streams.length)
        weights = self._weights
        tokens = {token: weights[token] * often[token] for token in often if token in weights}
        ways = [found.nearest(word.ways) for word in self._query.words]
        more = self._more(found, ways, tokens, often, candidate.streams.title)
        lacks = self._query.lacking(ways) if None in ways else ()
        factor = 1.0 if lacks else ALL_WORDS
        score = (sum(tokens.values()) + sum(more)) * factor * candidate.boost * freshness
        told = partial(self._told, found, ways, tokens, more, (factor, freshness))
        return Scored(candidate, score, lacks, told)

    def _often(self, found: Found, length: int) -> dict[str, float]:
        """Return for each token in a text how much it counts there, by BM25."""
        title, headings, body = found.fields
        often = {token: IN_BODY * times for token, times in body.counts.items()}
        for token, times in headings.counts.items():
            often[token] = often.get(token, 0.0) + IN_HEADINGS * times
        for token, times in title.counts.items():
            often[token] = often.get(token, 0.0) + IN_TITLE * times
        norm, most = self._least + self._by_length * length, self._k1 + 1
        return {token: times * most / (times + norm) for token, times in often.items()}

    def _more(
        self,
        found: Found,
        ways: Ways,
        tokens: Mapping[str, float],
        often: Mapping[str, float],
        title: str,
    ) -> tuple[float, float, float, float]:
        """Return what other ways, neighbours, the phrase and the title add to the tokens."""
        query = self._query
        by_phrase = query.in_one_place and found.holds(query.plain)
        return (
            self._by_ways(ways, tokens, often),
            sum(
                weight / distance
                for one, other, weight in query.pairs
                if (distance := found.distance(one, other, farthest=query.farthest))
            ),
            WHOLE_PHRASE * query.most if by_phrase else 0.0,
            WHOLE_TITLE * query.most if self._is_title(title) else 0.0,
        )

    def _by_ways(
        self, ways: Ways, tokens: Mapping[str, float], often: Mapping[str, float]
    ) -> float:
        """Return what ways add whose tokens do not count by themselves, like a synonym's."""
        total = 0.0
        for word, way in zip(self._query.words, ways, strict=True):
            besides = word.besides.get(id(way))
            if way is None or besides is None:
                continue
            there = sum(self._query.full[token] * often[token] for token in besides)
            counted = sum(tokens.get(token, 0.0) for token in word.own)
            total += max(0.0, BY_REASON[way.reason] * there - counted)
        return total

    def _is_title(self, title: str) -> bool:
        plain = self._query.plain
        if not plain or not title.startswith(plain[0]):
            return False
        return plain == tuple(t for t in title.split(" ") if t != GAP and t[:1] not in TIERS)

    def _told(
        self,
        found: Found,
        ways: Ways,
        tokens: Mapping[str, float],
        more: tuple[float, float, float, float],
        factors: tuple[float, float],
    ) -> Told:
        query = self._query
        pairs = list(zip(query.words, ways, strict=True))
        return Told(
            {word.text: way.reason for word, way in pairs if way},
            query.covered([word for word, way in pairs if way], tokens),
            Explanation(tokens, *more, *factors),
            partial(best_passage, found.streams, query.passing),
        )
