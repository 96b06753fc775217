"""The rough order of the texts that answer: no good one may be missing among the first fifty.

By relevance, texts with a word in their titles come before those that have it in a heading, and
these before the rest; a rare word counts for more than a common one. Among equals the newest come
first. That is told by sets alone, so it takes no longer where a word stands in every text.
"""

import math
from collections.abc import Iterable, Iterator, Mapping

from pyroaring import BitMap

from tomoni.search.stores.distances import metres
from tomoni.search.stores.embedded.answering import Answer, looks_of
from tomoni.search.stores.embedded.looks import Field
from tomoni.search.stores.protocol import Order

# What a word counts for in the title, in a heading, and in the text.
IN_TITLE, IN_HEADINGS, IN_TEXT = 3.0, 1.5, 1.0
# What a token counts for in addition in graded matching.
TITLE_TOO, HEADINGS_TOO = 3.0, 1.0
# So many sets are told apart at most; of more words, the lightest are left.
MOST_LAYERS = 120


def ordered(answer: Answer, *, limit: int, offset: int) -> list[int]:
    """Return some of the texts with a wanted signature, in the wanted order."""
    wanted, held, chosen = answer.question.wanted, answer.held, answer.chosen()
    end = offset + limit
    if wanted.order is Order.NEAREST and wanted.near is not None:
        here = wanted.near
        distances = {pk: metres(here, held.spots[pk]) for pk in chosen if pk in held.spots}
        return _sorted(chosen, distances, falling=False)[offset:end]
    if wanted.order in {Order.NEWEST, Order.SOONEST}:
        return _sorted(chosen, held.dates, falling=wanted.order is Order.NEWEST)[offset:end]
    if len(answer.question.tokens) > 1:
        return _by_weight(answer, chosen)[offset:end]
    return list(_falling(_layers(answer, chosen), offset, end))


def _sorted(chosen: BitMap, values: Mapping[int, float], *, falling: bool) -> list[int]:
    """Return texts by a value; those without one come last, equal ones by falling number."""
    pks = list(chosen)[::-1]
    valued = [pk for pk in pks if pk in values]
    valued.sort(key=values.__getitem__, reverse=falling)
    return valued if len(valued) == len(pks) else [*valued, *(p for p in pks if p not in values)]


def _layers(answer: Answer, chosen: BitMap) -> list[BitMap]:
    """Return the texts in sets, the best first."""
    heads = list(looks_of(answer.question, Field.TITLE, Field.HEADINGS))
    found = answer.look(heads)
    weighed = sorted(
        zip(_weights(answer), heads[::2], heads[1::2], strict=True), key=lambda one: -one[0]
    )
    layers = [(0.0, boost, pks) for boost, pks in _by_boost(answer, chosen)]
    for weight, title, headings in weighed:
        if len(layers) > MOST_LAYERS:
            break
        layers = [
            (score + weight * level, boost, part)
            for score, boost, pks in layers
            for level, part in _parted(pks, found[title], found[headings])
            if part
        ]
    layers.sort(key=lambda layer: -layer[0] * layer[1])
    return [pks for _score, _boost, pks in layers]


def _parted(pks: BitMap, titled: BitMap, headed: BitMap) -> Iterator[tuple[float, BitMap]]:
    in_title = pks & titled
    rest = pks - in_title if in_title else pks
    in_headings = rest & headed
    yield IN_TITLE, in_title
    yield IN_HEADINGS, in_headings
    yield IN_TEXT, rest - in_headings if in_headings else rest


def _by_boost(answer: Answer, chosen: BitMap) -> Iterator[tuple[float, BitMap]]:
    neutral = chosen
    for boost, pks in answer.held.boosts.items():
        if part := chosen & pks:
            neutral = neutral - part
            yield boost, part
    if neutral:
        yield 1.0, neutral


def _weights(answer: Answer) -> Iterator[float]:
    """Yield for each word, or for the one token, what its heaviest token weighs."""
    weights = answer.question.wanted.tokens
    for look in looks_of(answer.question, Field.ANY):
        tokens = {token for way in look.ways for phrase in way for token in phrase}
        yield max((weights[token] for token in tokens & weights.keys()), default=0.0) or 1.0


def _falling(layers: Iterable[BitMap], begin: int, end: int) -> Iterator[int]:
    """Yield from the `begin`th to the `end`th text, of each set by falling number."""
    for pks in layers:
        if begin < len(pks) and end > 0:
            yield from reversed(pks[max(0, len(pks) - end) : len(pks) - begin])
        begin, end = max(0, begin - len(pks)), end - len(pks)


def _by_weight(answer: Answer, chosen: BitMap) -> list[int]:
    """Return texts by the weights of the tokens that they hold; in a long text one says less."""
    scores = dict.fromkeys(chosen, 0.0)
    looks = list(looks_of(answer.question, *Field))
    found = answer.look(looks)
    shares = {Field.ANY: 1.0, Field.TITLE: TITLE_TOO, Field.HEADINGS: HEADINGS_TOO}
    for look in looks:
        ((token,),) = look.ways[0]
        share = answer.question.tokens[token] * shares[look.field]
        for pk in found[look] & chosen:
            scores[pk] += share
    boosts = {pk: boost for boost, pks in _by_boost(answer, chosen) if boost != 1 for pk in pks}
    lengths = answer.held.lengths
    for pk in scores:
        scores[pk] *= boosts.get(pk, 1.0) / (4 + math.log1p(lengths[pk]))
    return sorted(scores, key=lambda pk: (-scores[pk], -pk))
