"""What people of the town hall do with a page in the admin: write, hand in, return, approve."""

import email
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.policy import default
from pathlib import Path

from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab
from tests.journeys.browsing import Visitor
from tests.journeys.town import Town

EDITOR, CHIEF = "editor", "approver"


@dataclass(frozen=True)
class Letter:
    """A mail that the site has sent."""

    to: str
    subject: str
    text: str


def signed_in(visitor: Visitor, town: Town, who: str) -> Tab:
    """Open a window of somebody who has signed in."""
    tab = visitor.open("/admin/")
    tab.fill("[name=username]", who)
    tab.fill("[name=password]", town.password)
    tab.press("[name=password]", "Enter")
    tab.wait_for_url(re.compile(r"/admin/$"))
    return tab


def open_page(tab: Tab, visitor: Visitor, page_id: int) -> None:
    """Open the edit view of a page, with its editor ready."""
    tab.goto(f"{visitor.base}/admin/pages/{page_id}/edit/")
    tab.wait_for_load_state("networkidle")


def write_summary(tab: Tab, words: str) -> None:
    """Write into the summary, as somebody who types."""
    tab.locator("[name=summary]").fill(words)


@contextmanager
def sent(tab: Tab) -> Iterator[None]:
    """Wait until the form has been sent by a button, not by itself, and the next page is there."""
    with tab.expect_response(
        lambda one: one.request.method == "POST" and one.request.is_navigation_request()
    ):
        yield
    tab.wait_for_load_state("load")


def press(tab: Tab, name: str) -> None:
    """Press one of the buttons at the foot of the form, opening its menu where it stands in one."""
    button = tab.locator(f"footer [name={name}], form .footer [name={name}]").first
    if not button.is_visible():
        tab.locator("footer [data-w-dropdown-target=toggle]").last.click()
    with sent(tab):
        button.click()


def save_draft(tab: Tab) -> None:
    """Save, and wait for the page to come back."""
    with sent(tab):
        tab.get_by_role("button", name="下書きを保存").first.click()


def hand_in(tab: Tab, visitor: Visitor, page_id: int, words: str) -> None:
    """Change the summary and ask for approval."""
    open_page(tab, visitor, page_id)
    write_summary(tab, words)
    press(tab, "action-submit")


def step(tab: Tab, label: str) -> None:
    """Press a button of the approver, named as they see it."""
    button = tab.get_by_role("button", name=label, exact=True).first
    if not button.is_visible():
        tab.locator("footer [data-w-dropdown-target=toggle]").last.click()
    button.click()


def ask_for_reason(tab: Tab) -> Locator:
    """Open the window that asks why a page goes back, and return it."""
    step(tab, "理由を付けて差し戻す")
    window = tab.locator(".modal-content")
    window.locator("[name=comment]").wait_for()
    return window


def give_reason(tab: Tab, window: Locator, reason: str) -> None:
    """Return the page; without a reason the window stays and says so."""
    window.locator("[name=comment]").fill(" ")
    window.locator("[type=submit]").click()
    # The window is fetched anew: what is written into the old one would be lost.
    expect(window.locator("[data-field-errors]")).to_contain_text("理由を書いてください")
    window.locator("[name=comment]").fill(reason)
    with sent(tab):
        window.locator("[type=submit]").click()


def approve(tab: Tab, visitor: Visitor, page_id: int) -> None:
    """Approve a page, which publishes it."""
    open_page(tab, visitor, page_id)
    with sent(tab):
        step(tab, "承認して公開")


def messages(tab: Tab) -> str:
    """Return what the admin says at the head of the page."""
    return tab.locator(".messages").inner_text()


def letters(town: Town, seen: set[Path]) -> list[Letter]:
    """Return the mails that the demo has put into its folder since the last look."""
    found = []
    for path in sorted((town.data / "mail").glob("*.log"), key=lambda one: one.stat().st_mtime):
        if path in seen:
            continue
        seen.add(path)
        for part in path.read_bytes().split(b"\n" + b"-" * 79 + b"\n"):
            if part.strip():
                # A long subject begins on a line of its own.
                mail = email.message_from_bytes(part, policy=default)
                found.append(Letter(mail["To"], mail["Subject"].strip(), mail.get_content()))
    return found
