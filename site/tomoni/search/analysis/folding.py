"""Fold text so that the ways in which one word can be written meet, and keep each sign's place.

Text and query pass through the same folding, so what it makes of a sign need not be pretty.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Old and rare forms of characters, as they stand in names and as PDF files give them (尐 for 少,
# ⻑ for 長), and the form that most people type. One sign always becomes one sign.
SAME_CHARACTERS = str.maketrans(
    "尐髙﨑嵜碕濵濱邉邊澤德廣齋齊黑國學會櫻瀨眞靑嶋嶌龍曾桒𠮷凜壽榮實圓團體區縣鐵驛變應"
    "禮藝佛發賣讀醫假氣舊關對嶽惠晉將條淺瀧灣燈鹽龜萬與豐遙瑤堯篭檜蘆鷗頰剝塡𠮟繫蠟麴瘦"
    "嚙搔攪囊簞賴俠籔藪圖廳稅戶內每勞處號總續聲臺傳轉點當黨獨帶擔單遲晝鑛參慘產絲兒"
    "⺟⺠⺩⺬⻁⻂⻃⻄⻅⻆⻉⻋⻑⻔⻘⻝⻟⻢⻣⻤⻥⻦⻨⻩⻫⻭⻯⻲",
    "少高崎崎崎浜浜辺辺沢徳広斎斉黒国学会桜瀬真青島島竜曽桑吉凛寿栄実円団体区県鉄駅変応"
    "礼芸仏発売読医仮気旧関対岳恵晋将条浅滝湾灯塩亀万与豊遥瑶尭籠桧芦鴎頬剥填叱繋蝋麹痩"
    "噛掻撹嚢箪頼侠薮薮図庁税戸内毎労処号総続声台伝転点当党独帯担単遅昼鉱参惨産糸児"
    "母民王示虎衣西西見角貝車長門青食食馬骨鬼魚鳥麦黄斉歯竜亀",
)
KATAKANA = range(0x30A1, 0x30F7)
KATAKANA_TO_HIRAGANA = 0x60
SAME_CHARACTERS_BY_SIGN = {chr(one): chr(other) for one, other in SAME_CHARACTERS.items()}
NO_TEXT = {"Cc", "Zs", "Zl", "Zp"}
UNSEEN = {"Cf", "Cs"}

# A sign with all that belongs to it: combining marks, half-width voicing marks, Korean vowels.
CLUSTER = re.compile(r".[\u0300-\u036f\u3099\u309a\uff9e\uff9f\u1160-\u11ff]*", re.DOTALL)
SPACES = re.compile(r"\s+")


LETTERS = str.maketrans("đðøłıæœ", "ddolieo")
# Marks of Latin, Greek and Cyrillic letters; kana's voicing and Indic vowels lie elsewhere.
ACCENTS = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True)
class Folded:
    """Folded text, and for each of its signs where the original sign begins and ends."""

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]


def _fold_sign(number: int) -> str:
    """Return what becomes of one sign that is compatible and small already."""
    sign = chr(number).translate(SAME_CHARACTERS)
    if number in KATAKANA:
        return chr(number - KATAKANA_TO_HIRAGANA)
    category = unicodedata.category(sign)
    if category in NO_TEXT:
        return " "
    # Invisible signs and halves of broken characters are nothing that anybody can type.
    return "" if category in UNSEEN else sign


# Only the signs that change are looked up: most text is hiragana and usual kanji.
NUMBERS = {*range(0x10000), *SAME_CHARACTERS}
SIGNS = {number: one for number in NUMBERS if (one := _fold_sign(number)) != chr(number)}
CHANGING = re.compile(f"[{re.escape(''.join(map(chr, SIGNS)))}]+")
MENDING = re.compile(f"[\x00\ud800-\udfff{''.join(map(chr, SAME_CHARACTERS))}]")


def fold(text: str) -> str:
    """Return `text` folded: width, case, kana, variants of characters, spaces."""
    return SPACES.sub(" ", _folded(text)).strip()


def _folded(text: str) -> str:
    return CHANGING.sub(_changed, unicodedata.normalize("NFKC", text).casefold())


def _changed(match: re.Match[str]) -> str:
    return match.group().translate(SIGNS)


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


def mended(text: str) -> str:
    """Return `text` with as many signs, fit for a dictionary: whole signs, usual characters."""
    return MENDING.sub(_mended, text)


def _mended(match: re.Match[str]) -> str:
    return SAME_CHARACTERS_BY_SIGN.get(match.group(), " ")


@lru_cache(maxsize=8192)
def without_marks(word: str) -> str:
    """Return a folded word without accents and such: đăng → dang; other scripts keep theirs."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.translate(LETTERS))
    return unicodedata.normalize("NFC", ACCENTS.sub("", apart))


_fold_cluster = lru_cache(maxsize=8192)(_folded)
