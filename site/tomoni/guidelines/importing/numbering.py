"""Numbering as Japanese guidelines write it: the mark a line begins with, and its number."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_KANJI = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_DIGITS = r"[0-9０-９]{1,3}"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_NUMERAL = rf"(?:{_DIGITS}|[一二三四五六七八九十百]{{1,5}}|[{_ROMAN}]|[IVX]{{1,4}})"
_GAP = r"[ \t\u3000]"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_DARK = "❶❷❸❹❺❻❼❽❾❿"
_BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_MARKS = "■□◼◻●○◯◎◆◇▲△▼▽★☆▶▷►❖➢✓✔"
BULLETS = "・･•‣⁃∙◦"
# 「3-1-1に戻って、」 goes on with a sentence, and 「3-1-1にぎわい」 does not.
_GOES_ON = re.compile(r"[のにはをでともがやへ].*[、。]")
_UNITS = "編部章節款目条"
_LAST = 99  # the place of a chapter after all counted ones
# How strong a mark usually is; used only where the document itself gives no evidence.
_RANKS = {"unit": 10, "dai": 19, "roman": 20, "word": 25, "lenticular": 29, "digit": 30,
          "dotted": 31, "decimal": 32, "kanji": 33, "plain": 40, "question": 43, "bracket": 45,
          "paren": 50, "half": 55, "circled": 60, "kana": 70, "latin": 72, "parenkana": 75,
          "mark": 80}  # fmt: skip

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("unit", re.compile(rf"第{_GAP}?({_NUMERAL})(?:{_GAP}(?=.(?:{_GAP}|$)))?"
                        rf"([{_UNITS}])(?:の{_NUMERAL})?")),
    ("unit", re.compile(rf"({_DIGITS})([編部章節])(?={_GAP}+\S)")),
    ("unit", re.compile(r"([序終補結])()(?:章|節)(?=[ \t\u3000:：]*\S|$)")),
    ("dai", re.compile(rf"第{_GAP}?({_NUMERAL}){_GAP}+(?=\S)")),
    ("decimal", re.compile(
        rf"((?:{_DIGITS}|[{_ROMAN}])(?:[.．\-－‐−]{_DIGITS}){{1,3}})[.．]?(?={_GAP}|[^\W\d])",
    )),
    ("dotted", re.compile(rf"({_DIGITS})[.．、]{_GAP}*")),
    ("half", re.compile(rf"({_DIGITS})[)）]{_GAP}*")),
    ("paren", re.compile(rf"[(（]{_GAP}*({_DIGITS}){_GAP}*[)）]{_GAP}*")),
    ("paren", re.compile(rf"([{_BRACKETED}]){_GAP}*")),
    ("circled", re.compile(rf"([{_CIRCLED}{_DARK}]){_GAP}*")),
    ("roman", re.compile(rf"([{_ROMAN}]|[IVX]{{1,4}}(?=[.．{_GAP[1:-1]}]))[.．、]?{_GAP}*")),
    ("digit", re.compile(rf"({_DIGITS}){_GAP}+")),
    ("kanji", re.compile(rf"([一二三四五六七八九十]{{1,3}})(?:[、.．]|{_GAP}){_GAP}*")),
    ("parenkana", re.compile(
        rf"[(（]([{_AIUEO}{_IROHA}a-zａ-ｚ一二三四五六七八九十])[)）]{_GAP}*",
    )),
    ("kana", re.compile(rf"([{_AIUEO}{_IROHA}])(?:[.．、)）]|{_GAP}){_GAP}*")),
    ("latin", re.compile(
        rf"([A-Za-zＡ-Ｚａ-ｚ])(?:[.．)）]{_GAP}*|{_GAP}+)(?=[ぁ-んァ-ヶ一-龯「『（])",
    )),
    ("question", re.compile(
        rf"(?:[QＱ問]|質問)[.．]?{_GAP}?({_DIGITS}(?:[\-－]{_DIGITS})?)[.．:：、]?{_GAP}*(?=\S)",
    )),
    ("lenticular", re.compile(rf"[【〔［\[]{_GAP}*({_DIGITS}){_GAP}*[】〕］\]]{_GAP}*(?=\S)")),
    ("word", re.compile(
        rf"([一-龯ぁ-んァ-ヶーA-Za-zＡ-Ｚａ-ｚ]{{2,8}}?){_GAP}?[第(（]?({_DIGITS}|[{_ROMAN}{_CIRCLED}])[号)）]?"
        rf"[：:．.]?{_GAP}*(?=\S)",
    )),
    ("mark", re.compile(rf"([{_MARKS}]){_GAP}*")),
    ("bracket", re.compile(r"([【〖《≪〈＜<])[^】〗》≫〉＞<>]{1,40}[】〗》≫〉＞>]$")),
)  # fmt: skip


@dataclass(frozen=True)
class Marker:
    """The mark at a line's start: its scheme, its place in a run, and how it is written."""

    scheme: str
    ordinal: int  # 0 where the scheme does not count
    written: str
    rank: int
    iroha: int = 0  # its place if the run counts イロハ instead of アイウ

    @property
    def counts(self) -> bool:
        """Say whether the scheme has numbers."""
        return self.ordinal != 0


@lru_cache(maxsize=20000)
def marker(text: str) -> tuple[Marker, str] | None:
    """Read the numbering at the start of a line; return it and the rest of the line."""
    for scheme, shape in _SHAPES:
        found = shape.match(text)
        if not found:
            continue
        if scheme == "bracket":
            return Marker("bracket " + found[1], 0, "", _RANKS["bracket"]), text
        read = _read(scheme, found)
        if read is None:
            continue
        name, ordinal = read
        rank = _RANKS[scheme] + (_UNITS.index(name[-1]) if scheme == "unit" else 0)
        rest = text[found.end() :].lstrip(" \t\u3000：")
        written = text[: len(text) - len(rest)].rstrip()
        if scheme == "decimal" and _GOES_ON.match(text[found.end() :]):
            continue
        if scheme == "unit" and rest and not _stands_off(text[found.end() :]):
            continue
        iroha = _IROHA.find(found[1]) + 1 if name.endswith(" ア") else 0
        return Marker(name, ordinal, written, rank, iroha), rest
    return None


def _stands_off(rest: str) -> bool:
    """Tell 「第３章　基本方針」 from 「第３章では」: a title stands off or is no particle."""
    if re.match(r"[（(][^（）()]{1,30}[)）](?:[\s\u3000]|$)", rest):
        return True  # 第１条（目的）　この条例は
    return not re.match(r"[のにはをでともがやへ、。（(]|から|まで", rest)


def _read(scheme: str, found: re.Match[str]) -> tuple[str, int] | None:
    sign = found[1]
    if scheme == "unit":
        # 序章 stands before the first and 終章 after the last, without a number of their own.
        outer = 1 if sign == "序" else _LAST
        return "unit " + (found[2] or found[0][1]), number(sign) if found[2] else outer
    if scheme == "decimal":
        parts = re.split(r"[.．\-－‐−]", sign)
        return f"decimal {len(parts)}", number(parts[-1])
    if scheme == "question":
        return "question", number(re.split(r"[\-－]", sign)[-1])
    if scheme == "word":
        # 「平成１６年」 and 「約７割」 count years and things, not sections.
        rest = found.string[found.end(2) :]
        apart = rest[rest[:1] in "号)）" :][:1] in "：:．. \t\u3000"
        return (f"word {sign}", number(found[2])) if apart else None
    if scheme == "mark":
        return "mark " + sign, 0
    return _counted(scheme, sign, found[0])


def _counted(scheme: str, sign: str, whole: str) -> tuple[str, int] | None:
    if scheme in ("kana", "parenkana") and sign in _AIUEO + _IROHA:
        # イロハ is told from アイウ by its run, so both places are kept.
        return f"{scheme} ア", _AIUEO.find(sign) + 1 or -1
    if scheme in ("latin", "parenkana") and re.fullmatch(r"[A-Za-zＡ-Ｚａ-ｚ]", sign):
        plain = unicodedata.normalize("NFKC", sign)
        return f"{scheme} {'A' if plain.isupper() else 'a'}", ord(plain.lower()) - 96
    if scheme == "paren" and sign in _BRACKETED:
        return "paren ⑴", number(sign)
    kind = scheme
    if scheme == "circled":
        kind += " ❶" if sign in _DARK else ""
    if scheme in ("half", "dotted"):
        kind += " " + unicodedata.normalize("NFKC", whole.strip())[-1]
    value = number(sign)
    return (kind, value) if value else None


def number(sign: str) -> int:
    """Read a number written in any Japanese manner."""
    for row in (_CIRCLED, _DARK, _BRACKETED, _ROMAN):
        if sign in row:
            return row.index(sign) + 1
    plain = unicodedata.normalize("NFKC", sign)
    if plain.isdecimal():
        return int(plain)
    if re.fullmatch(r"[IVX]+", plain):
        values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in plain]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return sum(-one if one < after else one for one, after in pairs)
    if len(plain) > 1 and all(letter in _KANJI for letter in plain):
        return int("".join(str(_KANJI[letter]) for letter in plain))  # 一二 on the twelfth page
    total, digit = 0, 0
    for letter in plain:
        if letter in "十百":
            total += (digit or 1) * (10 if letter == "十" else 100)
            digit = 0
        else:
            digit = _KANJI.get(letter, 0)
    return total + digit
