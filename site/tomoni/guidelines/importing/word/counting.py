"""Automatic numbers of Word: written as they are printed, in every Japanese manner."""

from collections.abc import Callable

_KANJI = "〇一二三四五六七八九"
_LEGAL = "零壱弐参四伍六七八九"
_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコ"
    "エテアサキユメミシヱヒモセスン"
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
          (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_LETTERS = 26
_MOST = 4000  # beyond, Roman figures are not written


def written(number: int, manner: str) -> str:
    """Return a number in one of Word's manners; those not known are written in digits."""
    manner_of = _MANNERS.get(manner)
    return manner_of(number) if manner_of and number > 0 else str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN if number < _MOST else ():
        while number >= worth:
            text, number = text + sign, number - worth
    return text or str(number)


def _letter(number: int) -> str:
    sign = chr(ord("A") + (number - 1) % _LETTERS)
    return sign * min(1 + (number - 1) // _LETTERS, _LETTERS)


def _counted(number: int, digits: str, ten: str, hundred: str) -> str:
    """Write a number below a thousand as Japanese count: 二十三."""
    if number >= 1000:  # noqa: PLR2004 -- beyond the words at hand
        return str(number)
    text = ""
    for worth, word in ((100, hundred), (10, ten), (1, "")):
        count, number = divmod(number, worth)
        if count:
            text += ("" if count == 1 and word else digits[count]) + word
    return text


def _digit_by_digit(number: int) -> str:
    return "".join(_KANJI[int(sign)] for sign in str(number))


def _row(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _block(first: int, count: int, beyond: str = "{}") -> Callable[[int], str]:
    """Write with the signs of a Unicode block as far as it goes."""
    return lambda number: chr(first + number - 1) if number <= count else beyond.format(number)


def _circled(number: int) -> str:
    for first, last, sign in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(sign + number - first)
    return f"({number})"


_MANNERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedParen": _block(0x2474, 20, "({})"),
    "decimalEnclosedFullstop": _block(0x2488, 20, "{}."),
    "ideographEnclosedCircle": _block(0x3280, 10),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "japaneseCounting": lambda number: _counted(number, _KANJI, "十", "百"),
    "chineseCounting": lambda number: _counted(number, _KANJI, "十", "百"),
    "chineseCountingThousand": lambda number: _counted(number, _KANJI, "十", "百"),
    "taiwaneseCounting": lambda number: _counted(number, _KANJI, "十", "百"),
    "taiwaneseCountingThousand": lambda number: _counted(number, _KANJI, "十", "百"),
    "japaneseDigitalTenThousand": _digit_by_digit,
    "ideographDigital": _digit_by_digit,
    "japaneseLegal": lambda number: _counted(number, _LEGAL, "拾", "百"),
    "aiueo": _row(_AIUEO),
    "aiueoFullWidth": _row(_AIUEO),
    "iroha": _row(_IROHA),
    "irohaFullWidth": _row(_IROHA),
    "ideographTraditional": _row(_STEMS),
    "none": lambda _number: "",
}
