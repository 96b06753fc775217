"""Where a heading may be broken: between phrases, and never inside a name."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import budoux

# Breaks are for headings; a longer text is no heading and would only fill the memory.
LONGEST = 200
# A phrase longer than this may not fit on a telephone; then it breaks where katakana meet kanji.
WHOLE = 10
SEAM = re.compile("(?<=[ァ-ヺー])(?=[一-鿿])")
# No line begins with the rest of a word (ちが|い, 育て|方) or one that leans on another (もの).
LEANING = re.compile(r"(?!(?:こ|そ|あ|ど)の)[ぁ-ん]{1,2}|[^\W\d]")


def breaks(text: str, language: str, names: Iterable[str] = ()) -> tuple[int, ...]:
    """Return the places in `text` where a line may end, in a language that has no spaces."""
    model = "ja" if language in {"ja", "ja-simple"} else language
    if model not in {"ja", "zh-hans"} or len(text) > LONGEST:
        return ()
    places = _model_breaks(text, model)
    if not places:
        return ()
    held = {place for name in names if name for place in _inside(name, text)}
    return tuple(place for place in places if place not in held)


def _inside(name: str, text: str) -> Iterable[int]:
    start = text.find(name)
    while start != -1:
        yield from range(start + 1, start + len(name))
        start = text.find(name, start + 1)


@lru_cache(maxsize=4096)
def _model_breaks(text: str, model: str) -> tuple[int, ...]:
    places, place = [], 0
    phrases = _parser(model).parse(text)
    for phrase in _joined(phrases) if model == "ja" else phrases:
        if len(phrase) > WHOLE:
            places += [place + seam.start() for seam in SEAM.finditer(phrase)]
        place += len(phrase)
        places.append(place)
    return tuple(places[:-1])


def _joined(phrases: Iterable[str]) -> list[str]:
    """Return the phrases, each that leans on the one before joined to it."""
    found: list[str] = []
    leaning = ""
    for phrase in reversed([*phrases]):
        if LEANING.fullmatch(phrase + leaning):
            leaning = phrase + leaning
        else:
            found.append(phrase + leaning)
            leaning = ""
    return [*([leaning] if leaning else []), *reversed(found)]


@cache
def _parser(model: str) -> budoux.Parser:
    if model == "ja":
        return budoux.load_default_japanese_parser()
    return budoux.load_default_simplified_chinese_parser()
