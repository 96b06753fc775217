"""A server's store with the embedded one behind it, so that a question is always answered."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from tomoni.search.stores.breaker import Breaker
from tomoni.search.stores.protocol import (
    Candidate,
    EmbeddedStore,
    IndexedDocument,
    Store,
    StoreRefusedError,
    StoreUnavailableError,
    Wanted,
)

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class StoreInUse:
    """Which store answers. Where that is not the chosen one: since when, and after which error."""

    name: str
    since: datetime | None = None
    error: str = ""


class Filling(Protocol):
    """An index of the server's that is filled before it answers."""

    def put(self, documents: Sequence[IndexedDocument]) -> None: ...

    def remove(self, pks: Iterable[int], *, version: int) -> None: ...


class Server(Store, Protocol):
    """A store elsewhere, to which connections are kept open."""

    def first_numbers(
        self, wanted: Wanted, *, limit: int
    ) -> tuple[Mapping[int, int], Sequence[int]]: ...

    def numbers(self, wanted: Wanted, *, limit: int, offset: int = 0) -> Sequence[int]: ...

    def identity(self) -> str: ...

    def begin_rebuild(self) -> Filling: ...

    def finish_rebuild(self, rebuild: Any) -> None: ...

    def abandon_rebuild(self, rebuild: Any) -> None: ...

    def drop(self) -> None: ...

    def close(self) -> None: ...


class FallbackStore:
    """A `Store` whose questions the embedded one answers while the server does not.

    Changes go to the server only: the embedded store has its own way to hear of them.
    """

    def __init__(
        self, server: Server, embedded: EmbeddedStore, breaker: Breaker | None = None
    ) -> None:
        self.name = server.name
        self.server, self.embedded = server, embedded
        self.breaker = breaker or Breaker()

    @property
    def in_use(self) -> StoreInUse:
        outage = self.breaker.outage
        if outage is None:
            return StoreInUse(self.server.name)
        return StoreInUse(self.embedded.name, outage.since, outage.error)

    def prepare(self, *, locales: Iterable[str]) -> None:
        self._change(lambda: self.server.prepare(locales=locales))

    def put(self, documents: Sequence[IndexedDocument]) -> None:
        self._change(lambda: self.server.put(documents))

    def remove(self, pks: Iterable[int], *, version: int) -> None:
        self._change(lambda: self.server.remove(pks, version=version))

    def clear(self) -> None:
        self._change(self.server.clear)

    def signatures(self, wanted: Wanted) -> Mapping[int, int]:
        found = self._ask(lambda server: server.signatures(wanted))
        return self.embedded.signatures(wanted) if found is None else found

    def first(self, wanted: Wanted, *, limit: int) -> tuple[Mapping[int, int], Sequence[Candidate]]:
        found = self._ask(lambda server: server.first_numbers(wanted, limit=limit))
        if found is None:
            return self.embedded.first(wanted, limit=limit)
        counts, numbers = found
        return counts, self.embedded.loaded(wanted, numbers)

    def candidates(self, wanted: Wanted, *, limit: int, offset: int = 0) -> Sequence[Candidate]:
        """Let the server choose, and take the texts from the embedded store.

        Ten times as much comes over the network with them, to be read as JSON. What the embedded
        store holds no more, the server has not heard of yet: it is no answer.
        """
        numbers = self._ask(lambda server: server.numbers(wanted, limit=limit, offset=offset))
        if numbers is None:
            return self.embedded.candidates(wanted, limit=limit, offset=offset)
        return self.embedded.loaded(wanted, numbers)

    def vocabulary(self, *, locale: str) -> Iterator[tuple[str, int]]:
        """Ask the embedded store, which holds the same texts and need not send them."""
        return self.embedded.vocabulary(locale=locale)

    def count(self, *, locale: str) -> int:
        found = self._ask(lambda server: server.count(locale=locale))
        return self.embedded.count(locale=locale) if found is None else found

    def identity(self) -> str:
        """Return which index of the server's is in use; another one has to be filled anew."""
        return self._change(self.server.identity)

    def begin_rebuild(self) -> Filling:
        return self._change(self.server.begin_rebuild)

    def finish_rebuild(self, rebuild: Filling) -> None:
        self._change(lambda: self.server.finish_rebuild(rebuild))

    def abandon_rebuild(self, rebuild: Filling) -> None:
        """Delete what was filled in vain; a server that is away deletes it at the next rebuild."""
        with suppress(StoreUnavailableError):
            self._change(lambda: self.server.abandon_rebuild(rebuild))

    def close(self) -> None:
        self.server.close()

    def _ask(self, question: Callable[[Server], Answer]) -> Answer | None:
        """Return the server's answer; None where the embedded store is to answer."""
        if not self.breaker.lets_through():
            return None
        try:
            answer = question(self.server)
        except StoreRefusedError as error:
            logger.error("%s The database answers this one question.", error)  # noqa: TRY400
            self._note_answer()
            return None
        except StoreUnavailableError as error:
            self._note_failure(error)
            return None
        self._note_answer()
        return answer

    def _change(self, change: Callable[[], Answer]) -> Answer:
        """Make a change if the server may be asked; one that does not come through is an error."""
        if not self.breaker.lets_through():
            outage = self.breaker.outage
            raise StoreUnavailableError(outage.error if outage else "")
        try:
            answer = change()
        except StoreRefusedError:
            self._note_answer()
            raise
        except StoreUnavailableError as error:
            self._note_failure(error)
            raise
        self._note_answer()
        return answer

    def _note_answer(self) -> None:
        if self.breaker.succeeded():
            logger.warning("The search server answers again.")

    def _note_failure(self, error: StoreUnavailableError) -> None:
        if self.breaker.failed(str(error)):
            logger.warning("%s The database answers searches until it is back.", error)
