"""Everything readable and submittable in a browser that runs no script."""

import pytest
from tests.journeys.browsing import Visitor
from tests.journeys.places import READ, STANDARD, Place, address
from tests.journeys.town import Town

pytestmark = pytest.mark.browser

WORDS = "document.body.innerText"


@pytest.mark.parametrize("place", READ, ids=lambda place: place.name)
def test_page_says_the_same_without_scripts(visitor: Visitor, town: Town, place: Place) -> None:
    where = address(place, "ja", town)
    assert where is not None

    with_scripts = visitor.open(where).evaluate(WORDS)
    without = visitor.open(where, script=False).evaluate(WORDS)

    assert len(without) > 60
    assert without == with_scripts


@pytest.mark.parametrize("width", [360, 1280])
def test_visitor_searches(visitor: Visitor, width: int) -> None:
    tab = visitor.open("/ja/", width=width, script=False)

    if width < 600:
        tab.click("a.tool-search")
        tab.fill("#page-search", "資源")
        tab.press("#page-search", "Enter")
    else:
        tab.fill("#header-search", "資源")
        tab.press("#header-search", "Enter")
    tab.wait_for_url("**/ja/search/?q=**")

    assert "/ja/garbage/" in tab.locator("main section a").first.get_attribute("href")


def test_visitor_changes_the_language(visitor: Visitor, town: Town) -> None:
    tab = visitor.open(address(STANDARD, "ja", town), width=360, script=False)

    tab.click(".menu-language summary")
    tab.click(".menu-language a[hreflang='pt-BR']")

    assert tab.url == address(STANDARD, "pt-br", town)
    assert tab.locator("html").get_attribute("lang") == "pt-BR"


def test_visitor_opens_the_menu_on_a_narrow_page(visitor: Visitor) -> None:
    tab = visitor.open("/ja/", width=360, script=False)

    tab.click(".menu-main summary")
    tab.click(".menu-main a[href='/ja/guideline/']")

    assert tab.locator("h1").inner_text() == "ともに市 協働のまちづくり指針"


def test_visitor_says_that_a_page_helped(visitor: Visitor, town: Town) -> None:
    tab = visitor.open(address(STANDARD, "ja", town), script=False)

    tab.click(".feedback-answers a[href$='helpful=yes']")
    chosen = tab.locator("input[name=helpful]:checked").get_attribute("value")
    tab.fill("textarea[name=comment]", "収集日がすぐに分かりました。")
    tab.click("main form button")
    tab.wait_for_url("**/thanks/")
    tab.click("main p a")

    assert chosen == "yes"
    assert tab.url == address(STANDARD, "ja", town)


def test_editor_signs_in(visitor: Visitor, town: Town) -> None:
    tab = visitor.open("/ja/account/sign-in/", script=False)

    tab.fill("input[name=username]", "editor")
    tab.fill("input[name=password]", town.password)
    tab.click("main form button")

    assert tab.url == f"{town.base}/admin/"
    assert [cookie["name"] for cookie in tab.context.cookies() if cookie["httpOnly"]] == [
        "sessionid"
    ]
