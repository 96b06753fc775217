"""A walk through the site by several people: timed step by step, and no English met on the way."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from tests.journeys.english import english_in
from tests.journeys.town import Town

# Names of people.
NAMES = ("editor", "approver")
# A folder for a picture of each screen, for whoever wants to look at them.
PICTURES = "TOMONI_JOURNEY_PICTURES"


@dataclass
class Walk:
    """Remembers how long each step took, which screens were seen, and the English on them."""

    town: Town
    output: pytest.CaptureFixture[str]
    seconds: dict[str, float] = field(default_factory=dict)
    screens: list[str] = field(default_factory=list)
    english: list[str] = field(default_factory=list)
    written: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        foreign = {page.title for page in self.town.pages() if page.language != "ja"}
        self.written = (*sorted(foreign, key=len, reverse=True), *NAMES)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what is done in the block, and tell the time, whatever the run captures."""
        began = time.monotonic()
        yield
        self.seconds[name] = round(time.monotonic() - began, 1)
        with self.output.disabled():
            sys.stdout.write(f"\n{self.seconds[name]:5.1f} s  {name}")

    def look(self, tab: Tab, name: str) -> None:
        """Look at a screen of the editors: all that it says is Japanese."""
        tab.wait_for_load_state("load")
        self.screens.append(name)
        self.english += [f"{name}: {one}" for one in english_in(tab.content(), self.written)]
        folder = os.environ.get(PICTURES)
        if folder:
            tab.screenshot(path=Path(folder) / f"{len(self.screens):02}-{name}.png")
