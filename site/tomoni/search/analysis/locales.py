"""Choose the analyser of a locale."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, partial

from .chinese import chinese_version, simplified
from .folding import fold, without_marks
from .japanese import japanese_analyser
from .nepali import keys, keys_of_text
from .paired import PairedAnalyser, Script
from .spaced import Language, SpacedAnalyser
from .stems import stem, stemmer_version, stems_of_typed
from .tokens import Analyser, Profile, Tier
from .vietnamese import with_tone_last
from .words import Weights, weights

# Raise with each change of a rule that makes other tokens: indexes are then built anew.
RULES = 3

STEMMED = {"en": "english", "es": "spanish", "id": "indonesian", "pt": "portuguese"}
WORDS = {Tier.WORD: 1.0, Tier.EXACT: 0.5, Tier.READING: 0.8, Tier.GRAM: 1.0}


@lru_cache
def analyser_for(locale: str) -> Analyser:
    """Return the analyser of a locale's language, or for an unknown one that of any words."""
    language = locale.lower().replace("_", "-").partition("-")[0]
    return ANALYSERS.get(language, _plain)(language)


def _stemmed(language: str) -> Analyser:
    name = STEMMED[language]
    return SpacedAnalyser(
        f"{language} {RULES} snowball {stemmer_version()}",
        Language(
            stem=partial(stem, language=name),
            typed=partial(stems_of_typed, language=name),
            exact=without_marks,
            weights=weights(language),
        ),
        Profile(WORDS, answers=_answers(language, partial(stem, language=name))),
    )


def _plain(language: str) -> Analyser:
    return SpacedAnalyser(
        f"{language if language in ANALYSERS else 'any'} {RULES}",
        Language(
            stem=without_marks,
            typed=lambda word: (without_marks(word),),
            exact=lambda word: word,
            weights=weights(language),
        ),
        Profile({**WORDS, Tier.EXACT: 0.2}),
    )


def _vietnamese(language: str) -> Analyser:
    return SpacedAnalyser(
        f"{language} {RULES}",
        Language(
            stem=without_marks,
            typed=lambda word: (without_marks(word),),
            exact=with_tone_last,
            weights=_mapped(language, with_tone_last),
        ),
        Profile({**WORDS, Tier.WORD: 0.4, Tier.EXACT: 1.0}),
    )


def _nepali(language: str) -> Analyser:
    return SpacedAnalyser(
        f"{language} {RULES} snowball {stemmer_version()}",
        Language(
            stem=partial(stem, language="nepali"),
            typed=partial(stems_of_typed, language="nepali"),
            exact=lambda word: word,
            readings=keys_of_text,
            typed_readings=keys,
            weights=_mapped(language, fold),
        ),
        Profile(WORDS),
    )


def _chinese(language: str) -> Analyser:
    return PairedAnalyser(
        f"{language} {RULES} opencc {chinese_version()}",
        Script(folded=simplified, single_signs=True, weights=weights(language)),
        Profile({Tier.WORD: 1.0, Tier.GRAM: 0.3}, answers=weights(language).answers),
    )


def _korean(language: str) -> Analyser:
    return PairedAnalyser(
        f"{language} {RULES}",
        Script(whole_words=True, endings=True, weights=weights(language)),
        Profile({Tier.WORD: 1.0, Tier.EXACT: 0.3}),
    )


def _mapped(language: str, form: Callable[[str], str]) -> Weights:
    plain = weights(language)
    return replace(
        plain,
        ignored=frozenset(map(form, plain.ignored)),
        weak=frozenset(map(form, plain.weak)),
    )


def _answers(language: str, form: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    return {asking: tuple(map(form, told)) for asking, told in weights(language).answers.items()}


ANALYSERS: dict[str, Callable[[str], Analyser]] = {
    "ja": lambda _language: japanese_analyser(RULES),
    "zh": _chinese,
    "ko": _korean,
    "vi": _vietnamese,
    "ne": _nepali,
    "fil": _plain,
    "tl": _plain,
    **dict.fromkeys(STEMMED, _stemmed),
}
