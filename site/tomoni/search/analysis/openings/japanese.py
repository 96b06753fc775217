"""Meet Japanese titles at each word, as it is written and as it sounds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tomoni.search.analysis.folding import fold, fold_with_places, mended, without_marks
from tomoni.search.analysis.japanese.dictionary import morphemes, sentences, units
from tomoni.search.analysis.japanese.entries import Kind, entry
from tomoni.search.analysis.japanese.forms import KANJI, hiragana
from tomoni.search.analysis.runs import runs
from tomoni.search.analysis.tokens import Tier

from .opening import LONGEST_KEY, LONGEST_TEXT, MOST_OPENINGS, Opening, tidied
from .sounds import sound_of

# 会, 課 or 節 at the end of a word is none by itself.
SUFFIX = "接尾辞"
CLOSE = re.compile("[0-9々〆\u3400-\u9fff]")
# What an input method shows before its syllable is finished: じｃ, 自治k.
UNFINISHED = re.compile("(?<=[^\x00-\x7f])[a-z]{1,3}$")
HEARD = re.compile(
    "[ぁ-ゖーa-z0-9āīūēōâîûêô'’ -]*[ぁ-ゖa-zāīūēōâîûêô][ぁ-ゖーa-z0-9āīūēōâîûêô'’ -]*"
)
# Words that are chosen already, and kana behind them that may become kanji: 市民かつ.
HALF_CHOSEN = re.compile("(.*[々〆\u3400-\u9fff])([ぁ-ゖー]+[a-z]{0,3}|[a-z]{1,3})")


@dataclass(frozen=True)
class Piece:
    """A word of a title: how it sounds, where its signs end, whether it may begin an opening."""

    signs: tuple[tuple[str, int], ...]
    sound: str
    begin: int
    end: int
    opens: bool


@dataclass(frozen=True)
class Heard(Opening):
    """An opening by its sound: `ends` are those of its words, which sound as `words` say."""

    words: tuple[str, ...] = ()

    def end_of(self, prefix: str) -> int:
        for at, end in enumerate(self.ends):
            if len(_sound(self.words[: at + 1])) >= len(prefix):
                return end
        return self.ends[-1]


class JapaneseOpener:
    """An opener by the dictionary's shortest words."""

    def openings(self, title: str) -> Sequence[Opening]:
        pieces = list(_pieces(title[:LONGEST_TEXT]))
        starts = [at for at, piece in enumerate(pieces) if piece.opens or not at]
        found: list[Opening] = []
        for at in starts[:MOST_OPENINGS]:
            written = _written(pieces[at:])
            found += [written, _heard(pieces[at:])]
        return tidied(found)

    def prefixes(self, typed: str) -> Sequence[str]:
        folded = fold(typed[:LONGEST_TEXT])
        written = _joined(folded)
        finished = UNFINISHED.sub("", written)
        found = [written, finished if KANJI.search(finished) else ""]
        if HEARD.fullmatch(folded):
            found.append(_sound([folded.replace(" ", "")]))
        elif half := HALF_CHOSEN.fullmatch(folded):
            found.append(_sound([*(piece.sound for piece in _pieces(half[1])), half[2]]))
        marks = {"", Tier.READING.value}
        return list(dict.fromkeys(one[:LONGEST_KEY] for one in found if one not in marks))


def _joined(folded: str) -> str:
    return "".join(without_marks(run.text) for run in runs(folded))


def _pieces(title: str) -> Iterator[Piece]:
    at, last = 0, ("", -1)
    for sentence in sentences(mended(title)):
        for morpheme in morphemes(sentence):
            kind = entry(morpheme).kind
            opens = kind not in {Kind.FUNCTION, Kind.SIGN, Kind.SUFFIX}
            for unit in list(units(morpheme)) or [morpheme]:
                begin, end = at + unit.begin(), at + unit.end()
                surface = title[begin:end]
                signs = tuple(_signs(surface, begin))
                if signs:
                    plain = "".join(sign for sign, _end in signs)
                    reading = hiragana(unit.reading_form()) if KANJI.search(plain) else ""
                    ends_word = len(plain) == 1 and last[1] == begin and CLOSE.match(last[0])
                    is_suffix = ends_word or unit.part_of_speech()[0] == SUFFIX
                    yield Piece(signs, reading or plain, begin, end, opens and not is_suffix)
                    last = plain[-1], end
        at += len(sentence)


def _signs(surface: str, begin: int) -> Iterator[tuple[str, int]]:
    folded = fold_with_places(surface)
    for run in runs(folded.text):
        for at in range(run.begin, run.end):
            for sign in without_marks(folded.text[at]):
                yield sign, begin + folded.ends[at]


def _written(pieces: Sequence[Piece]) -> Opening:
    signs = [one for piece in pieces[:LONGEST_KEY] for one in piece.signs][:LONGEST_KEY]
    key = "".join(sign for sign, _end in signs)
    return Opening(key, pieces[0].begin, tuple(end for _sign, end in signs))


def _heard(pieces: Sequence[Piece]) -> Opening:
    pieces = pieces[:LONGEST_KEY]
    words = tuple(piece.sound for piece in pieces)
    ends = tuple(piece.end for piece in pieces)
    return Heard(_sound(words)[:LONGEST_KEY], pieces[0].begin, ends, words)


def _sound(words: Sequence[str]) -> str:
    return Tier.READING.mark(sound_of("".join(words)))
