"""Write tokens with sixteen small letters, so that no database's own parser can take them apart.

SQLite drops the vowels of Devanagari and takes marks for spaces; PostgreSQL finds addresses and
numbers. There is no vowel and no s among the letters, so no rule of English endings fits either.
The beginning of a token is written as the beginning of its letters: prefixes stay prefixes.
"""

from collections.abc import Iterable
from functools import lru_cache

LETTERS = "bcdfghjklmnpqrtv"
PAIRS = tuple(high + low for high in LETTERS for low in LETTERS)
# No text is written like this: what it is asked for is found nowhere.
NOWHERE = "sss"
# Letters of one value, so that no text is too long for PostgreSQL's index (1 MB for a row's field).
MOST = 300_000


@lru_cache(maxsize=50_000)
def spelt(token: str) -> str:
    """Return a token in letters."""
    return "".join([PAIRS[byte] for byte in token.encode("utf-8", "replace")])


def written(tokens: Iterable[str], *, most: int = MOST) -> str:
    """Return tokens in letters with spaces between them, as many as there is room for."""
    words: list[str] = []
    for token in tokens:
        word = spelt(token)
        most -= len(word) + 1
        if most < 0:
            break
        words.append(word)
    return " ".join(words)
