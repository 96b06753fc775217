"""Count what the filters beside the results would leave, and tell which texts pass them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from tomoni.languages import html_lang_of
from tomoni.plugins.extensions import Facet, ForeignText, Text
from tomoni.search.models import FacetSignature
from tomoni.search.models.documents import WHEN, WHERE
from tomoni.search.sources import sources

Chosen = Mapping[str, frozenset[str]]
Values = tuple[tuple[str, str], ...]

KIND = Facet(
    name="kind", label=_("Kind"), labels="tomoni.search.selectors.facets.kind_names", order=0
)

AT_ONCE = 7


@dataclass(frozen=True)
class Choice:
    """A value of a filter: how many results it would leave, and whether it is chosen.

    `html_lang` is the language of a label that has another one than was asked for.
    """

    value: str
    label: Text
    count: int
    chosen: bool
    html_lang: str = ""


@dataclass(frozen=True)
class Filter:
    """A filter with the choices that would leave something."""

    name: str
    label: Text
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.chosen)

    @property
    def first(self) -> tuple[Choice, ...]:
        """The choices that are shown at once: the most frequent, and those that are chosen."""
        return tuple(one for at, one in enumerate(self.choices) if at < AT_ONCE or one.chosen)

    @property
    def more(self) -> tuple[Choice, ...]:
        """The choices that are folded away."""
        return tuple(one for one in self.choices if one not in self.first)

    @property
    def narrows(self) -> bool:
        """Whether the visitor can change anything by it."""
        return len(self.choices) > 1 or bool(self.chosen)


def facets() -> tuple[Facet, ...]:
    """Return every declared filter once, in its order."""
    declared = {facet.name: facet for source in sources() for facet in source.facets}
    return tuple(sorted((KIND, *declared.values()), key=lambda facet: facet.order))


def passing(counts: Mapping[int, int], chosen: Chosen) -> dict[int, int]:
    """Return the counts of those signatures that hold a chosen value of every filter."""
    if not chosen:
        return dict(counts)
    known = _values_of(counts)
    return {key: counts[key] for key in counts if _passes(known[key], chosen)}


def all_passing(chosen: Chosen) -> frozenset[int]:
    """Return all signatures that hold a chosen value of every filter, whatever is asked."""
    known = _values_of(FacetSignature.objects.values_list("pk", flat=True))
    return frozenset(key for key, values in known.items() if _passes(values, chosen))


def filters(counts: Mapping[int, int], chosen: Chosen, *, code: str) -> tuple[Filter, ...]:
    """Return the filters with their choices, the most frequent first.

    A filter's own choice does not narrow its counts: several values of one may be chosen. A
    choice that leaves nothing is shown only while it is chosen, so that it can be taken back.
    """
    known = _values_of(counts)
    return tuple(
        found
        for facet in facets()
        if (found := _filter(facet, counts, known, chosen, code)).choices
    )


def kinds_of(keys: Iterable[int]) -> dict[int, str]:
    """Return the kind that each signature holds."""
    known = _values_of(keys)
    return {key: dict(values).get(KIND.name, "") for key, values in known.items()}


def facts(counts: Mapping[int, int]) -> frozenset[str]:
    """Return what some of the counted texts have: `WHEN`, a time, and `WHERE`, a place."""
    return frozenset(fact for fact in (WHEN, WHERE) if having(counts, fact))


def having(keys: Iterable[int], fact: str) -> frozenset[int]:
    """Return those signatures whose texts have a fact: `WHEN` or `WHERE`."""
    known = _values_of(keys)
    return frozenset(key for key, values in known.items() if (fact, "") in values)


def kind_names(values: Iterable[str], code: str) -> Mapping[str, Text]:
    """Return the labels of sources; that of a plugin which is off is not known any more."""
    del code
    labels = {source.name: source.label for source in sources()}
    return {value: labels[value] for value in values if value in labels}


def _filter(
    facet: Facet,
    counts: Mapping[int, int],
    known: Mapping[int, Values],
    chosen: Chosen,
    code: str,
) -> Filter:
    others = {name: values for name, values in chosen.items() if name != facet.name}
    found: dict[str, int] = {}
    for key, number in counts.items():
        if _passes(known[key], others):
            for name, value in known[key]:
                if name == facet.name:
                    found[value] = found.get(value, 0) + number
    mine = chosen.get(facet.name, frozenset())
    held = _held(facet.name, mine - found.keys())
    wanted = sorted({*found, *held}, key=lambda value: (-found.get(value, 0), value))
    labels = import_string(facet.labels)(wanted, code) if wanted else {}
    choices = tuple(
        _choice(value, labels[value], found.get(value, 0), chosen=value in mine)
        for value in wanted
        if value in labels
    )
    return Filter(facet.name, facet.label, choices)


def _choice(value: str, label: Text | ForeignText, count: int, *, chosen: bool) -> Choice:
    if isinstance(label, ForeignText):
        return Choice(value, label.text, count, chosen, html_lang_of(label.locale))
    return Choice(value, label, count, chosen)


def _passes(values: Values, chosen: Chosen) -> bool:
    return all(
        any(name == wanted and value in options for name, value in values)
        for wanted, options in chosen.items()
    )


def _held(name: str, values: Iterable[str]) -> frozenset[str]:
    """Return the values that any text has: whoever names filters need not bear what is typed."""
    pairs = {value: json.dumps([name, value], ensure_ascii=False) for value in values}
    if not pairs:
        return frozenset()
    asked = reduce(or_, (Q(values__contains=pair) for pair in pairs.values()))
    rows = list(FacetSignature.objects.filter(asked).values_list("values", flat=True))
    return frozenset(value for value, pair in pairs.items() if any(pair in row for row in rows))


def _values_of(keys: Iterable[int]) -> dict[int, Values]:
    wanted = tuple(keys)
    missing = [key for key in wanted if key not in _known]
    if missing:
        rows = FacetSignature.objects.filter(pk__in=missing).values_list("pk", "values")
        _known.update((key, tuple(map(tuple, json.loads(values)))) for key, values in rows)
    return {key: _known.get(key, ()) for key in wanted}


# A signature never changes what it stands for, so each process reads it once.
_known: dict[int, Values] = {}
