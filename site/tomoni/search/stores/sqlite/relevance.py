"""The rough order by relevance: BM25 on some thousand rows at most, however many there are.

Where more match, those with all words in the title come first, then those with any word in the
title or the headings, then the rest; and within each, only the newest are put in order.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from tomoni.search.stores.sqlite.asking import Matches
from tomoni.search.stores.sqlite.expressions import all_of, any_of, token_of, within

MOST_ORDERED = 2_000


def by_relevance(matches: Matches, words: Sequence[str], *, limit: int, offset: int) -> list[int]:
    """Return the texts that `matches`, all of some words, finds; the best first."""
    needed = limit + offset
    if matches.up_to(MOST_ORDERED + 1) <= MOST_ORDERED:
        return _ordered(matches, needed)[offset:]
    ranked = (pk for stage in _stages(matches, words) for pk in _newest_ordered(stage, needed))
    return list(islice(ranked, offset, needed))


def by_weight(
    matches: Matches, tokens: Mapping[str, float], *, limit: int, offset: int
) -> list[int]:
    """Return the texts with any of some tokens, in the order of the weights that they hold.

    How often and where a token stands counts by BM25; its rarity is in its weight already, so it
    is taken out of BM25 again.
    """
    scores: dict[int, float] = defaultdict(float)
    for token, weight in tokens.items():
        found = replace(matches, expression=token_of(token)).scores()
        highest = max((score for _pk, score in found), default=0) or 1
        for pk, score in found:
            scores[pk] += weight * score / highest
    ranked = sorted(scores.items(), key=lambda item: (-item[1], -item[0]))
    return [pk for pk, _score in ranked[offset : offset + limit]]


def _stages(matches: Matches, words: Sequence[str]) -> Iterator[Matches]:
    in_title = within("title", all_of(words))
    in_headings = within("title headings", any_of(words))
    everywhere = all_of(words)
    yield replace(matches, expression=in_title)
    yield replace(matches, expression=f"({everywhere} AND {in_headings}) NOT {in_title}")
    yield replace(matches, expression=f"{everywhere} NOT {in_headings}")


def _newest_ordered(stage: Matches, needed: int) -> Iterator[int]:
    """Yield the texts of a stage: the newest by BM25, then the older ones as they come."""
    if stage.up_to(MOST_ORDERED + 1) <= MOST_ORDERED:
        yield from _ordered(stage, needed)
        return
    yield from stage.newest_pks(limit=needed)


def _ordered(matches: Matches, limit: int) -> list[int]:
    return matches.pks(f"{matches.score}, f.rowid DESC", limit=limit)
