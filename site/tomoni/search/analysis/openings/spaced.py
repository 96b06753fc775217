"""Meet titles of languages that put spaces between words: at each word, accents or not."""

from collections.abc import Callable, Iterator, Sequence

from tomoni.search.analysis.folding import Folded, fold_with_places, without_marks
from tomoni.search.analysis.runs import Run, runs
from tomoni.search.analysis.tokens import Tier

from .opening import LONGEST_KEY, LONGEST_TEXT, MOST_OPENINGS, Opener, Opening, tidied

Sounds = Callable[[str], Sequence[str]]


class SpacedOpener(Opener):
    """An opener of words; `sounds` gives keys by which other scripts lead to a word."""

    def __init__(self, sounds: Sounds = lambda _word: ()) -> None:
        self._sounds = sounds

    def openings(self, title: str) -> Sequence[Opening]:
        folded = fold_with_places(title[:LONGEST_TEXT])
        words = list(runs(folded.text))
        found: list[Opening] = []
        for at in range(min(len(words), MOST_OPENINGS)):
            found.append(_opening(folded, words[at:], lambda run: run.text, ""))
            if self._sound(words[at]):
                found.append(_opening(folded, words[at:], self._sound, Tier.READING.value))
        return tidied(found)

    def prefixes(self, typed: str) -> Sequence[str]:
        words = list(runs(fold_with_places(typed[:LONGEST_TEXT]).text))
        written = " ".join(without_marks(word.text) for word in words)
        sounds = [self._sound(word) for word in words]
        heard = Tier.READING.mark(" ".join(sounds)) if written.isascii() and all(sounds) else ""
        return [one[:LONGEST_KEY] for one in (written, heard) if one and words]

    def _sound(self, word: Run) -> str:
        return next(iter(self._sounds(word.text)), "")


def _opening(
    folded: Folded, words: Sequence[Run], form: Callable[[Run], str], mark: str
) -> Opening:
    signs: list[str] = list(mark)
    ends: list[int] = [folded.begins[words[0].begin]] * len(mark)
    for word in words:
        if len(signs) >= LONGEST_KEY:
            break
        for sign, end in _signs(folded, word, form(word)):
            signs.append(sign)
            ends.append(end)
        signs.append(" ")
        ends.append(ends[-1])
    key = "".join(signs)[:LONGEST_KEY].rstrip()
    return Opening(key, folded.begins[words[0].begin], tuple(ends[: len(key)]))


def _signs(folded: Folded, word: Run, form: str) -> Iterator[tuple[str, int]]:
    """Yield the signs of a word's form; one with other signs than written ends with the word."""
    plain = without_marks(form)
    whole = folded.ends[word.end - 1]
    same = form == word.text and len(plain) == len(form)
    for at, sign in enumerate(plain):
        yield sign, folded.ends[word.begin + at] if same else whole
