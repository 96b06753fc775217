"""Understand a query in each language in which it is asked."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from django.conf import settings

from tomoni.home.frame import SiteFrame
from tomoni.search.analysis.locales import analyser_for
from tomoni.search.analysis.settling import settle, tokens_of
from tomoni.search.analysis.tokens import Reading
from tomoni.search.expanding import expand
from tomoni.search.queries import Asked
from tomoni.search.selectors.matching import Question
from tomoni.search.selectors.statistics import collections
from tomoni.search.selectors.terms import lookup
from tomoni.search.terms.lookup import Expansion, Lookup

# So many other words for one thing are told; all of them are searched.
ALSO = 2


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
    if not asked.text:
        return {}
    typed = unicodedata.normalize("NFKC", asked.text)
    words = known_words or lookup()
    known = {code: words.expansions(typed, into=code) for code in languages}
    readings = {code: read_with(known[code], typed, code) for code in languages}
    readings = {
        code: _without(one, readings[languages[0]].ignored) for code, one in readings.items()
    }
    held = collections({code: tokens_of(reading) for code, reading in readings.items()})
    return {
        code: Question(
            locale=code,
            reading=settle(reading, held[code].documents),
            collection=held[code],
            also=_also(known[code]),
            chosen=asked.chosen,
            order=asked.order,
            near=asked.near,
        )
        for code, reading in readings.items()
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
