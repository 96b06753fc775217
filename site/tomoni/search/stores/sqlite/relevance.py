"""The rough order by relevance, with as few looks at common words as can be.

To score a match FTS5 reads all places of all tokens in all texts: that is too much where a word
stands in a third of them. So texts with words in their titles and headings come first, which a
small table of its own knows, and then the newest. Where few match, or a word of the query is rare,
they go by that word alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from tomoni.search.analysis.tokens import Way
from tomoni.search.stores.protocol import Candidate
from tomoni.search.stores.soundness import answers
from tomoni.search.stores.sqlite.asking import Matches
from tomoni.search.stores.sqlite.expressions import all_of, any_of, token_of, word_of

# How many matches are read one by one.
MOST = 2_000
# How many texts a word may stand in for the texts to be put in order by it.
MOST_SCORED = 3_000
# How many titles and headings are put in order.
MOST_HEADED = 500
# How many texts with a word in their titles or headings are looked at for the other words.
MOST_LOOKED_AT = 100


@dataclass(frozen=True)
class Relevance:
    """The order of the texts that answer to all words; `load` gives texts by their numbers."""

    matches: Matches
    words: Sequence[Sequence[Way]]
    load: Callable[[Sequence[int]], Sequence[Candidate]]

    def pks(self, *, limit: int, offset: int) -> list[int]:
        """Return the texts, the best first."""
        needed = limit + offset
        newest = self.matches.newest(limit=MOST + 1)
        ranked = self._of_few(newest) if len(newest) <= MOST else self._of_many(needed)
        return list(islice(ranked, offset, needed))

    def _of_few(self, known: list[int]) -> Iterator[int]:
        """Yield all texts of which the numbers are known."""
        scores = self._scores_by_rarest(len(known))
        if scores is not None:
            yield from sorted(known, key=lambda pk: (-scores.get(pk, 0.0), -pk))
            return
        kept = set(known)
        headed = [pk for pk in self._heads(any_of(self._expressions())) if pk in kept]
        yield from dict.fromkeys([*headed, *known])

    def _of_many(self, needed: int) -> Iterator[int]:
        """Yield texts as long as they are needed."""
        words = self._expressions()
        headed = self._heads(all_of(words))
        if len(words) > 1 and len(headed) < needed:
            parts = self._heads(any_of(words))[:MOST_LOOKED_AT]
            found = {one.pk for one in self.load(parts) if answers(self.words, one.streams)}
            headed += [pk for pk in parts if pk in found]
        known = dict.fromkeys(headed)
        yield from known
        if len(known) < needed:
            more = self.matches.newest(limit=needed + len(known))
            yield from (pk for pk in more if pk not in known)

    def _expressions(self) -> list[str]:
        return [word_of(word) for word in self.words]

    def _heads(self, expression: str) -> list[int]:
        """Return what matches in titles and headings; of too many, the newest titles."""
        heads = self.matches.where(expression, heads=True)
        if heads.up_to(MOST_HEADED + 1) > MOST_HEADED:
            heads = self.matches.where(f"{{title}} : {expression}", heads=True)
            newest = heads.newest(limit=MOST_HEADED)
            if len(newest) == MOST_HEADED:
                return heads.since(newest[-1]).best(limit=MOST_HEADED)
        return heads.best(limit=MOST_HEADED)

    def _scores_by_rarest(self, known: int) -> Mapping[int, float] | None:
        """Return the scores by the rarest word; None where no word is rare."""
        words = [self.matches.where(expression) for expression in self._expressions()]
        rarest, fewest = (words[0], known) if len(words) == 1 else (None, MOST_SCORED + 1)
        for word in words if rarest is None else ():
            count = word.up_to(fewest)
            if count < fewest:
                rarest, fewest = word, count
        return None if rarest is None else dict(rarest.scores())


def by_weight(
    matches: Matches, tokens: Mapping[str, float], *, limit: int, offset: int
) -> list[int]:
    """Return the texts with any of some tokens, in the order of the weights that they hold.

    How often and where a token stands counts by BM25; its rarity is in its weight already, so it
    is taken out of BM25 again.
    """
    scores: dict[int, float] = defaultdict(float)
    for token, weight in tokens.items():
        found = matches.where(token_of(token)).scores()
        share = weight / (max((score for _pk, score in found), default=0) or 1)
        for pk, score in found:
            scores[pk] += share * score
    ranked = sorted(scores.items(), key=lambda item: (-item[1], -item[0]))
    return [pk for pk, _score in ranked[offset : offset + limit]]
