"""Editors, approvers and operators meet no English on their screens."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page
from tests.journeys.browsing import Visitor
from tests.journeys.english import english_on
from tests.journeys.screens import SCREENS, Screen
from tests.journeys.town import Town, serve

pytestmark = pytest.mark.browser

PATIENCE = 30_000

JAPANESE = "SELECT id FROM wagtailcore_locale WHERE language_code = 'ja'"
LIVE = """
    SELECT page.id FROM wagtailcore_page AS page
    JOIN django_content_type AS type ON type.id = page.content_type_id
    JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
    WHERE page.live AND locale.language_code = 'ja' AND type.model = '{model}'
    ORDER BY page.path LIMIT 1 OFFSET {number}
"""
PLACES = {
    "front": LIVE.format(model="homepage", number=0),
    "guideline": LIVE.format(model="guidelinepage", number=0),
    "chapter": LIVE.format(model="chapterpage", number=0),
    "other": LIVE.format(model="chapterpage", number=1),
    "section": "SELECT id FROM tomoni_home_section ORDER BY id",
    "image": "SELECT id FROM tomoni_media_image ORDER BY id",
    "user": "SELECT id FROM tomoni_accounts_user WHERE username = 'editor'",
    "workflow": "SELECT id FROM wagtailcore_workflow",
    "task": "SELECT id FROM wagtailcore_task",
    "japanese": JAPANESE,
}
# What people of the town wrote in Latin letters themselves.
WRITTEN = """
    SELECT title FROM wagtailcore_page UNION SELECT username FROM tomoni_accounts_user
    UNION SELECT hostname FROM wagtailcore_site UNION SELECT comment FROM tomoni_feedback_answer
"""


@pytest.fixture(scope="module")
def offices(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A copy of the town, for work is done on these screens."""
    data = tmp_path_factory.mktemp("offices") / "town"
    shutil.copytree(town.data, data)
    with serve(data) as served:
        yield served


@pytest.fixture(scope="module")
def places(offices: Town) -> dict[str, int]:
    return {name: rows(offices, question)[0] for name, question in PLACES.items()}


@pytest.fixture(scope="module")
def written(offices: Town) -> tuple[str, ...]:
    return tuple(sorted((text for text in rows(offices, WRITTEN) if text), key=len, reverse=True))


@pytest.fixture(scope="module")
def window(browser: Browser, offices: Town) -> Iterator[Callable[[str], Page]]:
    """The window of a role, signed in once."""
    visitor = Visitor(browser=browser, base=offices.base)
    windows: dict[str, Page] = {}

    def of(who: str) -> Page:
        if who not in windows:
            windows[who] = visitor.open("/admin/")
            windows[who].set_default_timeout(PATIENCE)
            if who:
                sign_in(windows[who], who, offices)
        return windows[who]

    yield of
    visitor.leave()
    # Wagtail answers 400 to a form that lacks something.
    assert [one for one in visitor.complaints if not one.startswith("400: ")] == []


@pytest.mark.parametrize(
    "screen", SCREENS, ids=lambda screen: f"{screen.who or 'nobody'}: {screen.name}"
)
def test_screen_speaks_japanese(
    screen: Screen,
    window: Callable[[str], Page],
    offices: Town,
    places: dict[str, int],
    written: tuple[str, ...],
) -> None:
    tab = window(screen.who)
    if screen.path:
        answer = tab.goto(offices.base + screen.path.format(**places))
        assert answer is not None
        assert answer.status == 200

    screen.act(tab)

    assert english_on(tab, written) == []


def sign_in(tab: Page, who: str, town: Town) -> None:
    tab.fill("input[name=username]", who)
    tab.fill("input[name=password]", town.password)
    tab.locator("main form button").last.click()
    tab.wait_for_url(f"{town.base}/admin/")


def rows(town: Town, question: str) -> list:
    with closing(sqlite3.connect(town.data / "tomoni.sqlite3")) as connection:
        return [row[0] for row in connection.execute(question)]
