"""What the demo town's documents say; builders begin here.

Texts are written as `tomoni.home.demo.content.blocks` describes, with the special blocks that
`tomoni.guidelines.demo.specials` gives a sense to. Keys are unique in a whole document, so
`#key:KEY` leads to the right chapter. Both editions of the guideline share their keys, and so do
all translations.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tomoni.guidelines.demo.content.documents import (
    FOLDER,
    Chapter,
    Document,
    languages,
    read_document,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "Chapter",
    "Document",
    "first_edition",
    "guideline",
    "guideline_languages",
    "handbook",
    "ordinance",
    "reasons",
    "summaries",
]

GUIDELINE = "guideline"


def guideline(locale: str = "ja") -> Document:
    """Return the present edition of the guideline."""
    return read_document("guideline", locale, GUIDELINE)


def guideline_languages() -> tuple[str, ...]:
    """Return the languages that the guideline is written in, Japanese first."""
    return languages("guideline")


def first_edition() -> Document:
    """Return the guideline as it was adopted ten years earlier, in Japanese."""
    return read_document("first", "ja", GUIDELINE)


def reasons() -> Mapping[str, str]:
    """Say why the present edition differs: by heading's key, empty for the whole."""
    found: Mapping[str, str] = json.loads((FOLDER / "reasons.ja.json").read_text(encoding="utf-8"))
    return found


def summaries() -> tuple[Document, ...]:
    """Return the summary in each language of the demo town, Japanese first."""
    return tuple(read_document("summary", locale) for locale in languages("summary"))


def ordinance() -> Document:
    """Return the ordinance on participation, in Japanese."""
    return read_document("ordinance", "ja")


def handbook() -> Document:
    """Return the handbook for the town's staff, in Japanese."""
    return read_document("handbook", "ja")
