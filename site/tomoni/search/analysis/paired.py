"""Analyse languages whose words no space parts (Chinese), or whose endings cling (Korean).

Pairs of neighbouring signs are the words; what no dictionary is needed for, no dictionary lacks.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from .folding import fold, fold_with_places, without_marks
from .runs import HANGUL, LONGEST, Run, grams, runs
from .tokens import GAP, Place, Profile, Reading, Reason, Tier, Way, Word
from .words import Weights

LONGEST_QUERY = 400
WEAK = 0.3
# Pairs that a turn of phrase reaches into say less than those of words.
BESIDE = 0.5
SHORTEST_TO_PART = 4


@dataclass(frozen=True)
class Piece:
    """A piece of a folded text: one of pairs, or a word of other letters, with its place."""

    text: str
    begin: int
    paired: bool
    apart: bool


@dataclass(frozen=True)
class Script:
    """What is done beyond pairs: `folded` for the script's own variants, sign by sign."""

    folded: Callable[[str], str] = lambda text: text
    single_signs: bool = False
    whole_words: bool = False
    endings: bool = False
    weights: Weights = field(default_factory=Weights)


def pieces(folded: str) -> Iterator[Piece]:
    """Yield the pieces of a folded text; Korean syllables beside figures stand by themselves."""
    for run in runs(folded):
        if run.unspaced:
            yield Piece(run.text, run.begin, paired=True, apart=run.apart)
        else:
            yield from _syllables_apart(run)


def _syllables_apart(run: Run) -> Iterator[Piece]:
    at, apart = 0, run.apart
    for match in HANGUL.finditer(run.text):
        if without_marks(run.text[at : match.start()]):
            yield Piece(run.text[at : match.start()], run.begin + at, paired=False, apart=apart)
            apart = False
        yield Piece(match.group(), run.begin + match.start(), paired=True, apart=apart)
        at, apart = match.end(), False
    if without_marks(run.text[at:]):
        yield Piece(run.text[at:], run.begin + at, paired=False, apart=apart)


class PairedAnalyser:
    """An analyser of pairs of signs; words of other letters within the text stay whole."""

    def __init__(self, identity: str, script: Script, profile: Profile) -> None:
        self.identity = identity
        self.profile = profile
        self._script = script
        self._turns = _pattern(script.weights.phrases)

    def tokens(self, text: str) -> Sequence[str]:
        words: list[str] = []
        exact: list[str] = []
        signs: list[str] = []
        for piece in pieces(fold(self._script.folded(text))):
            if piece.apart and words and words[-1] != GAP:
                words.append(GAP)
            words += self._words(piece)
            if piece.paired and self._script.whole_words:
                exact.append(Tier.EXACT.mark(piece.text[:LONGEST]))
            if piece.paired and self._script.single_signs:
                signs += [Tier.GRAM.mark(sign) for sign in piece.text]
        return [*words, *exact, *signs]

    def read(self, typed: str) -> Reading:
        folded = fold(self._script.folded(typed[:LONGEST_QUERY]))
        found = list(pieces(folded))
        words: dict[str, Word] = {}
        ignored: list[str] = []
        tokens: dict[str, float] = {}
        order: list[str] = []
        for piece in found:
            for text, weight in self._parts(piece):
                if not weight:
                    ignored.append(text)
                    order.append(GAP)
                    continue
                words.setdefault(text, Word(text, tuple(self._ways(text, piece))))
                order += self._words(Piece(text, 0, piece.paired, apart=False))
            for token, weight in self._weighed(piece):
                tokens[token] = max(weight, tokens.get(token, 0))
        if not words:
            words = {p.text: Word(p.text, tuple(self._ways(p.text, p))) for p in found}
            tokens = {token: 1.0 for p in found for token in self._all(p)}
            ignored = []
        weighed = {token: weight for token, weight in tokens.items() if weight}
        return Reading(tuple(words.values()), weighed, tuple(order), tuple(ignored))

    def places(self, text: str) -> Iterator[Place]:
        folded = fold_with_places(self._script.folded(text))
        begins, ends = folded.begins, folded.ends
        for piece in pieces(folded.text):
            begin, length = piece.begin, len(piece.text)
            if not piece.paired or self._script.whole_words:
                exact = () if not piece.paired else (Tier.EXACT.mark(piece.text[:LONGEST]),)
                plain = () if piece.paired else tuple(self._words(piece))
                yield Place(begins[begin], ends[begin + length - 1], (*plain, *exact))
            if not piece.paired:
                continue
            for at, token in enumerate(grams(piece.text, Tier.WORD)):
                yield Place(begins[begin + at], ends[begin + min(at + 1, length - 1)], (token,))
            if self._script.single_signs:
                for at, sign in enumerate(piece.text):
                    yield Place(begins[begin + at], ends[begin + at], (Tier.GRAM.mark(sign),))

    def _words(self, piece: Piece) -> list[str]:
        if piece.paired:
            return grams(piece.text, Tier.WORD)
        return [without_marks(piece.text[:LONGEST])]

    def _all(self, piece: Piece) -> Iterator[str]:
        yield from self._words(piece)
        if piece.paired and self._script.single_signs:
            yield from map(Tier.GRAM.mark, piece.text)
        if piece.paired and self._script.whole_words:
            yield Tier.EXACT.mark(piece.text[:LONGEST])

    def _ways(self, text: str, piece: Piece) -> Iterator[Way]:
        if not piece.paired:
            yield Way(((without_marks(text[:LONGEST]),),))
            return
        if self._script.whole_words:
            yield Way(((Tier.EXACT.mark(text[:LONGEST]),),))
        if len(text) == 1 and self._script.single_signs:
            yield Way(((Tier.GRAM.mark(text),),))
            return
        yield Way((tuple(grams(text, Tier.WORD)),))
        if len(text) >= SHORTEST_TO_PART and self._script.single_signs:
            twos = [text[at : at + 2] for at in range(0, len(text) - 1, 2)]
            yield Way(tuple((two,) for two in dict.fromkeys([*twos, text[-2:]])), Reason.GRAM)

    def _parts(self, piece: Piece) -> Iterator[tuple[str, float]]:
        """Yield what a piece of a query consists of, with 0 for what weighs nothing."""
        weights = self._script.weights
        if piece.text in weights.ignored:
            yield piece.text, 0.0
        elif not piece.paired:
            yield piece.text, 1.0
        elif self._script.endings:
            ending = self._ending(piece.text)
            # One syllable is hardly a word: 년 behind a year, 수 before 있다.
            yield piece.text.removesuffix(ending), float(len(piece.text) > 1)
        else:
            for text, turn in _cut(piece.text, self._turns):
                yield text, 0.0 if turn else 1.0

    def _ending(self, word: str) -> str:
        """Return the particle at the end of a Korean word that has two syllables besides."""
        for ending in self._script.weights.phrases:
            if word.endswith(ending) and len(word) >= len(ending) + 2:
                return ending
        return ""

    def _weighed(self, piece: Piece) -> Iterator[tuple[str, float]]:
        """Yield the tokens of a piece of a query, less heavy where a turn of phrase stands."""
        weights = self._script.weights
        if not piece.paired:
            yield from ((token, 1.0) for token in self._words(piece))
            return
        if piece.text in weights.ignored:
            return
        weight = WEAK if piece.text in weights.weak else 1.0
        if self._script.whole_words:
            yield Tier.EXACT.mark(piece.text[:LONGEST]), weight
        turned = [turn for text, turn in self._cut_for_weights(piece.text) for _sign in text]
        for at, token in enumerate(grams(piece.text, Tier.WORD)):
            count = sum(turned[at : at + 2])
            yield token, (weight, BESIDE * weight, 0.0)[count if len(token) > 1 else count * 2]
        if self._script.single_signs:
            for sign, turn in zip(piece.text, turned, strict=True):
                yield Tier.GRAM.mark(sign), 0.0 if turn else weight

    def _cut_for_weights(self, text: str) -> list[tuple[str, bool]]:
        if not self._script.endings:
            return _cut(text, self._turns)
        ending = self._ending(text)
        return [(text.removesuffix(ending), False), (ending, True)]


def _pattern(phrases: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, phrases))) if phrases else None


def _cut(text: str, turns: re.Pattern[str] | None) -> list[tuple[str, bool]]:
    """Cut `text` at turns of phrase; one sign alone is cut off only where words stay whole."""
    if turns is None:
        return [(text, False)]
    cut: list[tuple[str, bool]] = []
    begin = 0
    for match in turns.finditer(text):
        before = text[begin : match.start()]
        after = len(text) - match.end()
        if len(match.group()) == 1 and (len(before) == 1 or after == 1):
            continue
        if before:
            cut.append((before, False))
        cut.append((match.group(), True))
        begin = match.end()
    return [*cut, *([(text[begin:], False)] if begin < len(text) else [])]
