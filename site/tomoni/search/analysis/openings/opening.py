"""What all languages have in common: an opening of a title, and where it meets what was typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")

# Signs of a key; who has typed more of a title has found it.
LONGEST_KEY = 64
# Words of a title that it can be met by.
MOST_OPENINGS = 16
# Titles and questions are cut: nobody reads what is longer.
LONGEST_TEXT = 400

Span = tuple[int, int]
# A key, and whether the title itself begins with it, not only one of its words.
Key = tuple[str, bool]


@dataclass(frozen=True)
class Opening:
    """A title from one of its words on, folded; `ends` says where in the title each sign ends.

    Keys of sounds carry the mark of their tier, so that they meet no written ones.
    """

    key: str
    begin: int
    ends: tuple[int, ...]

    def end_of(self, prefix: str) -> int:
        """Return where in the title that ends which the key begins with."""
        return self.ends[len(prefix) - 1]


class Opener(Protocol):
    """What a language does to meet titles; safe in many threads, never raises for any text."""

    def openings(self, title: str) -> Sequence[Opening]:
        """Return the openings of a title in their order; the first begins where it begins."""

    def keys(self, title: str) -> Sequence[Key]:
        """Return the keys of the openings: all that an index holds of them."""
        return told((one.key, one.begin) for one in self.openings(title))

    def prefixes(self, typed: str) -> Sequence[str]:
        """Return what keys begin with that meet what was typed, the nearest to it first."""


def met(openings: Iterable[Opening], prefixes: Sequence[str]) -> Span | None:
    """Return which piece of a title was typed: the first one, and nothing where none was."""
    known = list(openings)
    for prefix in prefixes:
        for one in known:
            if one.key.startswith(prefix):
                return one.begin, one.end_of(prefix)
    return None


def tidied(openings: Iterable[Opening]) -> tuple[Opening, ...]:
    """Return the openings that say something, each key once."""
    return tuple(_first_of_each((one.key, one) for one in openings).values())


def told(begun: Iterable[tuple[str, int]]) -> list[Key]:
    """Return keys as an index holds them, of keys and where in the title they begin."""
    kept = _first_of_each(begun)
    first = next(iter(kept.values()), 0)
    return [(key, begin == first) for key, begin in kept.items()]


def _first_of_each(found: Iterable[tuple[str, T]]) -> dict[str, T]:
    """Return what was found first by each key that says something, in the order of the last."""
    kept = {key: one for key, one in reversed(list(found)) if key}
    return dict(reversed(kept.items()))
