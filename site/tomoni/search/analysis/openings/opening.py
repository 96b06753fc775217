"""What all languages have in common: an opening of a title, and where it meets what was typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

# Signs of a key; who has typed more of a title has found it.
LONGEST_KEY = 64
# Words of a title that it can be met by.
MOST_OPENINGS = 16
# Titles and questions are cut: nobody reads what is longer.
LONGEST_TEXT = 400

Span = tuple[int, int]


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
    kept = {one.key: one for one in reversed(list(openings)) if one.key}
    return tuple(reversed(kept.values()))
