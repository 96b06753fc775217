"""What the demo town's loaders hand to the builders: plain, frozen, free of models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tomoni.home.demo.content.blocks import Block


@dataclass(frozen=True, slots=True)
class Town:
    """Who speaks on this site: names, the way in, the colour."""

    locale: str
    name: str
    site_name: str
    tagline: str
    address: str
    phone: str
    mail: str
    hours: str
    accent: str
    copyright: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section (課) of the city hall, in one language."""

    key: str
    locale: str
    name: str
    kana: str
    phone: str
    mail: str
    floor: str
    hours: str
    duties: str


@dataclass(frozen=True, slots=True)
class Word:
    """One entry of the wording table, in one language."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    key: str
    title: str
    text: str
    target: str
    picture: str


@dataclass(frozen=True, slots=True)
class Notice:
    key: str
    date: date
    title: str
    text: str
    section: str


@dataclass(frozen=True, slots=True)
class Teaser:
    """A box with a heading, some words and one link."""

    title: str
    text: str
    link_text: str
    target: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class FrontPage:
    locale: str
    title: str
    hero_title: str
    hero_lead: str
    hero_picture: str
    cards_title: str
    cards: tuple[Card, ...]
    notices_title: str
    notices: tuple[Notice, ...]
    language_help: Teaser
    guideline: Teaser
    description: str


@dataclass(frozen=True, slots=True)
class Page:
    """An ordinary page in one language; its key is its slug too.

    `parent` is the key of the page that it lies below; without, it lies below the front page.
    """

    key: str
    locale: str
    title: str
    lead: str
    section: str
    parent: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One success criterion of JIS X 8341-3:2016 and how it came out."""

    number: str
    name: str
    level: str
    outcome: Literal["met", "not_met", "not_applicable"]
    note: str


@dataclass(frozen=True, slots=True)
class AccessibilityPolicy:
    """The accessibility policy: what is covered, what is promised by when, who answers."""

    key: str
    locale: str
    title: str
    lead: str
    published: date
    standard: str
    target_level: str
    target: str
    due: date
    section: str
    scope: str
    exceptions: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class AccessibilityResult:
    """One accessibility test: when, on which pages, how, and each criterion's outcome."""

    key: str
    locale: str
    title: str
    lead: str
    honest_note: str
    published: date
    tested_from: date
    tested_until: date
    standard: str
    target_level: str
    claim: str
    method: str
    tools: str
    section: str
    selection: str
    tested_pages: tuple[str, ...]
    technologies: tuple[str, ...]
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture with its words in one language."""

    key: str
    locale: str
    path: Path
    title: str
    alt: str
