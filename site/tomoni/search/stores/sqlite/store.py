"""What the search room asks of the store within SQLite."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.connecting import reading, writing
from tomoni.search.stores.embedded import EmbeddedTexts, stamps
from tomoni.search.stores.embedded.looks import Look
from tomoni.search.stores.protocol import Candidate, IndexedDocument, Wanted
from tomoni.search.stores.sqlite import reading as read
from tomoni.search.stores.sqlite import tables
from tomoni.search.stores.sqlite import writing as write


class SqliteStore(EmbeddedTexts):
    """A `Store` of full-text tables, one for each language."""

    name = "sqlite"

    def prepare(self, *, locales: Iterable[str]) -> None:
        with writing() as cursor:
            tables.create(cursor, locales)
            tables.drop_strays(cursor)
            stamps.renew_all()

    def put(self, documents: Sequence[IndexedDocument]) -> None:
        with writing() as cursor:
            stamps.renew(write.put(cursor, documents))

    def remove(self, pks: Iterable[int], *, version: int) -> None:
        with writing() as cursor:
            stamps.renew(write.remove(cursor, pks, version))

    def clear(self) -> None:
        with writing() as cursor:
            write.clear(cursor)
            stamps.renew_all()

    def documents(self, tokens: Iterable[str], *, locale: str) -> Mapping[str, int]:
        with reading() as cursor:
            return read.documents(cursor, tokens, locale)

    def vocabulary(self, *, locale: str) -> Iterator[tuple[str, int]]:
        with reading() as cursor:
            if tables.exists(cursor, tables.table(locale)):
                yield from read.vocabulary(cursor, locale)

    def _found(
        self, cursor: CursorWrapper, locale: str, looks: Sequence[Look]
    ) -> Iterable[Iterable[int]]:
        return read.found(cursor, locale, looks)

    def _loaded(self, cursor: CursorWrapper, wanted: Wanted, pks: list[int]) -> list[Candidate]:
        return read.loaded(cursor, wanted, pks)
