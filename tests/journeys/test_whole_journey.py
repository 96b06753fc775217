"""From a file to a new edition: brought in, mended, returned, approved, read, renewed, printed."""

import io
import re
import time
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pdfplumber
import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from tests.journeys.approving import (
    CHIEF,
    EDITOR,
    Letter,
    ask_for_reason,
    give_reason,
    letters,
    messages,
    press,
    save_draft,
    sent,
    signed_in,
    step,
)
from tests.journeys.browsing import Visitor
from tests.journeys.parks import FIRST, FORGOTTEN, MISSED, SECOND, TITLE, WORD, Lines, word_file
from tests.journeys.town import Town
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser

REASON = "第２章に、いつ貼るのかを書いてください。"
WHY = "災害のときの役割を書き加え、集まる回数を改めるため。"
PATIENCE = 90


def test_guideline_goes_from_a_file_to_residents_and_to_its_next_edition(
    visitor: Visitor, town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    walk, seen = Walk(town=town, output=capsys), set()
    letters(town, seen)
    hana, chief = signed_in(visitor, town, EDITOR), signed_in(visitor, town, CHIEF)
    walk.look(hana, "dashboard of the editor")

    with walk.step("bring a Word file"):
        hana.get_by_role("link", name="指針の取り込み").click()
        walk.look(hana, "list of imports")
        hana.get_by_role("link", name="指針を取り込む").click()
        bring(walk, hana, "公園.docx", FIRST)
    with walk.step("mend the outline by keyboard"):
        mend_by_keyboard(walk, hana)
    with walk.step("make drafts"):
        make_drafts(walk, hana)
    with walk.step("hand in"):
        hana.get_by_role("link", name="文書を編集する").click()
        hand_in(walk, hana)
    with walk.step("return with a reason"):
        return_it(walk, chief, newest(town, seen))
    with walk.step("amend and hand in again"):
        amend(walk, hana, newest(town, seen))
        hand_in(walk, hana)
    with walk.step("approve"):
        approve(walk, chief, newest(town, seen))
    with walk.step("read as a resident"):
        resident = visitor.open("/ja/")
        before = read(resident, FIRST)

    with walk.step("bring a newer file"):
        hana.goto(edit_address(newest(town, seen)))
        hana.locator(".w-slim-header [data-w-dropdown-target=toggle]").first.click()
        hana.get_by_role("link", name="新しい版を取り込む").first.click()
        bring(walk, hana, "公園-改訂.docx", SECOND)
    with walk.step("make the new edition"):
        make_new_edition(walk, hana)
    with walk.step("give the reason, hand in, approve"):
        give_reasons(walk, hana)
        hand_in(walk, hana)
        approve(walk, chief, newest(town, seen))
    with walk.step("read both editions side by side"):
        after = read(resident, SECOND)
        assert {title: after.get(title) for title in before} == before
        compare(resident)
    with walk.step("fetch the PDF"):
        assert MISSED in pdf_of(resident, town)

    assert walk.english == []
    assert len(walk.screens) > 20


def bring(walk: Walk, tab: Tab, name: str, lines: Lines) -> None:
    """Upload a file, and wait until it has been read."""
    walk.look(tab, "upload")
    tab.set_input_files("[type=file]", {"name": name, "mimeType": WORD, "buffer": word_file(lines)})
    tab.get_by_role("button", name="取り込んで読み取る").click()
    walk.look(tab, "reading")
    # Shown by the scripts when they listen: a key that is pressed before is lost.
    tab.wait_for_selector("[data-keys]", timeout=PATIENCE * 1000)
    walk.look(tab, "outline")


def mend_by_keyboard(walk: Walk, tab: Tab) -> None:
    """Make a heading of the line before the last one, and look at the keys on the way."""
    tab.locator(".piece-choice").first.focus()
    for key in ("Space", "End", "ArrowUp", "Shift+?"):
        tab.keyboard.press(key)
    expect(tab.locator("[data-keys-dialog]")).to_be_visible()
    walk.look(tab, "keys")
    tab.keyboard.press("Escape")
    tab.keyboard.press("2")
    expect(tab.locator("[data-told]")).to_have_text("見出しにしました")
    expect(tab.locator(".piece-heading", has_text=FORGOTTEN)).to_have_count(1)
    tab.keyboard.press("Enter")
    expect(tab.locator("[data-piece-text]")).to_be_focused()
    walk.look(tab, "form of a piece")
    tab.keyboard.press("Escape")


def make_drafts(walk: Walk, tab: Tab) -> None:
    tab.get_by_role("link", name="下書きを作る…").click()
    walk.look(tab, "form of the drafts")
    assert tab.locator("[name=title]").input_value().endswith(TITLE)
    tab.get_by_role("button", name="下書きを作る").click()
    tab.wait_for_url("**/next/")
    walk.look(tab, "next steps")


def hand_in(walk: Walk, tab: Tab) -> None:
    """Ask for approval of the document that is open."""
    tab.wait_for_load_state("networkidle")
    walk.look(tab, "document")
    press(tab, "action-submit")
    assert "承認を申請しました" in messages(tab)
    walk.look(tab, "list of pages")


def return_it(walk: Walk, tab: Tab, letter: Letter) -> None:
    """Come from the dashboard, look, and send it back with a reason."""
    assert letter.to == "approver@tomoni.example"
    tab.reload()
    walk.look(tab, "dashboard of the chief")
    tab.locator("main").get_by_role("link", name=TITLE).first.click()
    tab.wait_for_load_state("networkidle")
    tab.locator("[data-side-panel-toggle=status]").first.click()
    walk.look(tab, "document that waits for approval")
    window = ask_for_reason(tab)
    walk.look(tab, "window that asks for the reason")
    give_reason(tab, window, REASON)
    assert "差し戻しました" in messages(tab)
    walk.look(tab, "list of pages after the return")


def amend(walk: Walk, tab: Tab, letter: Letter) -> None:
    """Come from the mail, mend the chapter, and go back to the document."""
    assert (letter.to, REASON in letter.text) == ("editor@tomoni.example", True)
    tab.goto(edit_address(letter))
    tab.wait_for_load_state("networkidle")
    assert REASON in messages(tab)
    walk.look(tab, "document that was returned")
    tab.get_by_role("link", name="第２章").first.click()
    tab.wait_for_load_state("networkidle")
    tab.locator(".public-DraftEditor-content", has_text="一枚の紙にまとめ").click()
    tab.keyboard.press("End")
    tab.keyboard.insert_text(MISSED)
    walk.look(tab, "chapter")
    save_draft(tab)
    assert REASON in messages(tab)
    walk.look(tab, "chapter, saved")
    tab.get_by_role("link", name="文書を開く").click()


def approve(walk: Walk, tab: Tab, letter: Letter) -> None:
    """Come from the mail, and approve."""
    assert letter.to == "approver@tomoni.example"
    tab.goto(edit_address(letter))
    tab.wait_for_load_state("networkidle")
    with sent(tab):
        step(tab, "承認して公開")
    assert "承認し、公開しました" in messages(tab)
    walk.look(tab, "list of pages after the approval")


def make_new_edition(walk: Walk, tab: Tab) -> None:
    """Make drafts of the next edition, whose name and sections are proposed."""
    tab.get_by_role("link", name="下書きを作る…").click()
    walk.look(tab, "form of the new edition")
    assert tab.locator("[name=edition]").input_value() == "第2版"
    chosen = tab.locator("[name^=match-]").evaluate_all(
        "all => all.map(one => one.selectedIndex > 0)"
    )
    assert chosen == [True, True, True, True, True, True, False]
    tab.get_by_role("button", name="新しい版を下書きとして作る").click()
    tab.wait_for_url("**/next/")
    walk.look(tab, "next steps of the new edition")


def give_reasons(walk: Walk, tab: Tab) -> None:
    """Say why, on the page that shows what changes; then go on to the document."""
    tab.get_by_role("link", name="新旧対照と理由").click()
    walk.look(tab, "comparison and reasons")
    tab.locator("[name='reason:']").fill(WHY)
    tab.get_by_role("button", name="理由を保存").click()
    assert "保存しました" in messages(tab)
    walk.look(tab, "comparison, saved")
    tab.get_by_role("link", name="文書の編集に戻る").click()


def read(tab: Tab, lines: Lines) -> dict[str, str]:
    """Read each chapter from the menu on; return the id of each section by its title."""
    found = {}
    said = ""
    tab.goto(tab.url.partition("/ja/")[0] + "/ja/")
    for number in range(2):
        tab.locator("nav").get_by_role("link", name=TITLE).first.click()
        tab.locator("main").get_by_role("link", name=re.compile("^第.章")).nth(number).click()
        said += tab.inner_text("main")
        for heading in tab.locator("main :is(h2, h3)[id^=s-]").all():
            title = re.sub(r"^第.節\s*|\s*#$", "", heading.inner_text().strip())
            found[title] = heading.get_attribute("id") or ""
    squeezed = re.sub(r"\s", "", said)
    missing = [text for style, text in lines[3:] if not style and text not in squeezed]
    assert missing == []
    return found


def compare(tab: Tab) -> None:
    """Go from the document to its 新旧対照."""
    tab.locator("nav").get_by_role("link", name=TITLE).first.click()
    tab.get_by_role("link", name="版と変更の記録").click()
    assert WHY in tab.inner_text("main")
    tab.get_by_role("link", name="「初版」と比べる").click()
    gone, new = [
        tab.locator(f".compared-change {mark}").evaluate_all(
            "all => all.map(one => one.textContent.replace(/^［.. |］$/g, ''))"
        )
        for mark in ("del", "ins")
    ]
    assert gone == ["よくなります", "月", "一度"]
    assert new[:3] == ["よくなり、災害のときは地域の支えになります", "年", "四度"]
    assert new[-1] == SECOND[-1][1]
    assert WHY in tab.inner_text("main")


def pdf_of(tab: Tab, town: Town) -> str:
    """Ask for the document on paper, wait until it is made, and return what stands in it."""
    tab.locator("nav").get_by_role("link", name=TITLE).first.click()
    link = tab.get_by_role("link", name="印刷用PDF").get_attribute("href") or ""
    deadline = time.monotonic() + PATIENCE
    answer = town.get(unquote(urlsplit(link).path))
    while answer.status == HTTPStatus.ACCEPTED and time.monotonic() < deadline:
        time.sleep(0.5)
        answer = town.get(unquote(urlsplit(link).path))
    assert (answer.status, answer.headers["Content-Type"]) == (HTTPStatus.OK, "application/pdf")
    assert answer.body[:5] == b"%PDF-"
    with pdfplumber.open(io.BytesIO(answer.body)) as pdf:
        return re.sub(r"\s", "", "".join(page.extract_text() for page in pdf.pages))


def newest(town: Town, seen: set[Path]) -> Letter:
    """Return the mail that came last."""
    return letters(town, seen)[-1]


def edit_address(letter: Letter) -> str:
    """Return the address that a mail names."""
    return re.search(r"http://\S+/edit/", letter.text)[0]
