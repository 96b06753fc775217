"""The stores that the contract is tried on: that of the test database, and others added here."""

from collections.abc import Sequence

import pytest
from tests.search.stores.elasticsearch import connect, elasticsearch_store  # noqa: F401 -- fixtures

from tomoni.search.stores.choice import embedded
from tomoni.search.stores.protocol import Store

EMBEDDED = "embedded"
ELASTICSEARCH = "elasticsearch"

# The fixture that gives each store; the keys name the runs of the contract's tests.
STORES: dict[str, str] = {EMBEDDED: "embedded_store", ELASTICSEARCH: "elasticsearch_store"}
MARKS = {ELASTICSEARCH: pytest.mark.elasticsearch}
LOCALES: Sequence[str] = ("ja", "pt-br")


@pytest.fixture(params=[pytest.param(name, marks=MARKS.get(name, ())) for name in STORES])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store, ready for two languages."""
    made: Store = request.getfixturevalue(STORES[request.param])
    made.prepare(locales=LOCALES)
    made.clear()
    return made


@pytest.fixture
def embedded_store(db: None) -> Store:
    """The store within the test database."""
    return embedded()
