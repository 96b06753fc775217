"""Let the site answer from a real Elasticsearch, and from nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from secrets import token_hex
from typing import Any, NoReturn

from django.conf import settings
from django.test import override_settings
from tests.servers.elasticsearch import Elasticsearch

from tomoni.search.services import fill_anew, send_changes
from tomoni.search.stores import choice
from tomoni.search.stores.protocol import Candidate, Wanted

# Seconds; a busy machine may take its time.
PATIENCE = "30"


class NobodyBehind:
    """Stands where the database would answer what the server refuses: here that is a failure."""

    name = "nobody"

    def loaded(self, wanted: Wanted, pks: Sequence[int]) -> Sequence[Candidate]:
        """Give the texts that the server chose: that is the database's part in any case."""
        return choice.embedded().loaded(wanted, pks)

    def signatures(self, wanted: object) -> Mapping[int, int]:
        self._fail(wanted)

    def first(self, wanted: object, **_: Any) -> tuple[Mapping[int, int], Sequence[Any]]:
        self._fail(wanted)

    def candidates(self, wanted: object, **_: Any) -> Sequence[Any]:
        self._fail(wanted)

    def count(self, **_: object) -> int:
        self._fail("a count")

    def _fail(self, asked: object) -> NoReturn:
        raise AssertionError(f"The server did not answer {asked!r}")


@contextmanager
def served_by(server: Elasticsearch) -> Iterator[None]:
    """Send all texts to a server; it alone is asked until the end."""
    chosen = {"STORE": "elasticsearch", "HOSTS": server.url, "TIMEOUT": PATIENCE}
    own = {"INDEX": f"tomoni-{token_hex(4)}"}
    with override_settings(TOMONI_SEARCH={**settings.TOMONI_SEARCH, **chosen, **own}):
        fallback = choice.remote()
        fallback.embedded = NobodyBehind()
        fill_anew()
        assert send_changes()
        assert choice.in_use().name == "elasticsearch"
        try:
            yield
            assert choice.in_use().name == "elasticsearch"
        finally:
            fallback.server.drop()
