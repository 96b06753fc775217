"""Meet Japanese titles at each word, as it is written and as it sounds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tomoni.search.analysis.folding import fold, without_marks
from tomoni.search.analysis.japanese.forms import KANJI
from tomoni.search.analysis.runs import runs
from tomoni.search.analysis.tokens import Tier

from .opening import LONGEST_KEY, LONGEST_TEXT, MOST_OPENINGS, Key, Opener, Opening, tidied, told
from .pieces import Piece, pieces_of
from .sounds import sound_of

# What an input method shows before its syllable is finished: じｃ, 自治k.
UNFINISHED = re.compile("(?<=[^\x00-\x7f])[a-z]{1,3}$")
HEARD = re.compile(
    "[ぁ-ゖーa-z0-9āīūēōâîûêô'’ -]*[ぁ-ゖa-zāīūēōâîûêô][ぁ-ゖーa-z0-9āīūēōâîûêô'’ -]*"
)
# Words that are chosen already, and kana behind them that may become kanji: 市民かつ.
HALF_CHOSEN = re.compile("(.*[々〆\u3400-\u9fff])([ぁ-ゖー]+[a-z]{0,3}|[a-z]{1,3})")


@dataclass(frozen=True)
class Heard(Opening):
    """An opening by its sound: `ends` are those of its words, which sound as `words` say."""

    words: tuple[str, ...] = ()

    def end_of(self, prefix: str) -> int:
        for at, end in enumerate(self.ends):
            if len(_sound(self.words[: at + 1])) >= len(prefix):
                return end
        return self.ends[-1]


class JapaneseOpener(Opener):
    """An opener by the dictionary's shortest words."""

    def openings(self, title: str) -> Sequence[Opening]:
        pieces = pieces_of(title[:LONGEST_TEXT])
        begun = [pieces[at : at + LONGEST_KEY] for at in _starts(pieces)]
        return tidied(one for rest in begun for one in (_written(rest), _heard(rest)))

    def keys(self, title: str) -> Sequence[Key]:
        pieces = pieces_of(title[:LONGEST_TEXT])
        texts = [piece.text for piece in pieces]
        sounds = [piece.sound for piece in pieces]
        found: list[tuple[str, int]] = []
        for at in _starts(pieces):
            begin, behind = pieces[at].begin, at + LONGEST_KEY
            found.append(("".join(texts[at:behind])[:LONGEST_KEY], begin))
            found.append((_sound(sounds[at:behind])[:LONGEST_KEY], begin))
        return told(found)

    def prefixes(self, typed: str) -> Sequence[str]:
        folded = fold(typed[:LONGEST_TEXT])
        written = _joined(folded)
        finished = UNFINISHED.sub("", written)
        found = [written, finished if KANJI.search(finished) else ""]
        if HEARD.fullmatch(folded):
            found.append(_sound([folded.replace(" ", "")]))
        elif half := HALF_CHOSEN.fullmatch(folded):
            found.append(_sound([*(piece.sound for piece in pieces_of(half[1])), half[2]]))
        marks = {"", Tier.READING.value}
        return list(dict.fromkeys(one[:LONGEST_KEY] for one in found if one not in marks))


def _joined(folded: str) -> str:
    return "".join(without_marks(run.text) for run in runs(folded))


def _starts(pieces: Sequence[Piece]) -> list[int]:
    return [at for at, piece in enumerate(pieces) if piece.opens or not at][:MOST_OPENINGS]


def _written(pieces: Sequence[Piece]) -> Opening:
    key = "".join(piece.text for piece in pieces)[:LONGEST_KEY]
    ends = [piece.begin + end for piece in pieces for end in piece.ends][:LONGEST_KEY]
    return Opening(key, pieces[0].begin, tuple(ends))


def _heard(pieces: Sequence[Piece]) -> Opening:
    words = tuple(piece.sound for piece in pieces)
    ends = tuple(piece.end for piece in pieces)
    return Heard(_sound(words)[:LONGEST_KEY], pieces[0].begin, ends, words)


def _sound(words: Sequence[str]) -> str:
    return Tier.READING.mark(sound_of("".join(words)))
