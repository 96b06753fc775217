"""What the search room asks of the store within SQLite."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tomoni.search.stores.connecting import reading, writing
from tomoni.search.stores.held import HeldTexts
from tomoni.search.stores.protocol import Candidate, IndexedDocument, Wanted
from tomoni.search.stores.sqlite import reading as read
from tomoni.search.stores.sqlite import tables
from tomoni.search.stores.sqlite import writing as write


class SqliteStore(HeldTexts):
    """A `Store` of full-text tables, one for each language."""

    name = "sqlite"

    def prepare(self, *, locales: Iterable[str]) -> None:
        with writing() as cursor:
            tables.create(cursor, locales)
            tables.drop_strays(cursor)

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
        with reading() as cursor:
            question = read.asked(cursor, wanted)
            return read.signatures(cursor, question) if question else {}

    def candidates(self, wanted: Wanted, *, limit: int, offset: int = 0) -> Sequence[Candidate]:
        with reading() as cursor:
            question = read.asked(cursor, wanted)
            if question is None:
                return ()
            return read.candidates(cursor, question, limit=limit, offset=offset)

    def documents(self, tokens: Iterable[str], *, locale: str) -> Mapping[str, int]:
        with reading() as cursor:
            return read.documents(cursor, tokens, locale)

    def vocabulary(self, *, locale: str) -> Iterator[tuple[str, int]]:
        with reading() as cursor:
            if tables.exists(cursor, tables.table(locale)):
                yield from read.vocabulary(cursor, locale)
