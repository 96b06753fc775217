"""Bring Nepali in Devanagari and in Latin letters to one key, however it is romanised."""

import re

from anyascii import anyascii

DEVANAGARI = re.compile("[\u0900-\u097f]")
SHORTEST = 3
# What is written in Devanagari otherwise than it sounds.
SOUNDS = (("ज्ञ", "ग्य"), ("ँ", "न"))
# Which romanisations are the same: long and short vowels, aspirates, v and w and b, sh and s.
SAME = (
    ("chh", "c"), ("ch", "c"), ("ph", "f"), ("ee", "i"), ("oo", "u"), ("ou", "au"),
    ("w", "b"), ("v", "b"), ("z", "j"), ("ksh", "ks"), ("x", "ks"), ("q", "k"),
)  # fmt: skip
ASPIRATES = re.compile("(?<=[kgcjtdbs])h")
NASAL = re.compile("m(?=[bcdfgjkpst])")
DOUBLE = re.compile(r"(.)\1+")


def keys_of_text(word: str) -> tuple[str, ...]:
    """Return the key under which a folded word in Devanagari is found in Latin letters."""
    if not DEVANAGARI.search(word):
        return ()
    for written, sound in SOUNDS:
        word = word.replace(written, sound)
    return _key(anyascii(word))


def keys(word: str) -> tuple[str, ...]:
    """Return the key of a typed word of either script."""
    return keys_of_text(word) or (_key(word) if word.isascii() and word.isalpha() else ())


def _key(latin: str) -> tuple[str, ...]:
    """Return the sounds without any `a`, which Devanagari implies and people write or leave."""
    sounds = latin.lower()
    for written, same in SAME:
        sounds = sounds.replace(written, same)
    sounds = NASAL.sub("n", ASPIRATES.sub("", sounds.replace("y", "i")))
    key = "".join(sign for sign in DOUBLE.sub(r"\1", sounds.replace("a", "")) if sign.isalnum())
    return (key,) if len(key) >= SHORTEST else ()
