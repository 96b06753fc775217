"""What a visitor can change about an answer: kinds, filters, order; each with its address."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tomoni.plugins.extensions import Text
from tomoni.search.models.documents import WHEN, WHERE
from tomoni.search.queries import Asked
from tomoni.search.selectors.facets import KIND, Choice, Filter, facts
from tomoni.search.stores.protocol import Order


@dataclass(frozen=True)
class Chip:
    """A chosen value and the address of the same question without it."""

    choice: Choice
    address: str


@dataclass(frozen=True)
class Kind:
    """A kind of results; `address` is the question with it, or without it where it is chosen."""

    value: str
    label: Text
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True)
class Sort:
    """An order in which the results can be shown.

    Where the visitor's place is missing `address` is empty, and `near` is the address up to it.
    """

    name: str
    label: Text
    chosen: bool
    address: str
    near: str = ""


@dataclass(frozen=True)
class Narrowing:
    """All that can be changed.

    `panel` are the filters besides the kinds, `chips` what is chosen of them: a chosen kind is
    taken back where it was chosen.
    """

    kinds: tuple[Kind, ...] = ()
    panel: tuple[Filter, ...] = ()
    chips: tuple[Chip, ...] = ()
    sorts: tuple[Sort, ...] = ()
    all_kinds: str = ""
    everything: str = ""

    @property
    def wants_place(self) -> bool:
        """Whether an order waits for the visitor's place."""
        return any(sort.near for sort in self.sorts)

    @property
    def is_every_kind(self) -> bool:
        return not any(kind.chosen for kind in self.kinds)

    @property
    def of_every_kind(self) -> int:
        """How many results there are with the other filters, whatever their kind."""
        return sum(kind.count for kind in self.kinds)


def narrowing(asked: Asked, filters: tuple[Filter, ...], counts: Mapping[int, int]) -> Narrowing:
    """Return what the visitor can change; what would change nothing is left out."""
    useful = tuple(one for one in filters if one.narrows)
    panel = tuple(one for one in useful if one.name != KIND.name)
    others = {name: values for name, values in asked.chosen.items() if name != KIND.name}
    return Narrowing(
        kinds=tuple(kind for one in useful if one.name == KIND.name for kind in _kinds(asked, one)),
        panel=panel,
        chips=tuple(
            Chip(choice, asked.without(one.name, choice.value))
            for one in panel
            for choice in one.chosen
        ),
        sorts=_sorts(asked, facts(counts)) if counts else (),
        all_kinds=asked.address(chosen=others),
        everything=asked.address(chosen={}),
    )


def _kinds(asked: Asked, found: Filter) -> tuple[Kind, ...]:
    return tuple(
        Kind(
            choice.value,
            choice.label,
            choice.count,
            choice.chosen,
            asked.without(KIND.name, choice.value)
            if choice.chosen
            else asked.also(KIND.name, choice.value),
        )
        for choice in found.choices
    )


def _sorts(asked: Asked, held: frozenset[str]) -> tuple[Sort, ...]:
    """Return the orders that mean something for what was found; the nearest needs a place."""
    meant = (
        (order, label)
        for order, label, needed in ORDERS
        if not needed or needed in held or asked.order is order
    )
    return (
        *(_sort(asked, order, label) for order, label in meant),
        Sort(*BY_KIND, chosen=asked.by_kind, address=asked.address(by_kind=True)),
    )


def _sort(asked: Asked, order: Order, label: Text) -> Sort:
    address = asked.address(order=order, by_kind=False)
    chosen = asked.order is order and not asked.by_kind
    if order is Order.NEAREST and not asked.near:
        return Sort(order.value, label, chosen, address="", near=f"{address}&near=")
    return Sort(order.value, label, chosen, address)


# The fact that some of the results must have stands beside the order.
ORDERS: tuple[tuple[Order, Text, str], ...] = (
    (Order.RELEVANCE, pgettext_lazy("order of results", "Best match"), ""),
    (Order.NEWEST, pgettext_lazy("order of results", "Newest"), ""),
    (Order.SOONEST, pgettext_lazy("order of results", "Soonest"), WHEN),
    (Order.NEAREST, pgettext_lazy("order of results", "Nearest"), WHERE),
)
BY_KIND = ("kind", _("By kind"))
