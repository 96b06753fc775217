"""An operator imports the guideline of a real town; a visitor reads it and finds it."""

import os
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from tests.journeys.browsing import Visitor
from tests.journeys.town import Town

pytestmark = [pytest.mark.browser, pytest.mark.shared_data]

TEXT = Path(__file__).parents[3] / "shared" / "data" / "guidelines" / "oizumi-2011.txt"
TITLE = "大泉町協働のまちづくり推進指針"


@pytest.fixture(scope="module")
def imported(town: Town) -> str:
    """The path of the guideline, imported and published while the town is being served."""
    if not TEXT.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{TEXT} must lie beside the checkout")
        pytest.skip(f"{TEXT} does not lie beside the checkout")
    town.command("import_guideline", TEXT, "--title", TITLE, "--publish")
    return next(page.path for page in town.pages() if page.title == TITLE)


def test_visitor_reads_from_the_front_page_to_a_section_and_its_notes(
    visitor: Visitor, imported: str
) -> None:
    tab = visitor.open("/ja/")

    tab.click(f"nav.main-nav a[href='{imported}']")
    assert tab.locator("h1").inner_text() == TITLE
    entry = tab.locator(".guideline-contents > ol > li", has_text="第２章").locator(
        "a", has_text="第４節"
    )
    title = entry.locator("span:not(.number)").inner_text()
    entry.click()

    heading = tab.locator(f"[id='{urlsplit(tab.url).fragment}']")
    assert heading.inner_text().replace("\u200b", "").split()[:2] == ["第４節", title]
    assert 0 <= heading.bounding_box()["y"] < 900
    assert tab.locator("h1 .chapter-number").inner_text() == "第２章"


def test_visitor_follows_a_printed_page_reference_to_its_section(
    visitor: Visitor, imported: str
) -> None:
    followed = []

    tab = visitor.open(imported)
    chapters = [link.get_attribute("href") for link in tab.locator("a.chapter-link").all()]
    for chapter in chapters:
        tab = visitor.open(chapter)
        for number in range(tab.locator("a.reference").count()):
            tab.goto(visitor.base + chapter)
            link = tab.locator("a.reference").nth(number)
            words = link.inner_text()
            link.click()
            anchor = urlsplit(tab.url).fragment
            reached = tab.locator(f"[id='{anchor}']" if anchor else "h1")
            followed.append((words, reached.inner_text().removesuffix("#").split()))

    assert [reached for _words, reached in followed] == [
        ["第４節", "協働の原則"],
        ["２", "具体的な手法"],
        ["２", "新たな公共"],
        ["○", "企業"],
        ["第３章", "協働の進め方"],
    ]
    # A printed page is no place on the screen: the words say the section in its stead.
    assert [words for words, reached in followed if reached[-1] not in words] == []


def test_visitor_reads_a_note_and_comes_back(visitor: Visitor, imported: str) -> None:
    tab = visitor.open(imported)

    mark = tab.locator(".note-mark a").first
    anchor = mark.get_attribute("id")
    mark.click()
    note = tab.locator(f"[id='{urlsplit(tab.url).fragment}']")
    told = note.inner_text()
    note.locator(".note-back").click()

    assert "町が発信する各種制度や日本の文化・生活上のエチケットなどに関する情報" in told
    assert urlsplit(tab.url).fragment == anchor


@pytest.mark.parametrize("words", ["協働", "自治会", "企業", "少子高齢化"])
def test_visitor_finds_the_guideline_by_search(visitor: Visitor, imported: str, words: str) -> None:
    tab = visitor.open("/ja/")

    tab.fill("#header-search", words)
    tab.press("#header-search", "Enter")
    tab.wait_for_url(f"**/ja/search/?q={quote(words)}")
    addresses = [link.get_attribute("href") for link in tab.locator("main section a").all()]

    assert [address for address in addresses if address.startswith(imported)] != []
