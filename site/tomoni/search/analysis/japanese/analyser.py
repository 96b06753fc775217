"""Make the tokens of a Japanese text, and find where they stand."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tomoni.search.analysis.folding import fold, fold_with_places, mended
from tomoni.search.analysis.runs import grams, runs, unspaced_grams
from tomoni.search.analysis.tokens import GAP, Place, Profile, Reading, Tier
from tomoni.search.analysis.words import weights

from .dictionary import dictionary_version, morphemes, stretches, units
from .entries import KNOWN, NOTHING, Kind, entry, readings, unit_form
from .forms import FOREIGN_SIGN, FOREIGN_WORD, blank, word_form
from .reading import read

# Texts repeat themselves: "お問い合わせは市民課へ。" is analysed once.
LONGEST_KEPT = 120
KEPT = 20_000

# Words, compounds, readings and pairs: tuples of nothing but text, which cost no collection.
Tokens = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


class JapaneseAnalyser:
    """An analyser by Sudachi's dictionary, with pairs of signs for what it does not hold."""

    profile = Profile(
        {Tier.WORD: 1.0, Tier.EXACT: 0.4, Tier.READING: 0.6, Tier.GRAM: 0.4},
        pairs=0.5,
        k1=0.8,
        b=0.5,
        answers=weights("ja").answers,
    )

    def __init__(self, rules: int) -> None:
        self.identity = f"ja {rules} sudachi {dictionary_version()}"

    def tokens(self, text: str) -> Sequence[str]:
        words: list[str] = []
        exact: list[str] = []
        sounds: list[str] = []
        pairs: list[str] = []
        for stretch in stretches(mended(text)):
            found = (_kept if len(stretch) <= LONGEST_KEPT else _analysed)(stretch)
            words += found[0]
            exact += found[1]
            sounds += found[2]
            pairs += found[3]
        return [*words, *exact, *dict.fromkeys(sounds), *pairs]

    def read(self, typed: str) -> Reading:
        return read(typed)

    def places(self, text: str) -> Iterator[Place]:
        at = 0
        for stretch in stretches(mended(text)):
            for match in FOREIGN_WORD.finditer(stretch):
                if form := word_form(match.group()):
                    yield Place(at + match.start(), at + match.end(), (form,))
            before: tuple[int, str] | None = None
            for morpheme in morphemes(FOREIGN_WORD.sub(blank, stretch)):
                begin, end = at + morpheme.begin(), at + morpheme.end()
                found = entry(morpheme)
                sound = found.readings[0] if found.readings else ""
                if before and sound and found.kind is Kind.SUFFIX:
                    yield Place(before[0], end, (before[1] + sound[1:],))
                before = (begin, sound) if sound else None
                if found.words == NOTHING or not found.words:
                    continue
                parts = list(units(morpheme)) if len(found.words) > 1 else []
                if not parts:
                    tokens = (*found.words, found.exact, *found.readings)
                    yield Place(begin, end, tuple(filter(None, tokens)))
                    continue
                yield Place(begin, end, (found.exact, *readings(morpheme)))
                for part in parts:
                    tokens = (unit_form(part), *readings(part))
                    yield Place(at + part.begin(), at + part.end(), tuple(filter(None, tokens)))
            at += len(stretch)
        yield from _gram_places(mended(text))


def _gram_places(text: str) -> Iterator[Place]:
    folded = fold_with_places(text)
    for run in runs(folded.text):
        if run.unspaced:
            for at, token in enumerate(grams(run.text)):
                last = min(run.begin + at + 1, run.end - 1)
                yield Place(folded.begins[run.begin + at], folded.ends[last], (token,))


def _analysed(stretch: str) -> Tokens:
    foreign = FOREIGN_SIGN.search(stretch)
    words, exact, sounds = _words(FOREIGN_WORD.sub(blank, stretch) if foreign else stretch)
    if foreign:
        words += [form for word in FOREIGN_WORD.findall(stretch) if (form := word_form(word))]
    return tuple(words), tuple(exact), tuple(sounds), tuple(unspaced_grams(fold(stretch)))


def _words(stretch: str) -> tuple[list[str], list[str], list[str]]:
    """Return the words, the compounds and the readings of sentences. Every step here counts."""
    words: list[str] = []
    exact: list[str] = []
    sounds: list[str] = []
    known = KNOWN.get
    parted = True
    before = ""
    for morpheme in morphemes(stretch):
        found = known(morpheme.word_id()) or entry(morpheme)
        own = found.words
        if own is NOTHING:
            if not parted:
                words.append(GAP)
            parted, before = True, ""
            continue
        words += own
        parted = False
        if found.exact:
            exact.append(found.exact)
        if sound := found.readings:
            if before and found.kind is Kind.SUFFIX:
                sounds.append(before + sound[0][1:])
            sounds += sound
            before = sound[0]
        else:
            before = ""
    if not parted:
        words.append(GAP)
    return words, exact, sounds


_kept = lru_cache(maxsize=KEPT)(_analysed)
