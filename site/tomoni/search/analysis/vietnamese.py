"""Bring the ways of placing Vietnamese tone marks to one: hòa and hoà are the same word."""

import re
import unicodedata

TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def with_tone_last(word: str) -> str:
    """Return a folded word with the marks of its vowels, and its tone behind all letters."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(TONES.findall(apart))
    return unicodedata.normalize("NFC", TONES.sub("", apart)) + tones


def has_marks(word: str) -> bool:
    return not word.isascii()
