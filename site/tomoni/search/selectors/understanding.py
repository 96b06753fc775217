"""Understand a query in each language in which it is asked."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from tomoni.search.analysis.locales import analyser_for
from tomoni.search.analysis.settling import settle, tokens_of
from tomoni.search.analysis.tokens import Reading
from tomoni.search.expanding import expand
from tomoni.search.queries import Asked
from tomoni.search.selectors.matching import Question
from tomoni.search.selectors.statistics import collections
from tomoni.search.selectors.terms import lookup
from tomoni.search.terms.lookup import Lookup


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
    readings = {code: _read(typed, code, words) for code in languages}
    readings = {
        code: _without(one, readings[languages[0]].ignored) for code, one in readings.items()
    }
    known = collections({code: tokens_of(reading) for code, reading in readings.items()})
    return {
        code: Question(
            locale=code,
            reading=settle(reading, known[code].documents),
            collection=known[code],
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


def _read(typed: str, code: str, words: Lookup) -> Reading:
    analyser = analyser_for(code)
    reading = analyser.read(typed)
    return expand(reading, typed, words.expansions(typed, into=code), analyser=analyser)
