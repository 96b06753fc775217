"""Editors, approvers and operators meet no English on their screens."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page
from tests.journeys.browsing import Visitor
from tests.journeys.english import english_in
from tests.journeys.scenes import SCENES, Scene
from tests.journeys.screens import Screen, screens
from tests.journeys.town import Town, serve

pytestmark = pytest.mark.browser

PATIENCE = 15_000
HERE = Path(__file__).parent
BUSINESS = f"import sys; sys.path.insert(0, {str(HERE)!r}); import affairs; affairs.build()"
# What people of the town wrote in other languages themselves.
WRITTEN = """
    SELECT title FROM wagtailcore_page UNION SELECT username FROM tomoni_accounts_user
    UNION SELECT name FROM tomoni_home_section UNION SELECT hostname FROM wagtailcore_site
    UNION SELECT comment FROM tomoni_feedback_answer
    UNION SELECT number FROM tomoni_guidelines_chapterpage
    UNION SELECT slug FROM tomoni_search_term
    UNION SELECT text FROM tomoni_search_termform WHERE locale = 'ja'
    UNION SELECT replace(words, char(10), ' = ') FROM tomoni_search_synonymset
"""
# Parts of a page lie in trees of their own.
WHOLE = """() => [document.documentElement.outerHTML,
    ...[...document.querySelectorAll("*")].filter(one => one.shadowRoot)
        .map(one => one.shadowRoot.innerHTML)].join("\\n")"""

Window = Callable[[str], Page]


@pytest.fixture(scope="module")
def data(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the town, for work is done on these screens."""
    copy = tmp_path_factory.mktemp("offices") / "town"
    shutil.copytree(town.data, copy)
    return copy


@pytest.fixture(scope="module")
def places(data: Path) -> dict[str, str]:
    """The numbers of what lies on people's desks."""
    said = Town(data=data, base="").command("shell", "-v0", "-c", BUSINESS)
    return json.loads(said.splitlines()[-1])


@pytest.fixture(scope="module")
def offices(data: Path, places: dict[str, str]) -> Iterator[Town]:
    with serve(data) as served:
        yield served


@pytest.fixture(scope="module")
def written(offices: Town) -> list[str]:
    with closing(sqlite3.connect(offices.data / "tomoni.sqlite3")) as connection:
        texts = [row[0] for row in connection.execute(WRITTEN)]
    return sorted(filter(None, texts), key=len, reverse=True)


@pytest.fixture(scope="module")
def window(browser: Browser, offices: Town) -> Iterator[Window]:
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


@pytest.mark.parametrize("screen", tuple(screens()), ids=lambda screen: screen.name)
def test_screen_speaks_japanese(
    screen: Screen, window: Window, offices: Town, places: dict[str, str], written: list[str]
) -> None:
    session = window(screen.who).context
    address = offices.base + screen.path.format(**places)
    ends = (screen.ends or screen.path).format(**places)

    if screen.form:
        token = next(one["value"] for one in session.cookies() if "csrf" in one["name"])
        answer = session.request.post(
            address,
            form={**screen.form, "csrfmiddlewaretoken": token},
            headers={"Referer": address},
        )
    else:
        answer = session.request.get(address)

    assert answer.status == screen.status
    assert urlsplit(answer.url).path == quote(urlsplit(ends).path)
    assert english_in(answer.text(), written) == []


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: f"{scene.who}: {scene.name}")
def test_scene_speaks_japanese(
    scene: Scene, window: Window, offices: Town, places: dict[str, str], written: list[str]
) -> None:
    tab = window(scene.who)
    if scene.path:
        tab.goto(offices.base + scene.path.format(**places))

    scene.act(tab)

    assert english_in(tab.evaluate(WHOLE), written) == []


def sign_in(tab: Page, who: str, town: Town) -> None:
    tab.fill("input[name=username]", who)
    tab.fill("input[name=password]", town.password)
    tab.locator("main form button").last.click()
    tab.wait_for_url(f"{town.base}/admin/")
