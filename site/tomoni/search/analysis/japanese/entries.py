"""Know of each word of the dictionary which tokens it gives; asked once, since asking is slow."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from tomoni.search.analysis.tokens import GAP, Tier
from tomoni.search.analysis.words import weights

from . import dictionary
from .forms import KANA, KANJI, hiragana, verb_form, word_form

if TYPE_CHECKING:
    import sudachipy

# Words that no dictionary holds have numbers from here on, many the same one.
UNKNOWN = 0xF0000000
SHORTEST_TO_PART, LONGEST_TO_PART = 5, 30
HONORIFIC = "御"
MOST_KNOWN = 200_000


class Kind(Enum):
    """What a word does in a sentence."""

    NOUN = "noun"
    VERB = "verb"
    NUMBER = "number"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    FUNCTION = "function"
    SIGN = "sign"


KINDS = {
    "助詞": Kind.FUNCTION,
    "助動詞": Kind.FUNCTION,
    "接続詞": Kind.FUNCTION,
    "感動詞": Kind.FUNCTION,
    "補助記号": Kind.SIGN,
    "空白": Kind.SIGN,
    "記号": Kind.SIGN,
    "接頭辞": Kind.PREFIX,
    "接尾辞": Kind.SUFFIX,
    "動詞": Kind.VERB,
    "形容詞": Kind.VERB,
    "副詞": Kind.VERB,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """The tokens of a word: of its units, of its whole where it has several, of its readings.

    `words` is only a `GAP` where the word weighs nothing, and empty for お and ご.
    """

    kind: Kind
    words: tuple[str, ...]
    exact: str = ""
    readings: tuple[str, ...] = ()
    weak: bool = False
    known: bool = True


NOTHING = (GAP,)
# By their number; what has none of its own also by how it is written and, 一 and 三, how it sounds.
KNOWN: dict[int | tuple[int, str, str], Entry] = {}


def entry(morpheme: "sudachipy.Morpheme") -> Entry:
    """Return what a word found in a text gives; look in `KNOWN` first where time counts."""
    number = morpheme.word_id()
    key = number if number < UNKNOWN else (number, morpheme.surface(), morpheme.reading_form())
    found = KNOWN.get(key)
    if found is None:
        found = _make(morpheme)
        if len(KNOWN) < MOST_KNOWN:
            KNOWN[key] = found
    return found


def unit_form(morpheme: "sudachipy.Morpheme") -> str:
    """Return the token of one of the units within a word; nothing for お and ご."""
    normalised = morpheme.normalized_form()
    speech = morpheme.part_of_speech()
    if speech[0] == "接頭辞" and normalised == HONORIFIC:
        return ""
    return word_form(verb_form(normalised, speech[4]) if speech[0] == "動詞" else normalised)


def readings(morpheme: "sudachipy.Morpheme") -> tuple[str, ...]:
    """Return the reading of a word with kanji."""
    if not KANJI.search(morpheme.surface()):
        return ()
    reading = hiragana(morpheme.reading_form())
    return (Tier.READING.mark(reading),) if reading else ()


@lru_cache(maxsize=4096)
def parted(surface: str) -> tuple[str, ...]:
    """Part an unknown word of kana in two that are known: コミュニティバス, ゴミステーション."""
    if not SHORTEST_TO_PART <= len(surface) <= LONGEST_TO_PART or not KANA.fullmatch(surface):
        return ()
    places = sorted(range(2, len(surface) - 1), key=lambda at: abs(2 * at - len(surface)))
    for at in places:
        if dictionary.knows(surface[:at]) and dictionary.knows(surface[at:]):
            return surface[:at], surface[at:]
    return ()


def _make(morpheme: "sudachipy.Morpheme") -> Entry:
    speech = morpheme.part_of_speech()
    kind = Kind.NUMBER if speech[1] == "数詞" else KINDS.get(speech[0], Kind.NOUN)
    normalised = morpheme.normalized_form()
    if kind in {Kind.FUNCTION, Kind.SIGN} or normalised in weights("ja").ignored:
        return Entry(Kind.FUNCTION if kind is not Kind.SIGN else kind, NOTHING)
    form = unit_form(morpheme)
    if not form:
        return Entry(kind, () if kind is Kind.PREFIX else NOTHING)
    weak = normalised in weights("ja").weak
    known = not morpheme.is_oov() or kind is Kind.NUMBER
    parts = () if kind is Kind.VERB else _parts(morpheme)
    exact = Tier.EXACT.mark(form) if len(parts) > 1 else ""
    return Entry(kind, parts or (form,), exact, _all_readings(morpheme), weak, known)


def _parts(morpheme: "sudachipy.Morpheme") -> tuple[str, ...]:
    units = [unit_form(unit) for unit in dictionary.units(morpheme)]
    if not units and morpheme.is_oov():
        units = [word_form(part) for part in parted(morpheme.surface())]
    return tuple(filter(None, units))


def _all_readings(morpheme: "sudachipy.Morpheme") -> tuple[str, ...]:
    found = list(readings(morpheme))
    for unit in dictionary.units(morpheme):
        found += readings(unit)
    return tuple(dict.fromkeys(found))
