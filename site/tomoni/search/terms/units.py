"""Take a text apart into what words are recognised by, with the place of each piece.

Where words stand between spaces, a unit is a word without its accents and its plural; in Japanese,
Chinese and Korean it is a sign. A form that is made of units can therefore only be found where
words begin and end: "ação" does not stand in "associação".
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from tomoni.search.analysis.folding import Folded, fold_with_places, without_marks


class Script(Enum):
    """How words are written, as far as it decides where they end."""

    SPACED = "spaced"
    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"


@dataclass(frozen=True)
class Unit:
    """A piece of a text: what it is recognised by, what was written, where it stands.

    `after_gap` says that no sign of the same word stands before it, `after_stop` that something
    stands between this and the piece before which no word reaches across.
    """

    key: str
    plain: str
    script: Script
    begin: int
    end: int
    after_gap: bool = False
    after_stop: bool = False


# What may stand within a form, and may be left out: 転入 届, e-mail, ごみ・資源.
GAPS = frozenset(" -‐‑–・·/&")
SILENT = frozenset("'’ʼ`")
# Dots of abbreviations (N.P.O.) are as good as none.
DOT = "."
# Vowels that Nepali writers confuse, and the two signs of a nasal.
SAME_DEVANAGARI = str.maketrans("ीूँईऊ", "िुंइउ")
PLURALS = (("oes", "ao"), ("ais", "al"))
LONG_ENOUGH_FOR_PLURAL = 4


def units_of(text: str) -> tuple[Unit, ...]:
    """Return the units of a text in their order; none of it raises."""
    return tuple(_units(text))


def folded_form(text: str) -> str:
    """Return what a form is recognised by: its units with spaces between them."""
    return " ".join(unit.key for unit in _units(text))


def _units(text: str) -> Iterator[Unit]:
    folded = fold_with_places(text)
    word: list[int] = []
    gap, stop = True, False
    for index, sign in enumerate(folded.text):
        if sign in SILENT or (sign == DOT and word):
            continue
        script = script_of(sign)
        if script is Script.SPACED:
            word.append(index)
            continue
        if word:
            yield _word(folded, word, gap=gap, stop=stop)
            word, gap, stop = [], False, False
        if script is None:
            gap, stop = True, stop or sign not in GAPS
            continue
        begin, end = folded.begins[index], folded.ends[index]
        yield Unit(sign, sign, script, begin, end, after_gap=gap, after_stop=stop)
        gap, stop = False, False
    if word:
        yield _word(folded, word, gap=gap, stop=stop)


def _word(folded: Folded, places: Sequence[int], *, gap: bool, stop: bool) -> Unit:
    plain = "".join(folded.text[place] for place in places)
    begin, end = folded.begins[places[0]], folded.ends[places[-1]]
    key = singular(bare(plain))
    return Unit(key, plain, Script.SPACED, begin, end, after_gap=gap, after_stop=stop)


@lru_cache(maxsize=4096)
def script_of(sign: str) -> Script | None:
    """Return how a folded sign is written; None for what is no part of a word."""
    if "\u3041" <= sign <= "\u309f" or sign in "ーｰ":
        return Script.KANA
    if "\uac00" <= sign <= "\ud7a3":
        return Script.HANGUL
    if sign in "々〇" or unicodedata.name(sign, "").startswith("CJK "):
        return Script.HAN if unicodedata.category(sign) == "Lo" or sign in "々〇" else None
    return Script.SPACED if unicodedata.category(sign)[0] in "LMN" else None


def bare(word: str) -> str:
    """Return a folded word without accents; what Nepali writers confuse becomes one."""
    return without_marks(word).translate(SAME_DEVANAGARI)


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """Cut what makes a Latin word plural; singular and plural give the same, no dictionary word."""
    if not word.isascii() or not re.fullmatch(r"[a-z]+", word) or _is_short(word):
        return word
    for ending, single in PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + single
    if word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    word = word.removesuffix("e")
    return word[:-1] + "i" if word.endswith("y") else word


def _is_short(word: str) -> bool:
    return len(word) < LONG_ENOUGH_FOR_PLURAL
