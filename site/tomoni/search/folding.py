"""Fold text so that the ways in which one word can be written meet, and keep each sign's place.

Text and query pass through the same folding, so what it makes of a sign need not be pretty.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# 尐 is what many PDF files give for 少; the others are forms of one character found in names.
SAME_CHARACTERS = str.maketrans(
    "尐髙﨑嵜碕濵濱邉邊澤德廣齋齊黑國學會櫻瀨眞靑嶋嶌",
    "少高崎崎崎浜浜辺辺沢徳広斎斉黒国学会桜瀬真青島島",
)
KATAKANA = range(0x30A1, 0x30F7)
KATAKANA_TO_HIRAGANA = 0x60

# A sign with all that belongs to it: combining marks, half-width voicing marks, Korean vowels.
CLUSTER = re.compile(r".[\u0300-\u036f\u3099\u309a\uff9e\uff9f\u1160-\u11ff]*", re.DOTALL)


@dataclass(frozen=True)
class Folded:
    """Folded text, and for each of its signs where the original sign begins and ends."""

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]


def fold(text: str) -> str:
    """Return `text` folded: width, case, kana, variants of characters, spaces."""
    return fold_with_places(text).text


def fold_with_places(text: str) -> Folded:
    """Fold `text` and keep for each folded sign its place in the original."""
    signs: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for match in CLUSTER.finditer(text):
        for sign in _fold_cluster(match.group()):
            if sign == " " and (not signs or signs[-1] == " "):
                continue
            signs.append(sign)
            begins.append(match.start())
            ends.append(match.end())
    if signs and signs[-1] == " ":
        del signs[-1], begins[-1], ends[-1]
    return Folded("".join(signs), tuple(begins), tuple(ends))


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str) -> str:
    plain = unicodedata.normalize("NFKC", cluster).casefold().translate(SAME_CHARACTERS)
    return "".join(_fold_sign(sign) for sign in plain)


def _fold_sign(sign: str) -> str:
    if ord(sign) in KATAKANA:
        return chr(ord(sign) - KATAKANA_TO_HIRAGANA)
    category = unicodedata.category(sign)
    if category in {"Cc", "Zs", "Zl", "Zp"}:
        return " "
    # Invisible signs and halves of broken characters are nothing that anybody can type.
    return "" if category in {"Cf", "Cs"} else sign
