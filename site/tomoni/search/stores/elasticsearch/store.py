"""What the search room asks of the store within Elasticsearch."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elasticsearch import Elasticsearch

from tomoni.search.stores.elasticsearch import indexes
from tomoni.search.stores.elasticsearch import reading as read
from tomoni.search.stores.elasticsearch import writing as write
from tomoni.search.stores.elasticsearch.configuring import Configuration
from tomoni.search.stores.elasticsearch.connecting import answering, connect, patient
from tomoni.search.stores.protocol import Candidate, IndexedDocument, Wanted

GRACE = 2.0


@dataclass(frozen=True)
class Rebuild:
    """An index that is being filled while the old one still answers."""

    index: str
    client: Elasticsearch

    def put(self, documents: Sequence[IndexedDocument]) -> None:
        """Write documents, but over no higher version."""
        write.put(self.client, self.index, documents, options={})

    def remove(self, pks: Iterable[int], *, version: int) -> None:
        """Take documents out, unless they were written with a higher version since."""
        write.remove(self.client, self.index, pks, version, options={})


class ElasticsearchStore:
    """A `Store` of one index for each town, which may share a server with many others."""

    name = "elasticsearch"

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self._quick = connect(configuration)
        self._patient = patient(self._quick)

    def prepare(self, *, locales: Iterable[str]) -> None:
        del locales  # One index holds them all.
        with answering():
            indexes.prepare(self._patient, self.configuration)

    def put(self, documents: Sequence[IndexedDocument]) -> None:
        write.put(self._patient, self._alias, documents, options=_SEEN_AT_ONCE)

    def remove(self, pks: Iterable[int], *, version: int) -> None:
        write.remove(self._patient, self._alias, pks, version, options=_SEEN_AT_ONCE)

    def clear(self) -> None:
        self.finish_rebuild(self.begin_rebuild(), grace=0)

    def signatures(self, wanted: Wanted) -> Mapping[int, int]:
        with answering():
            return read.signatures(self._quick, self._alias, wanted)

    def first(self, wanted: Wanted, *, limit: int) -> tuple[Mapping[int, int], Sequence[Candidate]]:
        with answering():
            return read.first(self._quick, self._alias, wanted, limit=limit)

    def first_numbers(
        self, wanted: Wanted, *, limit: int
    ) -> tuple[Mapping[int, int], Sequence[int]]:
        """Return the counts and the numbers of the first, for who has the texts at hand."""
        with answering():
            return read.first_numbers(self._quick, self._alias, wanted, limit=limit)

    def candidates(self, wanted: Wanted, *, limit: int, offset: int = 0) -> Sequence[Candidate]:
        with answering():
            return read.candidates(self._quick, self._alias, wanted, limit=limit, offset=offset)

    def numbers(self, wanted: Wanted, *, limit: int, offset: int = 0) -> Sequence[int]:
        """Return the numbers of the best candidates, for who has the texts at hand."""
        with answering():
            return read.numbers(self._quick, self._alias, wanted, limit=limit, offset=offset)

    def vocabulary(self, *, locale: str) -> Iterator[tuple[str, int]]:
        with answering():
            yield from read.vocabulary(self._patient, self._alias, locale)

    def count(self, *, locale: str) -> int:
        with answering():
            return read.count(self._quick, self._alias, locale)

    def identity(self) -> str:
        """Return the name of the index in use, another one after each rebuild; else nothing.

        Nothing, too, where it was made by an older version and does not take what this one sends.
        """
        with answering():
            names = indexes.in_use(self._patient, self.configuration)
        return ", ".join(name for name in names if indexes.fits(name, self.configuration))

    def begin_rebuild(self) -> Rebuild:
        """Make a new index to be filled; the old one answers until the rebuild is finished."""
        with answering():
            return Rebuild(indexes.create(self._patient, self.configuration), self._patient)

    def finish_rebuild(self, rebuild: Rebuild, *, grace: float = GRACE) -> None:
        """Let the new index answer instead of the old one, from one moment to the next.

        Questions that the old one has begun with get `grace` seconds to be answered. In one piece,
        which the server makes beside, the new one answers in nine tenths of the time.
        """
        with answering():
            self._patient.indices.refresh(index=rebuild.index)
            self._patient.indices.forcemerge(
                index=rebuild.index, max_num_segments=1, wait_for_completion=False
            )
            indexes.switch_to(self._patient, self.configuration, rebuild.index)
            time.sleep(grace)
            indexes.delete_others(self._patient, self.configuration, rebuild.index)

    def abandon_rebuild(self, rebuild: Rebuild) -> None:
        """Delete the new index; the old one goes on."""
        with answering():
            indexes.delete(self._patient, rebuild.index)

    def drop(self) -> None:
        """Delete all that the server holds under this store's name."""
        with answering():
            indexes.delete_others(self._patient, self.configuration, kept="")
            indexes.drop_template(self._patient, self.configuration)

    def close(self) -> None:
        self._quick.close()

    @property
    def _alias(self) -> str:
        return self.configuration.index


# What is written under the town's name never makes an index by itself, and is found at once.
_SEEN_AT_ONCE: dict[str, Any] = {"require_alias": True, "refresh": True}
