"""Bring the forms of a word to one stem, by Snowball and a few rules of our own."""

import re
import threading
from collections.abc import Callable
from functools import lru_cache

import Stemmer

from .folding import without_marks

# Stemmers keep state and belong to one thread each.
_local = threading.local()

# Portuguese plurals that the stemmer leaves apart from their singular.
PLURALS = (
    (re.compile("(?:ções|coes)$"), "ção"),
    (re.compile("(?:sões|soes)$"), "são"),
    (re.compile("(?:ões|ães|ãos|oes)$"), "ão"),
    (re.compile("(?<=[a-zà-ü]{3})ns$"), "m"),
    (re.compile("(?<=[a-zà-ü]{2})[aá]is$"), "al"),
    (re.compile("(?<=[a-zà-ü]{2})[eé]is$"), "el"),
)
# Endings that people type without their accent, and how they are written.
ACCENTED = {
    "portuguese": (
        ("coes", "ções"),
        ("cao", "ção"),
        ("soes", "sões"),
        ("sao", "são"),
        ("ao", "ão"),
    ),
    "spanish": (("cion", "ción"), ("sion", "sión"), ("ia", "ía")),
}


def stem(word: str, language: str) -> str:
    """Return the stem of a folded word, without accents."""
    return _stem(_singular(word) if language == "portuguese" else word, language)


def stems_of_typed(word: str, language: str) -> list[str]:
    """Return the stems that a typed word may have: its accents may be missing."""
    found = [stem(word, language)]
    if word.isascii():
        for plain, accented in ACCENTED.get(language, ()):
            if word.endswith(plain):
                found.append(stem(word.removesuffix(plain) + accented, language))
                break
    return list(dict.fromkeys(found))


def stemmer_version() -> str:
    return str(Stemmer.version())


def _singular(word: str) -> str:
    for plural, singular in PLURALS:
        if plural.search(word):
            return plural.sub(singular, word)
    return word


@lru_cache(maxsize=65536)
def _stem(word: str, language: str) -> str:
    return without_marks(_stemmer(language)(word)) or word


def _stemmer(language: str) -> Callable[[str], str]:
    known: dict[str, Callable[[str], str]] | None = getattr(_local, "stemmers", None)
    if known is None:
        known = _local.stemmers = {}
    if language not in known:
        known[language] = Stemmer.Stemmer(language).stemWord
    return known[language]
