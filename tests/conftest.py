"""What every test stands on: empty caches and, where asked for, a site."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from tests.servers.fixtures import (  # noqa: F401 -- fixtures
    elasticsearch_server,
    guarded_elasticsearch,
    started_elasticsearch,
)
from wagtail.models import Site

from tomoni.testing import factories


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    for one in caches.all(initialized_only=True):
        one.clear()
    yield
    for one in caches.all(initialized_only=True):
        one.clear()


@pytest.fixture
def site(db: None) -> Site:
    """The default site with a live Japanese front page."""
    return factories.make_site()
