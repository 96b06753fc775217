"""Read Latin letters as kana: Hepburn and Kunrei, with and without marks of long vowels."""

import re
from collections.abc import Iterator
from itertools import product

ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの",
    "h": "はひふへほ", "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざじずぜぞ",
    "d": "だぢづでど", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}  # fmt: skip
SINGLE = {
    "ya": "や", "yu": "ゆ", "yo": "よ", "wa": "わ", "wo": "を", "shi": "し", "chi": "ち",
    "tsu": "つ", "fu": "ふ", "ji": "じ", "fa": "ふぁ", "fi": "ふぃ", "fe": "ふぇ", "fo": "ふぉ",
    "she": "しぇ", "che": "ちぇ", "je": "じぇ", "thi": "てぃ", "dhi": "でぃ", "vu": "ゔ",
}  # fmt: skip
GLIDES = {
    "ky": "き", "sy": "し", "sh": "し", "ty": "ち", "ch": "ち", "cy": "ち", "ny": "に", "hy": "ひ",
    "my": "み", "ry": "り", "gy": "ぎ", "zy": "じ", "jy": "じ", "j": "じ", "dy": "ぢ", "by": "び",
    "py": "ぴ",
}  # fmt: skip
SYLLABLES = (
    {
        onset + vowel: kana
        for onset, row in ROWS.items()
        for vowel, kana in zip("aiueo", row, strict=True)
    }
    | SINGLE
    | {
        f"{onset}{vowel}": kana + small
        for onset, kana in GLIDES.items()
        for vowel, small in (("a", "ゃ"), ("u", "ゅ"), ("o", "ょ"))
    }
)
SYLLABLE = re.compile(
    r"(?P<double>([kstpgzdbcjfhr])(?=\2)|t(?=ch))?"
    rf"(?P<syllable>{'|'.join(sorted(SYLLABLES, key=len, reverse=True))})(?P<long>\u0304)?"
    r"|(?P<nasal>n'|nn(?![aiueoy])|n(?![aiueoy])|m(?=[bmp]))|(?P<dash>-)"
)
MARKED = str.maketrans({
    **dict(zip("āīūēō", ("a\u0304", "i\u0304", "u\u0304", "e\u0304", "o\u0304"), strict=True)),
    **dict(zip("âîûêô", ("a\u0304", "i\u0304", "u\u0304", "e\u0304", "o\u0304"), strict=True)),
    "’": "'",
})  # fmt: skip
ROMAJI = re.compile(r"[a-zāīūēōâîûêô][a-zāīūēōâîûêô'’-]*")
LONG = {"a": ("あ",), "i": ("い",), "u": ("う",), "e": ("い", "え"), "o": ("う", "お")}
# Where long vowels were left out (kominkan), so many are tried.
MOST_VOWELS = 3
SHORTEST = 3


def kana_of(latin: str) -> tuple[str, ...]:
    """Return the ways to read a word of small Latin letters as hiragana, the plainest first."""
    parts = list(_parts(latin.translate(MARKED)))
    if len(latin) < SHORTEST or not parts or parts[-1] is None:
        return ()
    guessed = 0
    choices: list[tuple[str, ...]] = []
    for at, part in enumerate(parts):
        if part is None:
            return ()
        kana, vowel, is_long = part
        if is_long:
            choices.append(tuple(kana + one for one in LONG[vowel]))
        elif vowel in {"o", "u"} and guessed < MOST_VOWELS and not _vowel_follows(parts, at):
            guessed += 1
            choices.append((kana, kana + "う"))
        else:
            choices.append((kana,))
    return tuple("".join(one) for one in product(*choices))


Part = tuple[str, str, bool]


def _parts(latin: str) -> Iterator[Part | None]:
    """Yield kana, its vowel, and whether that is marked as long; None where nothing can be read."""
    at = 0
    while at < len(latin):
        match = SYLLABLE.match(latin, at)
        if match is None:
            yield None
            return
        at = match.end()
        if match["syllable"]:
            double = "っ" if match["double"] else ""
            yield double + SYLLABLES[match["syllable"]], match["syllable"][-1], bool(match["long"])
        elif match["nasal"]:
            yield "ん", "", False


def _vowel_follows(parts: list[Part | None], at: int) -> bool:
    following = parts[at + 1] if at + 1 < len(parts) else None
    return following is not None and following[0] in {"う", "お"}
