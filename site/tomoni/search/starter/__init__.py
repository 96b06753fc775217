"""The starter set: municipal terms in eleven languages and Japanese synonyms, one file a theme.

`terms/*.json` holds a list of terms: `slug`, `forms` (language → forms, the one that is shown
first, a Japanese one with its reading in brackets where it is written with kanji or Latin
letters), `glosses` (language → explanation). `synonyms.json` holds a list of sets: `key`,
`locale`, `words`, and for one direction `also`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tomoni.search.terms.book import Form, read_form

HERE = Path(__file__).parent


@dataclass(frozen=True)
class StarterTerm:
    """A term of the starter set."""

    slug: str
    forms: tuple[Form, ...]
    glosses: Mapping[str, str]


@dataclass(frozen=True)
class StarterSynonyms:
    """A set of synonyms of the starter set."""

    key: str
    locale: str
    words: tuple[str, ...]
    also: tuple[str, ...]


def starter_terms() -> tuple[StarterTerm, ...]:
    """Read all terms, theme by theme."""
    return tuple(
        StarterTerm(
            slug=one["slug"],
            forms=tuple(
                read_form(locale, line) for locale, lines in one["forms"].items() for line in lines
            ),
            glosses=one["glosses"],
        )
        for path in sorted((HERE / "terms").glob("*.json"))
        for one in json.loads(path.read_text(encoding="utf-8"))
    )


def starter_synonyms() -> tuple[StarterSynonyms, ...]:
    """Read all sets of synonyms."""
    return tuple(
        StarterSynonyms(one["key"], one["locale"], tuple(one["words"]), tuple(one.get("also", ())))
        for one in json.loads((HERE / "synonyms.json").read_text(encoding="utf-8"))
    )
