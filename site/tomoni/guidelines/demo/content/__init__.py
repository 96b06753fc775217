"""The demo town's guideline and its summaries; builders begin here.

Texts are written as `tomoni.home.demo.content.blocks` describes. Heading keys are unique in the
whole guideline, so `#key:KEY` leads to the right chapter; notes are unique by mark in a chapter.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tomoni.home.demo.content import LOCALES
from tomoni.home.demo.content.blocks import Block, Heading, read_text

FOLDER = Path(__file__).parent
CHAPTERS = 3


@dataclass(frozen=True, slots=True)
class Chapter:
    key: str
    number: str
    title: str
    lead: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Guideline:
    """A guideline as the town adopted it: foreword, three chapters, who issued it and when."""

    key: str
    locale: str
    title: str
    lead: str
    audience: str
    adopted: date
    adopted_text: str
    version: str
    issuing_section: str
    places: tuple[str, ...]
    foreword_title: str
    foreword_office: str
    foreword_name: str
    foreword_date: str
    picture: str
    foreword: tuple[Block, ...]
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The guideline told shortly, in one language."""

    key: str
    locale: str
    title: str
    lead: str
    blocks: tuple[Block, ...]


def guideline() -> Guideline:
    """Return the guideline, in Japanese."""
    data = json.loads((FOLDER / "guideline.ja.json").read_text(encoding="utf-8"))
    data["adopted"] = date.fromisoformat(data["adopted"])
    data["places"] = tuple(data["places"])
    return Guideline(
        locale="ja",
        foreword=read_text(FOLDER / "foreword.ja.txt").blocks,
        chapters=tuple(_chapter(number) for number in range(1, CHAPTERS + 1)),
        **data,
    )


def summaries() -> tuple[Summary, ...]:
    """Return the summary in each language of the demo town."""
    return tuple(_summary(locale) for locale in LOCALES)


def heading_places(whole: Guideline) -> dict[str, str]:
    """Say for each heading's key which chapter's key it stands in."""
    return {
        block.key: chapter.key
        for chapter in whole.chapters
        for block in chapter.blocks
        if isinstance(block, Heading)
    }


def _chapter(number: int) -> Chapter:
    text = read_text(FOLDER / f"chapter-{number}.ja.txt")
    return Chapter(
        text.value("key"),
        text.value("number"),
        text.value("title"),
        text.value("lead"),
        text.blocks,
    )


def _summary(locale: str) -> Summary:
    text = read_text(FOLDER / f"summary.{locale}.txt")
    return Summary(
        "guideline-summary", locale, text.value("title"), text.value("lead"), text.blocks
    )
