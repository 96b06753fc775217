"""Take a text apart into words; where there are no spaces, phrases and scripts tell."""

import re
import unicodedata
from functools import cache, lru_cache

import budoux

KANJI = "一-鿿㐀-䶿豈-﫿々〆ヶ"
HIRAGANA = "ぁ-ゖー"
KATAKANA = "ァ-ヺーｦ-ﾟ"
# Signs that belong to the letter before them, as in Nepali, where \w does not know them.
COMBINED = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
# Numbers with their commas and points; words with what joins them; then scripts; then signs.
PIECE = re.compile(
    rf"[0-9０-９]+(?:[.,．，][0-9０-９]+)*"
    rf"|[{KATAKANA}]+"
    rf"|(?:お|ご)?[{KANJI}]+[{HIRAGANA}]*"
    rf"|[{HIRAGANA}]+"
    rf"|(?:(?![{KANJI}{HIRAGANA}{KATAKANA}0-9０-９])[\w{COMBINED}])+(?:['’][\w{COMBINED}]+)*"
    rf"|\s+|.",
    re.DOTALL,
)
SPACELESS = re.compile(f"[{KANJI}{HIRAGANA}{KATAKANA}]")
PURE_KANA = re.compile(f"[{HIRAGANA}]+")
# What a phrase may end with: these are words of their own.
PARTICLES = re.compile(
    "(?<=.)(である|でした|です|からの|までの|との|への|での|には|では|とは|にも|でも|から|まで|より|など|は|が|を|に|で|と|も|の|へ|や)$"
)
# The phrase model grows slow on long texts; it is asked sentence by sentence.
SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]?")
# No phrase ends within a number, a foreign word or a word in katakana.
RUNS_ON = re.compile(rf"[0-9０-９.,．，]{{2}}|[{KATAKANA}]{{2}}|[A-Za-zＡ-Ｚａ-ｚ]{{2}}")
WEAK_LENGTH = 2
SHORTEST_STEM = 3


@lru_cache(maxsize=8192)
def words_of(text: str, language: str) -> tuple[str, ...]:
    """Return the words, signs and spaces of a text; together they are the text again."""
    if not SPACELESS.search(text):
        return tuple(PIECE.findall(text))
    found: list[str] = []
    for sentence in SENTENCE.findall(text):
        for phrase in _phrases(sentence, language):
            for piece in PIECE.findall(phrase):
                found += _without_particle(piece)
    return tuple(found)


def is_weak(word: str) -> bool:
    """Say whether a word carries no meaning of its own: a particle, a sign, a space."""
    if len(word) > WEAK_LENGTH:
        return not word.strip()
    return bool(PURE_KANA.fullmatch(word)) or not any(
        unicodedata.category(char)[0] in "LN" for char in word
    )


def _without_particle(piece: str) -> list[str]:
    found = PARTICLES.search(piece)
    # こと, この and the like only look as if they ended with one.
    if found is None or (found.start() < SHORTEST_STEM and PURE_KANA.fullmatch(piece)):
        return [piece]
    return [piece[: found.start()], found[0]]


def _phrases(sentence: str, language: str) -> list[str]:
    if not sentence:
        return []
    phrases: list[str] = []
    for phrase in _parser(language.startswith("zh")).parse(sentence):
        if phrases and RUNS_ON.match(phrases[-1][-1] + phrase[0]):
            phrases[-1] += phrase
        else:
            phrases.append(phrase)
    return phrases


@cache
def _parser(chinese: bool) -> budoux.Parser:
    if chinese:
        return budoux.load_default_simplified_chinese_parser()
    return budoux.load_default_japanese_parser()
