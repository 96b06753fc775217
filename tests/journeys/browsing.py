"""A real browser that remembers everything a visitor's browser would have complained about."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
BROWSER_LANGUAGES = {"ja": "ja-JP", "ja-simple": "ja-JP", "pt-br": "pt-BR", "en": "en-US"}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium for the length of the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """Opens pages of one site; what goes wrong in them collects in `complaints`."""

    browser: Browser
    base: str
    complaints: list[str] = field(default_factory=list)

    def open(
        self,
        path: str,
        *,
        language: str = "ja",
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        script: bool = True,
        touch: bool = False,
    ) -> Page:
        """Open a path or a whole address of the site in a window of its own."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale=BROWSER_LANGUAGES.get(language, language),
            reduced_motion="reduce",
            java_script_enabled=script,
            has_touch=touch,
        )
        page = context.new_page()
        page.on("request", self.see_request)
        page.on("response", self.see_response)
        page.on("console", self.see_message)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.goto(path if path.startswith("http") else self.base + path)
        return page

    def see_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and f"{parts.scheme}://{parts.netloc}" != self.base:
            self.complaints.append(f"foreign host: {request.url}")

    def see_response(self, response: Response) -> None:
        # A page may well answer 404 or 422; what it is made of may not.
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status}: {response.url}")
        if response.status >= 500:
            self.complaints.append(f"{response.status}: {response.url}")

    def see_message(self, message: ConsoleMessage) -> None:
        # Chromium says this of any answer from 400 on; `see_response` tells the good from the bad.
        told = message.text.startswith("Failed to load resource:")
        if message.type in {"error", "warning"} and not told:
            self.complaints.append(f"console: {message.text}")

    def leave(self) -> None:
        """Close all windows."""
        for context in self.browser.contexts:
            context.close()


def tab_to(tab: Page, selector: str, *, most: int = 150) -> None:
    """Press Tab until the focus is on an element that fits."""
    for _press in range(most):
        tab.keyboard.press("Tab")
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{most} presses of Tab never came to {selector}")
