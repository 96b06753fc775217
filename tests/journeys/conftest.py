"""One demo town for all journeys, and a visitor whose browser must have nothing to complain of."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.journeys.browsing import Visitor, chromium
from tests.journeys.town import Town, prepare, serve
from tests.kept import copy_of_kept


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The demo town, built and served by the very command that the README names."""
    data = tmp_path_factory.mktemp("journeys") / "town"
    copy_of_kept("town", prepare, into=data, factory=tmp_path_factory)
    with serve(data) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for one module; while Playwright runs, Django refuses this process its database."""
    with chromium() as started:
        yield started


@pytest.fixture
def visitor(browser: Browser, town: Town) -> Iterator[Visitor]:
    """Somebody who visits the town; their browser saw no error, no breach, no foreign host."""
    someone = Visitor(browser=browser, base=town.base)
    yield someone
    someone.leave()
    assert someone.complaints == []
