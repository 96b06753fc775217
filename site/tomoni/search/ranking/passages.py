"""Tell which passage of a text answers best to a query."""

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence

from tomoni.search.stores.protocol import PASSAGE, Streams

from .matching import places

# What a word above a passage is worth beside one within it, and one that the title says too.
HEADING = 0.6
IN_TITLE_TOO = 0.1


def best_passage(streams: Streams, words: Sequence[Mapping[str, float]]) -> int:
    """Return the number of the passage in which, with its heading, most of the words stand.

    `words` says for each word what its tokens weigh. Of a word only the token counts that weighs
    most there: it lies in several tiers. What the title says already hardly tells one passage from
    another.
    """
    wanted = frozenset(token for weights in words for token in weights) | {PASSAGE}
    headings, body = places(streams.headings, wanted), places(streams.body, wanted)
    if PASSAGE not in headings and PASSAGE not in body:
        return 0
    title = places(streams.title, wanted).keys()
    sums: dict[int, float] = {}
    for weights in words:
        share = 1.0 if title.isdisjoint(weights) else IN_TITLE_TOO
        inside, above = _weights(body, weights), _weights(headings, weights)
        for number, weight in (*inside, *((at, HEADING * weight) for at, weight in above)):
            sums[number] = sums.get(number, 0.0) + share * weight
    return max(sums, key=lambda number: (sums[number], -number), default=0)


def _weights(
    found: Mapping[str, Sequence[int]], weights: Mapping[str, float]
) -> Iterable[tuple[int, float]]:
    """Return for each part of a field what the heaviest of some tokens in it weighs."""
    ends = found.get(PASSAGE, ())
    heaviest: dict[int, float] = {}
    for token, weight in weights.items():
        for number in {bisect(ends, at) for at in found.get(token, ())}:
            heaviest[number] = max(weight, heaviest.get(number, 0.0))
    return heaviest.items()
