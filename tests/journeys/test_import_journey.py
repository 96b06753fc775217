"""An editor brings a file into the site: upload, mend, undo, drafts; then a newer file."""

import re
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from tests.journeys.browsing import Visitor
from tests.journeys.town import Town

pytestmark = pytest.mark.browser

TEXT = Path(__file__).parents[1] / "guidelines" / "texts" / "damaged-pdf.txt"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# Wagtail's own frame: its sidebar, header and user bar are not ours to mend.
FRAME = ("#wagtail-sidebar", ".w-slim-header", ".messages", "[data-wagtail-sidebar]")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
# Wagtail cuts off what is too wide, so the page's own width tells nothing; tables may scroll.
BEYOND = """() => [...document.querySelectorAll("#main :is(input, select, textarea, button, p)")]
    .filter(one => one.checkVisibility() && !one.closest(".import-scroll, .w-slim-header, dialog"))
    .filter(one => one.getBoundingClientRect().right > innerWidth)
    .map(one => one.outerHTML.slice(0, 100))"""
IMPORT = "/admin/guidelines/import/"


def signed_in(visitor: Visitor, town: Town, path: str, **look: object) -> Tab:
    tab = visitor.open("/admin/", **look)
    tab.fill("[name=username]", "editor")
    tab.fill("[name=password]", town.password)
    tab.press("[name=password]", "Enter")
    tab.wait_for_url(re.compile(r"/admin/$"))
    tab.goto(visitor.base + path)
    return tab


def upload(tab: Tab, visitor: Visitor, name: str, text: bytes, query: str = "") -> None:
    tab.goto(f"{visitor.base}{IMPORT}upload/{query}")
    tab.set_input_files("[type=file]", {"name": name, "mimeType": "text/plain", "buffer": text})
    tab.get_by_role("button", name="取り込んで読み取る").click()
    # Shown by the scripts when they listen: a key that is pressed before is lost.
    tab.wait_for_selector("[data-keys]", timeout=60_000)


def pieces(tab: Tab) -> list[str]:
    """Return the pieces in order, each with its kind."""
    return tab.evaluate(
        "[...document.querySelectorAll('.piece:not(.is-furniture)')].map(one => "
        "one.querySelector('.piece-kind').textContent + ' ' + "
        "one.querySelector('.piece-words').textContent.replace(/\\s+/g, ''))"
    )


def told(tab: Tab, sentence: str) -> None:
    expect(tab.locator("[data-told]")).to_have_text(sentence)


def choose(tab: Tab, words: str) -> None:
    tab.locator(".piece:not(.is-furniture)", has_text=words).first.locator(".piece-choice").focus()
    tab.keyboard.press("Space")


def violations(tab: Tab) -> list[tuple[str, str]]:
    tab.evaluate(AXE)
    result = tab.evaluate(
        "([rules, frame]) => axe.run({exclude: frame.map(one => [one])}, rules)",
        [RULES, list(FRAME)],
    )
    assert len(result["passes"]) > 10
    return [
        (found["id"], node["html"]) for found in result["violations"] for node in found["nodes"]
    ]


def mend_by_keyboard(tab: Tab, start: list[str]) -> None:
    choose(tab, "協働の約束")
    tab.keyboard.press("1")
    told(tab, "見出しにしました")
    assert pieces(tab) != start
    tab.keyboard.press("Control+z")
    told(tab, "元に戻しました：見出しにしました")
    assert pieces(tab) == start
    tab.keyboard.press("Alt+ArrowDown")
    told(tab, "下へ移しました")
    assert pieces(tab) != start
    tab.keyboard.press("Control+z")
    told(tab, "元に戻しました：下へ移しました")


def mend_words(tab: Tab) -> None:
    choose(tab, "協働とは、立場")
    tab.keyboard.press("Enter")
    field = tab.locator("[data-piece-text]")
    expect(field).to_be_focused()
    cut = field.input_value().index("行政の下請け")
    field.evaluate("(one, at) => one.setSelectionRange(at, at)", cut)
    tab.keyboard.press("Control+Enter")
    told(tab, "分けました")
    assert "文章行政の下請け" in "".join(pieces(tab)).replace(" ", "")
    tab.keyboard.press("Control+z")
    told(tab, "元に戻しました：分けました")


def mend_by_mouse(tab: Tab) -> None:
    choose(tab, "協働の手順")
    tab.locator(".tool[value=drop]").click()
    told(tab, "外しました")
    tab.locator("[data-undo]").click()
    told(tab, "元に戻しました：外しました")
    tab.locator(".piece", has_text="休日の朝市").first.drag_to(
        tab.locator(".piece", has_text="協働とは、立場").first
    )
    told(tab, "移しました")
    tab.locator("[data-undo]").click()
    told(tab, "元に戻しました：移しました")


def make_drafts(tab: Tab) -> str:
    """Make drafts and return the number of the document's page."""
    tab.get_by_role("link", name="下書きを作る…").click()
    tab.fill("[name=title]", "取り込んだ協働の指針")
    tab.fill("[name=edition]", "初版")
    tab.get_by_role("button", name="下書きを作る").click()
    tab.wait_for_url("**/next/")
    assert "読む人には、まだ見えません" in tab.inner_text("main")
    assert violations(tab) == []
    link = tab.locator("main .import-hints a").first.get_attribute("href") or ""
    return re.search(r"/pages/(\d+)/", link)[1]


def make_new_edition(tab: Tab) -> None:
    tab.get_by_role("link", name="下書きを作る…").click()
    tab.fill("[name=edition]", "第2版")
    continued = tab.evaluate(
        "[...document.querySelectorAll('[name^=match-]')].map(one => one.selectedIndex > 0)"
    )
    assert set(continued) == {True}
    assert violations(tab) == []
    tab.get_by_role("button", name="新しい版を下書きとして作る").click()
    tab.wait_for_url("**/next/")
    assert "第2版" in tab.inner_text("main")


def test_editor_brings_a_file_to_drafts_and_a_newer_one_to_a_new_edition(
    visitor: Visitor, town: Town
) -> None:
    tab = signed_in(visitor, town, IMPORT)
    upload(tab, visitor, "指針.txt", TEXT.read_bytes())
    start = pieces(tab)

    mend_by_keyboard(tab, start)
    # The source beside it shows where the piece came from.
    assert "協働の約束" in tab.locator(".source-line.is-lit").first.inner_text()
    mend_words(tab)
    mend_by_mouse(tab)

    # All of it is on the server: the same outline stands there after loading, with its steps.
    tab.reload()
    assert pieces(tab) == start
    assert tab.locator("[data-redo]").is_enabled()
    assert "すべて行き先があります" in tab.inner_text("[data-account]")

    number = make_drafts(tab)
    newer = TEXT.read_text().replace("協働の約束  ", "協働の約束ごと  ")
    upload(tab, visitor, "指針-改訂.txt", newer.encode(), f"?target={number}")
    make_new_edition(tab)


def test_import_works_narrow_and_without_scripts(visitor: Visitor, town: Town) -> None:
    wide = signed_in(visitor, town, IMPORT)
    upload(wide, visitor, "狭い画面.txt", TEXT.read_bytes())
    address = wide.url

    tab = signed_in(visitor, town, "/admin/", width=360, height=800, script=False)
    tab.goto(address)
    first = tab.locator(".piece-choice").first
    # Without scripts Wagtail's own sidebar lies above narrow pages; the keyboard reaches all.
    first.focus()
    tab.keyboard.press("Space")
    tab.locator(".tool[value=drop]").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/outline/"))

    expect(tab.locator(".piece-dropped")).to_have_count(1)
    tab.locator("[data-undo]").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".piece-dropped")).to_have_count(0)


def test_screens_of_the_import_fit_and_have_no_violation(visitor: Visitor, town: Town) -> None:
    tab = signed_in(visitor, town, IMPORT)
    upload(tab, visitor, "画面.txt", TEXT.read_bytes())
    outline = tab.url
    paths = [IMPORT, f"{IMPORT}upload/", outline, outline.replace("/outline/", "/draft/")]

    found = {}
    for path in paths:
        tab.goto(path if path.startswith("http") else visitor.base + path)
        for width in (1280, 360):
            tab.set_viewport_size({"width": width, "height": 800})
            found[path, width] = (violations(tab), tab.evaluate(BEYOND))

    assert found == dict.fromkeys(found, ([], []))
