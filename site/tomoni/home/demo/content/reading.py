"""Read the demo town's texts from the files beside this module."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from tomoni.home.demo.content.blocks import read_text
from tomoni.home.demo.content.records import (
    AccessibilityPolicy,
    AccessibilityResult,
    Card,
    Criterion,
    FrontPage,
    Notice,
    Page,
    Picture,
    Section,
    Teaser,
    Town,
    Word,
)

LOCALES = ("ja", "ja-simple", "pt-br", "en")
FOLDER = Path(__file__).parent
PICTURES = FOLDER.parent / "pictures"


def town(locale: str) -> Town:
    """Return what the site's frame says about the town."""
    common, spoken = _json("town.json"), _json("town.json")["locales"][locale]
    return Town(
        locale=locale,
        phone=common["phone"],
        mail=common["mail"],
        accent=common["accent"],
        **spoken,
    )


def sections(locale: str) -> tuple[Section, ...]:
    """Return the sections (課) of the city hall in the order of the guide board."""
    return tuple(
        Section(
            key=item["key"],
            locale=locale,
            kana=item["kana"],
            phone=item["phone"],
            mail=item["mail"],
            **item["locales"][locale],
        )
        for item in _json("sections.json")
    )


def wording(locale: str) -> tuple[Word, ...]:
    """Return the town's own words for the entries of the wording table."""
    return tuple(Word(key, words[locale]) for key, words in _json("wording.json").items())


def front_page(locale: str) -> FrontPage:
    """Return the front page in one language."""
    data = _json(f"front.{locale}.json")
    data["cards"] = tuple(Card(**card) for card in data["cards"])
    data["notices"] = tuple(
        Notice(**{**notice, "date": date.fromisoformat(notice["date"])})
        for notice in data["notices"]
    )
    data["language_help"] = Teaser(**data["language_help"])
    data["guideline"] = Teaser(**data["guideline"])
    return FrontPage(locale=locale, **data)


def page_keys() -> tuple[str, ...]:
    """Return the keys of the ordinary pages in the order of the navigation, parents first."""
    return tuple(_json("pages.json"))


def page_locales(key: str) -> tuple[str, ...]:
    """Return the languages that a page is really written in."""
    return tuple(locale for locale in LOCALES if _page_path(key, locale).exists())


def page(key: str, locale: str) -> Page:
    """Return an ordinary page in one language."""
    text = read_text(_page_path(key, locale))
    said = {name: text.value(name) for name in ("title", "lead", "section", "parent")}
    return Page(key=key, locale=locale, blocks=text.blocks, **said)


def accessibility_policy() -> AccessibilityPolicy:
    """Return the accessibility policy, in Japanese."""
    text = read_text(FOLDER / "accessibility-policy.ja.txt")
    spoken = ("title", "lead", "standard", "target_level", "target", "section", "scope")
    return AccessibilityPolicy(
        key="accessibility-policy",
        locale="ja",
        published=date.fromisoformat(text.value("published")),
        due=date.fromisoformat(text.value("due")),
        exceptions=text.value("exceptions"),
        blocks=text.blocks,
        **{name: text.value(name) for name in spoken},
    )


def accessibility_result() -> AccessibilityResult:
    """Return the accessibility test's result, in Japanese."""
    data = _json("accessibility-result.ja.json")
    for name in ("published", "tested_from", "tested_until"):
        data[name] = date.fromisoformat(data[name])
    for name in ("tested_pages", "technologies"):
        data[name] = tuple(data[name])
    data["criteria"] = tuple(Criterion(**criterion) for criterion in data["criteria"])
    return AccessibilityResult(key="accessibility-result", locale="ja", **data)


def pictures(locale: str) -> tuple[Picture, ...]:
    """Return the drawn pictures with their words in one language."""
    return tuple(
        Picture(key, locale, PICTURES / f"{key}.svg", **words[locale])
        for key, words in _json("pictures.json").items()
    )


def _page_path(key: str, locale: str) -> Path:
    return FOLDER / "pages" / f"{key}.{locale}.txt"


def _json(name: str) -> Any:  # Any: each caller puts the values into its record at once
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))
