"""Bring the ways in which a Japanese word can be written to one form."""

import re
import unicodedata

from tomoni.search.analysis.folding import fold, without_marks
from tomoni.search.analysis.runs import LONGEST, MARKS

LETTERS = re.compile(rf"(?:[^\W_]|[{MARKS}])+")
KANJI = re.compile("[々〆\u3400-\u9fff\U00020000-\U0003ffff]")
HIRAGANA = re.compile("[\u3041-\u3096ー]+")
KANA = re.compile("[\u3041-\u3096\u30a1-\u30faー]+")
# Letters that no Japanese dictionary reads: accented, Cyrillic, Indic, of South East Asia, Korean.
FOREIGN = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u0400-\u06ff\u0900-\u10ff"
    "\u1780-\u17ff\u1e00-\u1eff\uac00-\ud7a3"
)
FOREIGN_SIGN = re.compile(f"[{FOREIGN}]")
FOREIGN_WORD = re.compile(f"[A-Za-z0-9{FOREIGN}]*[{FOREIGN}][A-Za-z0-9{FOREIGN}]*")
LONG_VOWEL = "ー"
SHORTEST_TO_TRIM = 4

# The last sign of a godan verb, and of the form before ます: 引っ越す and 引っ越し meet there.
BEFORE_MASU = dict(zip("うくぐすつぬぶむる", "いきぎしちにびみり", strict=True))


def word_form(normalised: str) -> str:
    """Return a word as a token: folded, without other signs than letters and figures."""
    form = "".join(LETTERS.findall(without_marks(fold(normalised))))[:LONGEST]
    if form.endswith(LONG_VOWEL) and len(form) >= SHORTEST_TO_TRIM:
        return form.rstrip(LONG_VOWEL)
    return form


def verb_form(normalised: str, conjugation: str) -> str:
    """Return the form before ます, which is that of the noun made of the verb."""
    last = normalised[-1:]
    if conjugation.startswith("五段") or last != "る":
        return normalised[:-1] + BEFORE_MASU.get(last, last)
    return normalised[:-1] or normalised


def hiragana(reading: str) -> str:
    """Return a reading in hiragana, or nothing where it is none."""
    folded = fold(reading)
    return folded[:LONGEST] if HIRAGANA.fullmatch(folded) else ""


def blank(match: re.Match[str]) -> str:
    """Return spaces in place of what the dictionary shall not see."""
    return " " * len(match.group())


def compatible(text: str) -> str:
    """Return `text` in full and half width as people usually type."""
    return unicodedata.normalize("NFKC", text)
