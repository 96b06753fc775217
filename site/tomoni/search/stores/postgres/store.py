"""What the search room asks of the store within PostgreSQL."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db.backends.utils import CursorWrapper

from tomoni.search.stores.connecting import reading, writing
from tomoni.search.stores.embedded import EmbeddedTexts, stamps
from tomoni.search.stores.embedded.looks import Look
from tomoni.search.stores.postgres import reading as read
from tomoni.search.stores.postgres import tables
from tomoni.search.stores.postgres import writing as write
from tomoni.search.stores.protocol import Candidate, IndexedDocument, Wanted


class PostgresStore(EmbeddedTexts):
    """A `Store` of one table for all languages."""

    name = "postgres"

    def prepare(self, *, locales: Iterable[str]) -> None:  # noqa: ARG002 -- one table for all
        with writing() as cursor:
            tables.create(cursor)
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
            found = read.vocabulary(cursor, locale)
        yield from found

    def _found(
        self, cursor: CursorWrapper, locale: str, looks: Sequence[Look]
    ) -> Iterable[Iterable[int]]:
        return read.found(cursor, locale, looks)

    def _loaded(self, cursor: CursorWrapper, wanted: Wanted, pks: list[int]) -> list[Candidate]:
        return read.loaded(cursor, wanted, pks)
