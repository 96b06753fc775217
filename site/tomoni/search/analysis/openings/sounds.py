"""Write how Japanese sounds in plain Latin letters, the same for kana and for any romaji.

Not meant to be read: long vowels and doubled consonants are written once, and what is only begun
is the beginning of what it may become, so that `jic`, `じc` and `じち` all meet 自治会.
"""

import re
from functools import lru_cache

from tomoni.search.analysis.folding import without_marks
from tomoni.search.analysis.japanese.romaji import SYLLABLES

LATIN = {kana: latin for latin, kana in SYLLABLES.items()} | {"ん": "n'", "っ": "", "ー": ""}
LATIN |= {
    small: LATIN[large]
    for small, large in zip("ぁぃぅぇぉゃゅょゎゐゑ", "あいうえおやゆよわいえ", strict=True)
}
KANA = re.compile("|".join(sorted(LATIN, key=len, reverse=True)))
DOUBLED = r"([aiueobcdfghjkmnprstz])(?=\1)"
# Hepburn, Kunrei and what keyboards take, brought to Kunrei one after the other.
RULES = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("m(?=[bmp])", "n"),
        ("(?<=[aiueo])-|['’]", ""),
        (DOUBLED, ""),
        ("tch", "ch"),
        ("sh(?=[i]|$)", "s"), ("sh", "sy"),
        ("c$", "t"), ("c(?=y)", "t"), ("ch(?=[i]|$)", "t"), ("ch", "ty"),
        ("jy?(?=[i]|$)|d(?=[iy])", "z"), ("jy?", "zy"),
        ("ts|th", "t"), ("dh", "z"), ("du", "zu"), ("f", "h"), ("wo", "o"),
        # Long vowels: kyōdō, kyodo, kyoudou.
        ("ou", "o"), (DOUBLED, ""),
    )
)  # fmt: skip


@lru_cache(maxsize=8192)
def sound_of(folded: str) -> str:
    """Return how folded text of kana and Latin letters sounds; other signs stay as they are."""
    text = KANA.sub(lambda match: LATIN[match.group()], without_marks(folded))
    for pattern, plain in RULES:
        text = pattern.sub(plain, text)
    return text
