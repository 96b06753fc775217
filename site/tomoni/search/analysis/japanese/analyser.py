"""Make the tokens of a Japanese text, and find where they stand."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tomoni.search.analysis.folding import fold, fold_with_places, mended
from tomoni.search.analysis.runs import grams, runs
from tomoni.search.analysis.tokens import GAP, Place, Profile, Reading, Tier

from .dictionary import dictionary_version, morphemes, sentences, units
from .entries import NOTHING, Entry, Kind, entry, readings, unit_form
from .forms import FOREIGN_WORD, blank, word_form
from .reading import read

# Texts repeat themselves: "お問い合わせは市民課へ。" is analysed once.
LONGEST_KEPT = 120
KEPT = 20_000

Tokens = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


class JapaneseAnalyser:
    """An analyser by Sudachi's dictionary, with pairs of signs for what it does not hold."""

    profile = Profile(
        {Tier.WORD: 1.0, Tier.EXACT: 0.5, Tier.READING: 0.6, Tier.GRAM: 0.5}, k1=0.9, b=0.5
    )

    def __init__(self, rules: int) -> None:
        self.identity = f"ja {rules} sudachi {dictionary_version()}"

    def tokens(self, text: str) -> Sequence[str]:
        words: list[str] = []
        exact: list[str] = []
        sounds: list[str] = []
        pairs: list[str] = []
        for sentence in sentences(mended(text)):
            if not sentence:
                continue
            analyse = _kept if len(sentence) <= LONGEST_KEPT else _analysed
            found = analyse(sentence)
            words += found[0]
            exact += found[1]
            sounds += found[2]
            pairs += found[3]
        return [*words, *exact, *dict.fromkeys(sounds), *pairs]

    def read(self, typed: str) -> Reading:
        return read(typed)

    def places(self, text: str) -> Iterator[Place]:
        at = 0
        for sentence in sentences(mended(text)):
            for match in FOREIGN_WORD.finditer(sentence):
                if form := word_form(match.group()):
                    yield Place(at + match.start(), at + match.end(), (form,))
            for morpheme in morphemes(FOREIGN_WORD.sub(blank, sentence)):
                begin, end = at + morpheme.begin(), at + morpheme.end()
                found = entry(morpheme)
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
            at += len(sentence)
        yield from _gram_places(mended(text))


def _gram_places(text: str) -> Iterator[Place]:
    folded = fold_with_places(text)
    for run in runs(folded.text):
        if run.unspaced:
            for at, token in enumerate(grams(run.text)):
                last = min(run.begin + at + 1, run.end - 1)
                yield Place(folded.begins[run.begin + at], folded.ends[last], (token,))


def _analysed(sentence: str) -> Tokens:
    words: list[str] = []
    exact: list[str] = []
    sounds: list[str] = []
    last = ""
    own = FOREIGN_WORD.sub(blank, sentence)
    for morpheme in morphemes(own):
        found: Entry = entry(morpheme)
        if found.words is NOTHING:
            if words and words[-1] is not GAP:
                words.append(GAP)
            last = ""
            continue
        words += found.words
        if found.exact:
            exact.append(found.exact)
        if found.kind is Kind.SUFFIX and last and found.readings:
            sounds.append(last + found.readings[0][1:])
        sounds += found.readings
        last = found.readings[0] if found.readings else ""
    if words and words[-1] is not GAP:
        words.append(GAP)
    if own != sentence:
        words += [form for word in FOREIGN_WORD.findall(sentence) if (form := word_form(word))]
    pairs = [token for run in runs(fold(sentence)) if run.unspaced for token in grams(run.text)]
    return tuple(words), tuple(exact), tuple(sounds), tuple(pairs)


_kept = lru_cache(maxsize=KEPT)(_analysed)
