"""Understand a query in each language in which it is asked."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.conf import settings

from tomoni.home.frame import SiteFrame
from tomoni.search.analysis.locales import analyser_for
from tomoni.search.analysis.settling import settle, tokens_of
from tomoni.search.analysis.tokens import Reading
from tomoni.search.expanding import expand
from tomoni.search.queries import Asked
from tomoni.search.ranking import Collection
from tomoni.search.selectors.matching import Question
from tomoni.search.selectors.statistics import collections
from tomoni.search.selectors.terms import lookup
from tomoni.search.terms.lookup import Expansion, Lookup

# So many other words for one thing are told; all of them are searched.
ALSO = 2


@dataclass(frozen=True)
class Heard:
    """What was asked, with the other words for it and its meaning by language."""

    asked: Asked
    known: Mapping[str, Sequence[Expansion]] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)


def languages_for(frame: SiteFrame) -> list[str]:
    """Return in which languages a visitor is answered: their own first, then Japanese.

    What lies in a language without a live front page has an address that answers 404, so only
    the frame's languages are searched.
    """
    offered = {locale.code for locale in frame.locales}
    wanted = dict.fromkeys((frame.code, settings.LANGUAGE_CODE))
    return [code for code in wanted if code in offered]


def understand(
    asked: Asked, *, languages: Sequence[str], known_words: Lookup | None = None
) -> dict[str, Question]:
    """Return the question in each language, the visitor's first.

    `known_words` stands in for the term base and the synonyms, where an editor tries a change.
    """
    (questions,) = understand_each([(asked, languages)], known_words=known_words)
    return questions


def understand_each(
    wanted: Sequence[tuple[Asked, Sequence[str]]], *, known_words: Lookup | None = None
) -> list[dict[str, Question]]:
    """Return several questions, each in its languages; their tokens are asked for at once."""
    if not any(asked.text and languages for asked, languages in wanted):
        return [{} for _one in wanted]
    words = known_words or lookup()
    heard = [_hear(asked, languages, words) for asked, languages in wanted]
    tokens: dict[str, set[str]] = {}
    for one in heard:
        for code, reading in one.readings.items():
            tokens.setdefault(code, set()).update(tokens_of(reading))
    held = collections(tokens)
    return [_questions(one, held) for one in heard]


def _hear(asked: Asked, languages: Sequence[str], words: Lookup) -> Heard:
    if not asked.text:
        return Heard(asked)
    typed = unicodedata.normalize("NFKC", asked.text)
    known = {code: words.expansions(typed, into=code) for code in languages}
    readings = {code: read_with(known[code], typed, code) for code in languages}
    ignored = readings[languages[0]].ignored if languages else ()
    meant = {code: _without(reading, ignored) for code, reading in readings.items()}
    return Heard(asked, known, meant)


def _questions(heard: Heard, held: Mapping[str, Collection]) -> dict[str, Question]:
    return {
        code: Question(
            locale=code,
            reading=settle(reading, held[code].documents),
            collection=held[code],
            also=_also(heard.known[code]),
            chosen=heard.asked.chosen,
            order=heard.asked.order,
            near=heard.asked.near,
        )
        for code, reading in heard.readings.items()
    }


def _without(reading: Reading, ignored: Sequence[str]) -> Reading:
    """Leave out words that carry no meaning in the visitor's language, as no other one knows."""
    function_words = {word.casefold() for word in ignored}
    kept = tuple(word for word in reading.words if word.text.casefold() not in function_words)
    return replace(reading, words=kept) if len(kept) < len(reading.words) else reading


def read_with(expansions: Sequence[Expansion], typed: str, code: str) -> Reading:
    """Return what a text in its normal form means in a language, with other words for it."""
    analyser = analyser_for(code)
    return expand(analyser.read(typed), typed, expansions, analyser=analyser)


def _also(expansions: Sequence[Expansion]) -> tuple[str, ...]:
    """Return the first of the other words for each thing that was named."""
    said = (form for one in expansions for form in one.forms[:ALSO])
    return tuple(dict.fromkeys(said))
