"""Stores on the tests' own Elasticsearch, and what else may stand at an address."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager

import pytest
from tests.servers.elasticsearch import Elasticsearch

from tomoni.search.stores.elasticsearch.configuring import Configuration
from tomoni.search.stores.elasticsearch.store import ElasticsearchStore

# Seconds; where no fault is tried, a busy machine may take its time.
PATIENCE = 30.0

Connect = Callable[..., ElasticsearchStore]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """`connect(url, …)` gives a store there, which is closed with the test."""
    with ExitStack() as stack:

        def store_at(url: str, **more: object) -> ElasticsearchStore:
            configuration = Configuration(hosts=(url,), **{"timeout": PATIENCE, **more})
            return stack.enter_context(closing(ElasticsearchStore(configuration)))

        yield store_at


@pytest.fixture
def elasticsearch_store(
    elasticsearch_server: Elasticsearch, connect: Connect
) -> ElasticsearchStore:
    """A store on the server of this run."""
    return connect(elasticsearch_server.url)


@contextmanager
def black_hole() -> Iterator[str]:
    """Give an address that takes connections and never answers."""
    taken: list[socket.socket] = []

    def take(listening: socket.socket) -> None:
        while True:
            try:
                taken.append(listening.accept()[0])
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=take, args=(listening,))
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()
    for connection in taken:
        connection.close()


@contextmanager
def nobody() -> Iterator[str]:
    """Give an address where nothing listens."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
