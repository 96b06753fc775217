"""Meet titles of languages that are met sign by sign: Chinese, and Korean by its letters."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from tomoni.search.analysis.folding import Folded, fold, fold_with_places, without_marks
from tomoni.search.analysis.runs import runs

from .opening import LONGEST_KEY, LONGEST_TEXT, MOST_OPENINGS, Opener, Opening, tidied

FIRST_VOWEL, LAST_VOWEL = "\u1161", "\u1175"
# Vowels and final consonants as they are typed, letter after letter; finals as initials.
TYPED = {
    "ᅪ": "ᅩᅡ", "ᅫ": "ᅩᅢ", "ᅬ": "ᅩᅵ", "ᅯ": "ᅮᅥ", "ᅰ": "ᅮᅦ", "ᅱ": "ᅮᅵ", "ᅴ": "ᅳᅵ",
    "ᆨ": "ᄀ", "ᆩ": "ᄁ", "ᆪ": "ᄀᄉ", "ᆫ": "ᄂ", "ᆬ": "ᄂᄌ", "ᆭ": "ᄂᄒ", "ᆮ": "ᄃ", "ᆯ": "ᄅ",
    "ᆰ": "ᄅᄀ", "ᆱ": "ᄅᄆ", "ᆲ": "ᄅᄇ", "ᆳ": "ᄅᄉ", "ᆴ": "ᄅᄐ", "ᆵ": "ᄅᄑ", "ᆶ": "ᄅᄒ",
    "ᆷ": "ᄆ", "ᆸ": "ᄇ", "ᆹ": "ᄇᄉ", "ᆺ": "ᄉ", "ᆻ": "ᄊ", "ᆼ": "ᄋ", "ᆽ": "ᄌ", "ᆾ": "ᄎ",
    "ᆿ": "ᄏ", "ᇀ": "ᄐ", "ᇁ": "ᄑ", "ᇂ": "ᄒ",
}  # fmt: skip


class SignOpener(Opener):
    """An opener at each sign of scripts that no space parts, and at each word of other ones."""

    def __init__(self, folded: Callable[[str], str] = lambda text: text) -> None:
        self._folded = folded

    def openings(self, title: str) -> Sequence[Opening]:
        folded = fold_with_places(self._folded(title[:LONGEST_TEXT]))
        signs: list[int] = []
        starts: list[int] = []
        for run in runs(folded.text):
            starts += range(len(signs), len(signs) + (len(run.text) if run.unspaced else 1))
            signs += list(range(run.begin, run.end))
        return tidied(_opening(folded, signs[at:]) for at in starts[: 2 * MOST_OPENINGS])

    def prefixes(self, typed: str) -> Sequence[str]:
        folded = fold(self._folded(typed[:LONGEST_TEXT]))
        key = "".join(without_marks(run.text) for run in runs(folded))
        return [key[:LONGEST_KEY]] if key else []


def _opening(folded: Folded, places: Sequence[int]) -> Opening:
    found = [(sign, folded.ends[at]) for at in places[:LONGEST_KEY] for sign in _bare(folded, at)]
    key = "".join(sign for sign, _end in found)[:LONGEST_KEY]
    return Opening(key, folded.begins[places[0]], tuple(end for _sign, end in found)[: len(key)])


def _bare(folded: Folded, at: int) -> str:
    return without_marks(folded.text[at])


class KoreanOpener(Opener):
    """An opener at each word between spaces, by letters: a syllable is met while it is typed."""

    def openings(self, title: str) -> Sequence[Opening]:
        folded = fold_with_places(title[:LONGEST_TEXT])
        words = list(runs(folded.text))[:MOST_OPENINGS]
        return tidied(_by_letters(folded, word.begin) for word in words)

    def prefixes(self, typed: str) -> Sequence[str]:
        folded = fold_with_places(typed[:LONGEST_TEXT])
        key = _by_letters(folded, 0).key if folded.text else ""
        return [key] if key else []


def _by_letters(folded: Folded, begin: int) -> Opening:
    found = list(_letters(folded, begin))[:LONGEST_KEY]
    return Opening(
        "".join(letter for letter, _end in found),
        folded.begins[begin],
        tuple(end for _letter, end in found),
    )


def _letters(folded: Folded, begin: int) -> Iterator[tuple[str, int]]:
    """Yield the letters of all words from a place on; spaces are typed at will in Korean."""
    for at in range(begin, min(len(folded.text), begin + LONGEST_KEY)):
        for letter in unicodedata.normalize("NFD", folded.text[at]):
            for typed in TYPED.get(letter, letter):
                if typed.isalnum():
                    yield typed, folded.ends[at]
