"""Cut a Japanese title into the dictionary's shortest words: how each is written and sounds."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tomoni.search.analysis.folding import fold_with_places, mended, without_marks
from tomoni.search.analysis.japanese.dictionary import morphemes, stretches, units
from tomoni.search.analysis.japanese.entries import UNKNOWN, Kind, entry
from tomoni.search.analysis.japanese.forms import KANJI, hiragana
from tomoni.search.analysis.runs import runs

if TYPE_CHECKING:
    import sudachipy

# 会, 課 or 節 at the end of a word is none by itself.
SUFFIX = "接尾辞"
CLOSE = re.compile("[0-9々〆\u3400-\u9fff]")
CLOSED = (Kind.FUNCTION, Kind.SIGN, Kind.SUFFIX)
MOST_KNOWN = 50_000


class Piece(NamedTuple):
    """A word of a title: its signs, where each ends, how it sounds, whether it begins an opening.

    `ends` count from `begin`, which like `end` counts from where the title begins.
    """

    text: str
    ends: tuple[int, ...]
    sound: str
    begin: int
    end: int
    opens: bool


# What a word of the dictionary gives wherever it stands: asking for it is slow.
_known: dict[tuple[int, str], tuple[Piece, ...]] = {}


def pieces_of(title: str) -> list[Piece]:
    """Return the pieces of a title that say something."""
    found: list[Piece] = []
    at, last, last_end = 0, "", -1
    for stretch in stretches(mended(title)):
        for morpheme in morphemes(stretch):
            begin = at + morpheme.begin()
            for piece in _pieces(morpheme, title[begin : at + morpheme.end()]):
                text, ends, sound, first, end, opens = piece
                first += begin
                if opens and len(text) == 1 and last_end == first and CLOSE.match(last):
                    opens = False
                last, last_end = text[-1], begin + end
                found.append(Piece(text, ends, sound, first, last_end, opens))
        at += len(stretch)
    return found


def _pieces(morpheme: "sudachipy.Morpheme", surface: str) -> tuple[Piece, ...]:
    """Return the pieces of a word, their places counted from where it begins."""
    number = morpheme.word_id()
    if number >= UNKNOWN:
        return _made(morpheme, surface)
    found = _known.get((number, surface))
    if found is None:
        found = _made(morpheme, surface)
        if len(_known) < MOST_KNOWN:
            _known[number, surface] = found
    return found


def _made(morpheme: "sudachipy.Morpheme", surface: str) -> tuple[Piece, ...]:
    opens = entry(morpheme).kind not in CLOSED
    found: list[Piece] = []
    for unit in list(units(morpheme)) or [morpheme]:
        begin, end = unit.begin() - morpheme.begin(), unit.end() - morpheme.begin()
        text, ends = _signs(surface[begin:end])
        if text:
            reading = hiragana(unit.reading_form()) if KANJI.search(text) else ""
            is_suffix = unit.part_of_speech()[0] == SUFFIX
            found.append(Piece(text, ends, reading or text, begin, end, opens and not is_suffix))
    return tuple(found)


@lru_cache(maxsize=8192)
def _signs(surface: str) -> tuple[str, tuple[int, ...]]:
    """Return the letters and figures of a folded word, and where in the word each ends."""
    folded = fold_with_places(surface)
    places = [at for run in runs(folded.text) for at in range(run.begin, run.end)]
    signs = [(sign, folded.ends[at]) for at in places for sign in without_marks(folded.text[at])]
    return "".join(sign for sign, _end in signs), tuple(end for _sign, end in signs)
