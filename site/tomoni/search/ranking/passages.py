"""Tell which passage of a text answers best to a query."""

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence

from tomoni.search.stores.protocol import PASSAGE, Streams

from .matching import places

# What a word above a passage is worth beside one within it, and one that the title says too.
HEADING = 0.6
IN_TITLE_TOO = 0.1


# What each token of one way of a word says.
Shares = Mapping[str, float]


def best_passage(streams: Streams, words: Sequence[Sequence[Shares]]) -> int:
    """Return the number of the passage in which, with its heading, most of the words stand.

    `words` says for each word by way what the way's tokens say, which together say what the word
    does. Of a word only the way counts that says most there. What the title says already hardly
    tells one passage from another.
    """
    wanted = frozenset(token for ways in words for way in ways for token in way) | {PASSAGE}
    headings, body = places(streams.headings, wanted), places(streams.body, wanted)
    if PASSAGE not in headings and PASSAGE not in body:
        return 0
    title = places(streams.title, wanted).keys()
    sums: dict[int, float] = {}
    for ways in words:
        share = 1.0 if all(map(title.isdisjoint, ways)) else IN_TITLE_TOO
        inside, above = _said(body, ways), _said(headings, ways)
        for number, said in (*inside, *((at, HEADING * said) for at, said in above)):
            sums[number] = sums.get(number, 0.0) + share * said
    return max(sums, key=lambda number: (sums[number], -number), default=0)


def _said(
    found: Mapping[str, Sequence[int]], ways: Iterable[Shares]
) -> Iterable[tuple[int, float]]:
    """Return for each part of a field what the way of a word says that says most in it."""
    ends = found.get(PASSAGE, ())
    most: dict[int, float] = {}
    for way in ways:
        said: dict[int, float] = {}
        for token, share in way.items():
            for number in {bisect(ends, at) for at in found.get(token, ())}:
                said[number] = said.get(number, 0.0) + share
        most.update((number, max(one, most.get(number, 0.0))) for number, one in said.items())
    return most.items()
