"""Other processes of this machine that analyse texts, started when there is work for them."""

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.process import BaseProcess

from tomoni.search.analysing import Analysis, Wording, analysed, analysed_each
from tomoni.search.beside import analyse, begin, warm_up

logger = logging.getLogger(__name__)

# Signs that are worth the start of processes, and those of a portion, which takes some 20 ms.
WORTH_STARTING = 20_000
AT_ONCE = 8_000
# Of so many portions it can be told at a time whether they are begun.
PLACES = 10_000
# Seconds after which a process hangs; the longest text takes two.
PATIENCE = 60.0
PATIENCE_AT_END = 5.0


@dataclass(frozen=True)
class _Portion:
    place: int
    wordings: Sequence[Wording]
    beside: "Future[list[Analysis]]"


class Processes:
    """Processes that analyse texts beside this one, which goes on alone where they fail.

    Portions of texts lie ready for all. This process needs them from the first on; while it waits
    for one that another has begun, it does those at the end that nobody has.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._seen = 0
        self._given = 0
        self._pool: ProcessPoolExecutor | None = None
        self._context = get_context("spawn")
        self._begun = self._context.RawArray("b", PLACES)
        self._starting: list[Future[None]] = []
        self._failed = False

    def analyses(self, wordings: Sequence[Wording]) -> Iterator[Analysis]:
        """Return the analyses of texts in their order; those who help begin at once."""
        self._seen += sum(one.length for one in wordings)
        if self._seen < WORTH_STARTING or self._failed:
            return map(analysed, wordings)
        try:
            pool = self._pool or self._started(wordings[:1])
            # Alone a small site is done before the others are ready.
            if not any(start.done() for start in self._starting):
                return map(analysed, wordings)
            given = list(_portions(wordings))
            if len(given) > PLACES:
                return map(analysed, wordings)
            return self._gathered([self._put(pool, one) for one in given])
        except (BrokenProcessPool, OSError) as failure:
            self._give_up(failure)
            return map(analysed, wordings)

    def close(self) -> None:
        """End the processes; those that do not end by themselves are ended."""
        if self._pool is None:
            return
        processes = self._processes()
        self._pool.shutdown(wait=False, cancel_futures=not self._failed)
        for process in processes:
            if not connection.wait([process.sentinel], PATIENCE_AT_END):
                process.kill()

    def _started(self, sample: Sequence[Wording]) -> ProcessPoolExecutor:
        self._pool = ProcessPoolExecutor(self._count, self._context, begin, (self._begun,))
        # Each starts another process, which so reads the dictionary before it is given work.
        self._starting = [self._pool.submit(warm_up, sample) for _ in range(self._count)]
        return self._pool

    def _put(self, pool: ProcessPoolExecutor, wordings: Sequence[Wording]) -> _Portion:
        place = self._given % PLACES
        self._given += 1
        self._begun[place] = 0
        return _Portion(place, wordings, pool.submit(analyse, place, wordings))

    def _gathered(self, portions: Sequence[_Portion]) -> Iterator[Analysis]:
        own: dict[int, list[Analysis]] = {}
        left = list(portions)
        try:
            for portion in portions:
                while left and not portion.beside.done() and portion.place not in own:
                    last = left.pop()
                    if not self._begun[last.place]:
                        self._begun[last.place] = 1
                        own[last.place] = analysed_each(last.wordings)
                yield from own.pop(portion.place, ()) or self._waited(portion)
        finally:
            # Whoever breaks off wants nothing more.
            for portion in portions:
                self._begun[portion.place] = 1

    def _waited(self, portion: _Portion) -> list[Analysis]:
        try:
            found = portion.beside.result(0 if self._failed else PATIENCE)
        except (BrokenProcessPool, TimeoutError) as failure:
            self._give_up(failure)
            found = []
        return found or analysed_each(portion.wordings)

    def _give_up(self, failure: Exception) -> None:
        if self._failed:
            return
        self._failed = True
        logger.warning(
            "Processes that analyse texts failed (%s); this one goes on alone.",
            type(failure).__name__,
        )
        for process in self._processes():
            process.kill()

    def _processes(self) -> list[BaseProcess]:
        # Python has no public way to them before 3.14.
        known = self._pool._processes if self._pool else None  # noqa: SLF001
        return list((known or {}).values())


def _portions(wordings: Sequence[Wording]) -> Iterator[list[Wording]]:
    """Cut texts into portions that take equally long, as far as single texts let that be."""
    portion: list[Wording] = []
    signs = 0
    for wording in wordings:
        portion.append(wording)
        signs += wording.length
        if signs >= AT_ONCE:
            yield portion
            portion, signs = [], 0
    if portion:
        yield portion
