"""What every test stands on: an empty cache and, where asked for, a site."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from tests.servers.fixtures import (  # noqa: F401 -- fixtures
    elasticsearch_server,
    guarded_elasticsearch,
    started_elasticsearch,
)
from wagtail.models import Site

from tomoni.testing import factories


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def site(db: None) -> Site:
    """The default site with a live Japanese front page."""
    return factories.make_site()
