"""Documents and numbers in portions that a database takes in one statement."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from tomoni.search.stores.protocol import IndexedDocument

PORTION = 500

T = TypeVar("T")


def latest(documents: Sequence[IndexedDocument]) -> list[IndexedDocument]:
    """Return one document for each `pk`, by rising `pk`: of several the highest version's last."""
    kept: dict[int, IndexedDocument] = {}
    for document in documents:
        known = kept.get(document.pk)
        if known is None or known.version <= document.version:
            kept[document.pk] = document
    return [kept[pk] for pk in sorted(kept)]


def portions(values: Iterable[T], size: int = PORTION) -> Iterator[list[T]]:
    """Yield the values, at most `size` at a time."""
    rest = iter(values)
    while portion := list(islice(rest, size)):
        yield portion


def one_behind(values: Iterable[T]) -> Iterator[T]:
    """Yield each value when the next one is made, the last one at the end."""
    before: list[T] = []
    for value in values:
        yield from before
        before = [value]
    yield from before


def marks(values: Sequence[object]) -> str:
    """Return placeholders for an `IN (…)`."""
    return ", ".join(["%s"] * len(values))
