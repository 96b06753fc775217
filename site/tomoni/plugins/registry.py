"""The typed registry: rooms and plugins declare, the room that owns a kind asks for it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, is_dataclass
from typing import TypeVar

E = TypeVar("E")


class RegistryNotReadyError(RuntimeError):
    """Raised when extensions are asked for before every room and plugin has spoken."""


class RegistryClosedError(RuntimeError):
    """Raised when something is added after the start."""


@dataclass(frozen=True)
class Entry:
    """An extension and the name of the room or plugin that it came from."""

    owner: str
    extension: object


class Registry:
    """Keep extensions by kind: filled once at the start, then closed."""

    def __init__(self) -> None:
        self._entries: tuple[Entry, ...] = ()
        self._closed = False
        self.version = 0

    @property
    def closed(self) -> bool:
        return self._closed

    def add(self, owner: str, extensions: Iterable[object]) -> None:
        """Add all extensions of one owner, or none of them when one is not fit."""
        if self._closed:
            raise RegistryClosedError(f"{owner} spoke too late: the registry is closed after start")
        self._entries += _entries(owner, extensions)
        self.version += 1

    def close(self) -> None:
        """Say that everybody has spoken."""
        self._closed = True
        self.version += 1

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """Return the extensions of a kind; those with an `order` come sorted by it."""
        return tuple(extension for _, extension in self.owned(kind))

    def owned(self, kind: type[E]) -> tuple[tuple[str, E], ...]:
        """Return pairs of owner and extension of a kind, sorted like `of`."""
        if not self._closed:
            raise RegistryNotReadyError(
                f"{kind.__name__} was asked for before all rooms and plugins had spoken; "
                'keep "tomoni.plugins" first in INSTALLED_APPS and ask later than ready()'
            )
        found = [(e.owner, e.extension) for e in self._entries if isinstance(e.extension, kind)]
        return tuple(sorted(found, key=lambda pair: getattr(pair[1], "order", 0)))

    @contextmanager
    def temporarily(
        self, *extensions: object, owner: str = "test", alone: bool = False
    ) -> Iterator[None]:
        """Add extensions, or have them `alone`, for the length of a `with` block, in tests."""
        before = self._entries
        self._entries = (() if alone else before) + _entries(owner, extensions)
        self.version += 1
        try:
            yield
        finally:
            self._entries = before
            self.version += 1


def _entries(owner: str, extensions: Iterable[object]) -> tuple[Entry, ...]:
    entries = tuple(Entry(owner, extension) for extension in extensions)
    for entry in entries:
        kind = type(entry.extension)
        if not is_dataclass(kind) or not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
            raise TypeError(f"{owner} offers {entry.extension!r}, which is no frozen dataclass")
    return entries


registry = Registry()
