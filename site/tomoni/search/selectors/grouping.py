"""The first results of each kind, for who wants to see what there is before reading on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tomoni.plugins.extensions import Text
from tomoni.search.queries import Asked
from tomoni.search.selectors.facets import KIND, Filter, kinds_of
from tomoni.search.selectors.matching import Answers
from tomoni.search.selectors.results import Hit, Result, hit_of

SHOWN = 3


@dataclass(frozen=True)
class Group:
    """A kind of results: how many there are, the first of them, and the address of all."""

    value: str
    label: Text
    count: int
    results: tuple[Result, ...]
    address: str

    @property
    def has_more(self) -> bool:
        return self.count > len(self.results)


def first_of_each(answers: Mapping[str, Answers]) -> list[Hit]:
    """Return the best hits of each kind, in the visitor's language first."""
    taken: Counter[str] = Counter()
    hits: list[Hit] = []
    for locale, one in answers.items():
        kinds = kinds_of(scored.candidate.signature for scored in one.first)
        for scored in one.first:
            kind = kinds[scored.candidate.signature]
            if taken[kind] < SHOWN:
                taken[kind] += 1
                hits.append(hit_of(scored, locale))
    return hits


def groups(results: Sequence[Result], asked: Asked, filters: Sequence[Filter]) -> tuple[Group, ...]:
    """Return the results by kind, the kind of the best one first."""
    choices = [choice for one in filters if one.name == KIND.name for choice in one.choices]
    chosen = any(choice.chosen for choice in choices)
    by_kind: dict[str, list[Result]] = {}
    for result in results:
        by_kind.setdefault(result.row.source, []).append(result)
    order = {kind: place for place, kind in enumerate(by_kind)}
    return tuple(
        Group(
            choice.value,
            choice.label,
            choice.count,
            tuple(by_kind.get(choice.value, ())),
            asked.address(by_kind=False, chosen={**asked.chosen, KIND.name: {choice.value}}),
        )
        for choice in sorted(choices, key=lambda one: order.get(one.value, len(order)))
        if choice.count and (choice.chosen or not chosen)
    )
