"""Real servers for tests; `tests/conftest.py` offers them to all."""

from collections.abc import Iterator

import pytest
from tests.servers.elasticsearch import Elasticsearch


@pytest.fixture(scope="session")
def started_elasticsearch() -> Iterator[Elasticsearch]:
    with Elasticsearch() as server:
        yield server


@pytest.fixture
def elasticsearch_server(started_elasticsearch: Elasticsearch) -> Iterator[Elasticsearch]:
    """An Elasticsearch that a test may freeze or kill: it is mended for the next one."""
    yield started_elasticsearch
    started_elasticsearch.mend()


@pytest.fixture(scope="session")
def guarded_elasticsearch() -> Iterator[Elasticsearch]:
    """An Elasticsearch with a password and TLS."""
    with Elasticsearch(guarded=True) as server:
        yield server
