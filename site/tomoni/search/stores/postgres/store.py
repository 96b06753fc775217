"""What the search room asks of the store within PostgreSQL."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tomoni.search.stores.connecting import reading, writing
from tomoni.search.stores.held import HeldTexts
from tomoni.search.stores.postgres import reading as read
from tomoni.search.stores.postgres import tables
from tomoni.search.stores.postgres import writing as write
from tomoni.search.stores.postgres.asking import by_index
from tomoni.search.stores.protocol import Candidate, IndexedDocument, Wanted


class PostgresStore(HeldTexts):
    """A `Store` of one table for all languages."""

    name = "postgres"

    def prepare(self, *, locales: Iterable[str]) -> None:  # noqa: ARG002 -- one table for all
        with writing() as cursor:
            tables.create(cursor)

    def put(self, documents: Sequence[IndexedDocument]) -> None:
        with writing() as cursor:
            write.put(cursor, documents)

    def remove(self, pks: Iterable[int], *, version: int) -> None:
        with writing() as cursor:
            write.remove(cursor, pks, version)

    def clear(self) -> None:
        with writing() as cursor:
            write.clear(cursor)

    def signatures(self, wanted: Wanted) -> Mapping[int, int]:
        with reading() as cursor, by_index(cursor):
            question = read.asked(cursor, wanted)
            return read.signatures(cursor, question) if question else {}

    def candidates(self, wanted: Wanted, *, limit: int, offset: int = 0) -> Sequence[Candidate]:
        with reading() as cursor, by_index(cursor):
            question = read.asked(cursor, wanted)
            if question is None:
                return ()
            return read.candidates(cursor, question, limit=limit, offset=offset)

    def documents(self, tokens: Iterable[str], *, locale: str) -> Mapping[str, int]:
        with reading() as cursor:
            return read.documents(cursor, tokens, locale)

    def vocabulary(self, *, locale: str) -> Iterator[tuple[str, int]]:
        with reading() as cursor:
            found = read.vocabulary(cursor, locale)
        yield from found
