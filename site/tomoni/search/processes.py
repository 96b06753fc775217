"""Other processes of this machine that analyse texts, started when there is work for them."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context
from multiprocessing.process import BaseProcess

from tomoni.search.ahead import Ahead, Portion
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


class Processes:
    """Processes that analyse texts beside this one, which goes on alone where they fail.

    Portions of texts lie ready for all, and are begun in their order. While this process waits for
    one that another has begun, it does the next that nobody has: what it would do at the end
    instead, it would still have to write when the others have nothing left to do.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._seen = 0
        self._given = 0
        self._pool: ProcessPoolExecutor | None = None
        self._context = get_context("spawn")
        self._begun = self._context.RawArray("b", PLACES)
        self._starting: list[Future[None]] = []
        self._ahead = Ahead()
        self._failed = False

    def begin(self, wordings: Iterable[Wording]) -> None:
        """Let those who help begin with texts that `analyses` will be asked for."""
        ahead = self._ahead
        for wording in wordings:
            if wording in ahead.places or wording in ahead.rest:
                continue
            ahead.rest[wording] = None
            ahead.signs += wording.length
            if ahead.signs >= AT_ONCE:
                self._hand_over()

    def analyses(self, wordings: Sequence[Wording]) -> Iterator[Analysis]:
        """Return the analyses of texts in their order; what was begun for later goes on."""
        self.begin(wordings)
        self._hand_over()
        return self._gathered(wordings) if self._ahead.portions else map(analysed, wordings)

    def close(self) -> None:
        """End the processes; those that do not end by themselves are ended."""
        if self._pool is None:
            return
        processes = self._processes()
        self._pool.shutdown(wait=False, cancel_futures=not self._failed)
        for process in processes:
            if not connection.wait([process.sentinel], PATIENCE_AT_END):
                process.kill()

    def _hand_over(self) -> None:
        """Give the texts that wait to those who help, unless they are for this process alone."""
        ahead = self._ahead
        wordings, signs = list(ahead.rest), ahead.signs
        ahead.rest, ahead.signs = {}, 0
        self._seen += signs
        if not wordings or self._failed or self._seen < WORTH_STARTING:
            return
        try:
            pool = self._pool or self._started(wordings[:1])
            # Alone a small site is done before the others are ready.
            if any(start.done() for start in self._starting) and len(ahead.portions) < PLACES:
                portion = self._put(pool, wordings)
                ahead.portions.append(portion)
                ahead.places |= {one: (portion, at) for at, one in enumerate(wordings)}
        except (BrokenProcessPool, OSError) as failure:
            self._give_up(failure)

    def _started(self, sample: Sequence[Wording]) -> ProcessPoolExecutor:
        self._pool = ProcessPoolExecutor(self._count, self._context, begin, (self._begun,))
        # Each starts another process, which so reads the dictionary before it is given work.
        self._starting = [self._pool.submit(warm_up, sample) for _ in range(self._count)]
        return self._pool

    def _put(self, pool: ProcessPoolExecutor, wordings: Sequence[Wording]) -> Portion:
        place = self._given % PLACES
        self._given += 1
        self._begun[place] = 0
        return Portion(place, wordings, pool.submit(analyse, place, wordings))

    def _gathered(self, wordings: Sequence[Wording]) -> Iterator[Analysis]:
        left = deque(portion for portion in self._ahead.portions if not portion.found)
        try:
            for wording in wordings:
                portion, at = self._ahead.places.get(wording, (None, 0))
                yield analysed(wording) if portion is None else self._found(portion, left)[at]
        finally:
            # Whoever breaks off wants nothing more of these.
            for portion in self._ahead.forget(wordings):
                self._begun[portion.place] = 1

    def _found(self, portion: Portion, left: deque[Portion]) -> Sequence[Analysis]:
        while left and not portion.found and not portion.beside.done():
            one = left.popleft()
            if not self._begun[one.place]:
                self._begun[one.place] = 1
                one.found = analysed_each(one.wordings)
        portion.found = portion.found or self._waited(portion)
        return portion.found

    def _waited(self, portion: Portion) -> list[Analysis]:
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
