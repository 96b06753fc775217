"""Finding and counting texts in memory, by what the database says of words it was not asked yet."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from django.db.backends.utils import CursorWrapper
from pyroaring import BitMap

from tomoni.search.stores.batches import portions
from tomoni.search.stores.connecting import reading
from tomoni.search.stores.embedded.answering import Answer, answer_of
from tomoni.search.stores.embedded.looks import Look
from tomoni.search.stores.embedded.ordering import ordered
from tomoni.search.stores.embedded.snapshot import Snapshot
from tomoni.search.stores.embedded.snapshots import snapshot
from tomoni.search.stores.held import HeldTexts
from tomoni.search.stores.protocol import Candidate, Streams, Wanted
from tomoni.search.stores.questions import question_of


class EmbeddedTexts(HeldTexts, ABC):
    """The part of an `EmbeddedStore` that answers questions, the same in each database."""

    def signatures(self, wanted: Wanted) -> Mapping[int, int]:
        with reading() as cursor:
            answer = self._answer(cursor, wanted)
            return answer.counts() if answer else {}

    def first(self, wanted: Wanted, *, limit: int) -> tuple[Mapping[int, int], Sequence[Candidate]]:
        with reading() as cursor:
            answer = self._answer(cursor, wanted)
            if answer is None:
                return {}, ()
            pks = ordered(answer, limit=limit, offset=0)
            return answer.counts(), self._in_order(cursor, wanted, pks)

    def candidates(self, wanted: Wanted, *, limit: int, offset: int = 0) -> Sequence[Candidate]:
        with reading() as cursor:
            answer = self._answer(cursor, wanted)
            if answer is None:
                return ()
            return self._in_order(cursor, wanted, ordered(answer, limit=limit, offset=offset))

    @abstractmethod
    def documents(self, tokens: Iterable[str], *, locale: str) -> Mapping[str, int]:
        """Return in how many documents of a language tokens stand; those in none are left out."""

    def loaded(self, wanted: Wanted, pks: Sequence[int]) -> Sequence[Candidate]:
        with reading() as cursor:
            return self._in_order(cursor, wanted, pks)

    @abstractmethod
    def _found(
        self, cursor: CursorWrapper, locale: str, looks: Sequence[Look]
    ) -> Iterable[Iterable[int]]:
        """Return for each look the texts that it finds."""

    @abstractmethod
    def _loaded(self, cursor: CursorWrapper, wanted: Wanted, pks: list[int]) -> list[Candidate]:
        """Return texts of a language with their tokens."""

    def _in_order(
        self, cursor: CursorWrapper, wanted: Wanted, pks: Sequence[int]
    ) -> list[Candidate]:
        found = {
            one.pk: one
            for portion in portions(pks)
            for one in self._loaded(cursor, wanted, portion)
        }
        return [found[pk] for pk in pks if pk in found]

    def _answer(self, cursor: CursorWrapper, wanted: Wanted) -> Answer | None:
        """Return what answers to a question; None where nothing can."""
        plain = Wanted(wanted.locale)

        def load(pks: list[int]) -> Mapping[int, Streams]:
            return {one.pk: one.streams for one in self._loaded(cursor, plain, pks)}

        held = snapshot(cursor, wanted.locale, load)
        if held is None:
            return None
        question = question_of(wanted, partial(self.documents, locale=wanted.locale))
        if question is None:
            return None
        return answer_of(question, held, lambda looks: self._look(cursor, held, wanted, looks))

    def _look(
        self, cursor: CursorWrapper, held: Snapshot, wanted: Wanted, looks: Sequence[Look]
    ) -> Mapping[Look, BitMap]:
        """Return what is found by each look, asking the database for all that is not known."""
        found = held.findings.get(looks)
        missing = [look for look in dict.fromkeys(looks) if look not in found]
        if missing:
            numbers = self._found(cursor, wanted.locale, missing)
            fresh = {look: BitMap(pks) for look, pks in zip(missing, numbers, strict=True)}
            held.findings.add(fresh)
            found |= fresh
        return found
