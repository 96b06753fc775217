"""Which texts answer to a question."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_

from pyroaring import BitMap

from tomoni.search.stores.embedded.looks import Field, Look, way_of
from tomoni.search.stores.embedded.snapshot import Snapshot
from tomoni.search.stores.moments import microseconds
from tomoni.search.stores.protocol import Wanted
from tomoni.search.stores.questions import Question, ways_of

# Gives the texts that are found by some looks.
LookUp = Callable[[Sequence[Look]], Mapping[Look, BitMap]]


@dataclass(frozen=True)
class Answer:
    """The texts that answer to a question, whatever their signatures."""

    question: Question
    held: Snapshot
    matches: BitMap
    look: LookUp

    def counts(self) -> dict[int, int]:
        """Return how many texts answer by facet signature."""
        counted = (
            (signature, pks.intersection_cardinality(self.matches))
            for signature, pks in self.held.signatures.items()
        )
        return {signature: number for signature, number in counted if number}

    def chosen(self) -> BitMap:
        """Return those with one of the wanted signatures."""
        wanted = self.question.wanted.signatures
        if wanted is None:
            return self.matches
        named = (self.held.signatures.get(signature) for signature in wanted)
        return self.matches & BitMap.union(BitMap(), *filter(None, named))


def answer_of(question: Question, held: Snapshot, look: LookUp) -> Answer:
    """Return what answers to a question in a snapshot."""
    looks = list(looks_of(question, Field.ANY))
    found = look(looks)
    if question.words:
        # The rarest first: what is left of it is quickly compared with the others.
        matches = reduce(and_, sorted((found[one] for one in looks), key=len))
    else:
        matches = BitMap.union(*found.values())
        # What stands in no text is not looked for in titles and headings too.
        weights = zip(looks, question.tokens.items(), strict=True)
        standing = dict(weight for one, weight in weights if found[one])
        question = replace(question, tokens=standing)
    return Answer(question, held, _within(matches & held.texts, held, question.wanted), look)


def looks_of(question: Question, *fields: Field) -> Iterator[Look]:
    """Yield what a question looks for in each of some fields, word by word or token by token."""
    ways = map(ways_of, question.words) if question.words else map(way_of, question.tokens)
    return (Look(field, one) for one in ways for field in fields)


def _within(matches: BitMap, held: Snapshot, wanted: Wanted) -> BitMap:
    """Return the texts whose date lies within the wanted span."""
    if wanted.since is None and wanted.until is None:
        return matches
    return BitMap(_dated(matches, held, microseconds(wanted.since), microseconds(wanted.until)))


def _dated(
    pks: Iterable[int], held: Snapshot, since: int | None, until: int | None
) -> Iterator[int]:
    for pk in pks:
        date = held.dates.get(pk)
        if (
            date is not None
            and (since is None or held.ends.get(pk, date) >= since)
            and (until is None or date < until)
        ):
            yield pk
