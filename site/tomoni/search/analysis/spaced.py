"""Analyse languages that put spaces between words: each word by its stem and as it is written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from .folding import fold, fold_with_places
from .runs import LONGEST, Run, grams, runs
from .tokens import GAP, Place, Profile, Reading, Reason, Tier, Way, Word
from .words import Weights

# Longer queries are cut: nobody reads what they would find.
LONGEST_QUERY = 400
WEAK = 0.3

Forms = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Language:
    """How a language makes tokens of a folded word.

    `stem` gives the form of a text's word, `typed` the forms that a typed word may stand for,
    `exact` the word as it is written. `readings` are keys that other scripts lead to.
    """

    stem: Callable[[str], str]
    typed: Callable[[str], Sequence[str]]
    exact: Callable[[str], str]
    readings: Callable[[str], Sequence[str]] = lambda _word: ()
    typed_readings: Callable[[str], Sequence[str]] = lambda _word: ()
    weights: Weights = field(default_factory=Weights)


@dataclass(frozen=True)
class _Forms:
    word: str
    exact: str
    readings: tuple[str, ...]


class SpacedAnalyser:
    """An analyser for texts with spaces; other scripts within them are cut into pairs of signs."""

    def __init__(self, identity: str, language: Language, profile: Profile) -> None:
        self.identity = identity
        self.profile = profile
        self._language = language
        self._known: dict[str, _Forms] = {}

    def tokens(self, text: str) -> Sequence[str]:
        words: list[str] = []
        exact: list[str] = []
        readings: dict[str, None] = {}
        pairs: list[str] = []
        for run in runs(fold(text)):
            if run.unspaced:
                pairs += grams(run.text)
            if run.unspaced or run.apart:
                _gap(words)
            if run.unspaced:
                continue
            forms = self._forms(run.text)
            if forms.word == GAP:
                _gap(words)
            else:
                words.append(forms.word)
            exact.append(forms.exact)
            readings.update(dict.fromkeys(forms.readings))
        return [*words, *exact, *readings, *pairs]

    def read(self, typed: str) -> Reading:
        understood = list(self._understood(typed))
        weighty = [word for word in understood if word.weight]
        # Where every word weighs nothing, as in "The Who", all of them are what is looked for.
        if not weighty:
            understood = [_Typed(one.word, one.tokens, 1.0, one.main) for one in understood]
            weighty = understood
        tokens: dict[str, float] = {}
        for one in weighty:
            for token in one.tokens:
                tokens[token] = max(tokens.get(token, 0), one.weight)
        return Reading(
            words=tuple({one.word.text: one.word for one in weighty}.values()),
            tokens=tokens,
            order=tuple(one.main if one.weight else GAP for one in understood),
            ignored=tuple(one.word.text for one in understood if not one.weight),
        )

    def places(self, text: str) -> Iterator[Place]:
        folded = fold_with_places(text)
        for run in runs(folded.text):
            if run.unspaced:
                yield from _gram_places(run, folded.begins, folded.ends)
                continue
            forms = self._forms(run.text)
            found = [one for one in (forms.word, forms.exact, *forms.readings) if one != GAP]
            yield Place(folded.begins[run.begin], folded.ends[run.end - 1], tuple(found))

    def _understood(self, typed: str) -> Iterator["_Typed"]:
        for run in runs(fold(typed[:LONGEST_QUERY])):
            if run.unspaced:
                pairs = tuple(grams(run.text))
                yield _Typed(Word(run.text, (Way((pairs,)),)), pairs, 1.0, GAP)
            else:
                yield self._typed(run.text[:LONGEST])

    def _typed(self, text: str) -> "_Typed":
        language = self._language
        exact = Tier.EXACT.mark(language.exact(text))
        stems = tuple(language.typed(text))
        readings = tuple(map(Tier.READING.mark, language.typed_readings(text)))
        ways = (
            Way(((exact,),), Reason.EXACT),
            *(Way(((one,),), Reason.NORMALISED) for one in stems),
            *(Way(((one,),), Reason.READING) for one in readings),
        )
        weight = 1.0
        if language.exact(text) in language.weights.ignored:
            weight, ways, stems = 0.0, ways[:1], ()
        elif language.exact(text) in language.weights.weak:
            weight = WEAK
        return _Typed(Word(text, ways), (exact, *stems, *readings), weight, (*stems, GAP)[0])

    def _forms(self, word: str) -> _Forms:
        forms = self._known.get(word)
        if forms is None:
            forms = self._make_forms(word[:LONGEST])
            if len(self._known) < MOST_KNOWN:
                self._known[word] = forms
        return forms

    def _make_forms(self, word: str) -> _Forms:
        language = self._language
        exact = language.exact(word)
        return _Forms(
            GAP if exact in language.weights.ignored else language.stem(word),
            Tier.EXACT.mark(exact),
            tuple(map(Tier.READING.mark, language.readings(word))),
        )


# Words whose forms are kept at hand: more than a town's pages hold, and some tens of megabytes.
MOST_KNOWN = 100_000


@dataclass(frozen=True)
class _Typed:
    word: Word
    tokens: tuple[str, ...]
    weight: float
    main: str


def _gap(words: list[str]) -> None:
    if words and words[-1] != GAP:
        words.append(GAP)


def _gram_places(run: Run, begins: Sequence[int], ends: Sequence[int]) -> Iterator[Place]:
    for at, token in enumerate(grams(run.text)):
        last = run.begin + min(at + 1, len(run.text) - 1)
        yield Place(begins[run.begin + at], ends[last], (token,))
