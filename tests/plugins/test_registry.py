"""The registry: typed, ordered, closed after the start."""

from dataclasses import dataclass

import pytest

from tomoni.plugins import NavItem, SlotFragment
from tomoni.plugins.registry import Registry, RegistryClosedError, RegistryNotReadyError

FIRST = SlotFragment("page.top", "a.html", order=10)
SECOND = SlotFragment("page.top", "b.html", order=20)
ITEM = NavItem("footer", "Item", "item")


@dataclass
class Changeable:
    name: str


def filled(*extensions):
    registry = Registry()
    registry.add("room", extensions)
    registry.close()
    return registry


def test_of_returns_one_kind_in_order():
    registry = filled(SECOND, ITEM, FIRST)

    found = registry.of(SlotFragment)

    assert found == (FIRST, SECOND)


def test_owned_names_the_owner():
    registry = filled(ITEM)

    found = registry.owned(NavItem)

    assert found == (("room", ITEM),)


def test_of_refuses_before_everybody_has_spoken():
    registry = Registry()
    registry.add("room", [ITEM])

    with pytest.raises(RegistryNotReadyError, match="NavItem was asked for before"):
        registry.of(NavItem)


def test_add_refuses_after_the_start():
    registry = filled()

    with pytest.raises(RegistryClosedError, match="late spoke too late"):
        registry.add("late", [ITEM])


def test_add_takes_all_or_nothing():
    registry = Registry()

    with pytest.raises(TypeError, match="no frozen dataclass"):
        registry.add("room", [ITEM, Changeable("x")])

    registry.close()
    assert registry.of(object) == ()


def test_temporarily_forgets_even_after_an_error():
    registry = filled(ITEM)

    with pytest.raises(KeyError), registry.temporarily(FIRST):
        {}["nothing"]

    assert registry.of(object) == (ITEM,)


def test_temporarily_adds_or_stands_alone():
    registry = filled(ITEM)

    with registry.temporarily(FIRST):
        added = registry.of(object)
    with registry.temporarily(FIRST, alone=True):
        alone = registry.of(object)

    assert (added, alone) == ((FIRST, ITEM), (FIRST,))
