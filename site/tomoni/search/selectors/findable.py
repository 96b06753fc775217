"""Tell which words of the term base would find something: a suggestion is a promise."""

from collections.abc import Mapping, Sequence

from tomoni.search.analysis.locales import analyser_for
from tomoni.search.analysis.settling import tokens_of
from tomoni.search.analysis.tokens import Reading
from tomoni.search.analysis.tokens import Word as TypedWord
from tomoni.search.expanding import expand
from tomoni.search.selectors.statistics import collections
from tomoni.search.selectors.terms import lookup
from tomoni.search.terms.lookup import Lookup

MOST_KEPT = 4096


def findable(texts: Sequence[str], *, languages: Sequence[str]) -> frozenset[str]:
    """Return those texts all of whose words, or other words for them, the index holds somewhere.

    Asked at once for all, and only which words there are: whether one text has them all is left
    to the search itself, so that typing costs little.
    """
    words = lookup()
    readings = {code: {text: _reading(text, code, words) for text in texts} for code in languages}
    wanted = {
        code: frozenset().union(*map(tokens_of, known.values())) for code, known in readings.items()
    }
    held = collections(wanted) if texts else {}
    return frozenset(
        text
        for code, known in readings.items()
        for text, reading in known.items()
        if reading.words and all(_is_held(word, held[code].documents) for word in reading.words)
    )


def _is_held(word: TypedWord, documents: Mapping[str, int]) -> bool:
    return any(
        all(documents.get(token) for phrase in way.phrases for token in phrase)
        for way in (*word.ways, *word.spelt)
    )


def _reading(text: str, code: str, words: Lookup) -> Reading:
    """Read a word as the search does; kept until an editor changes a word."""
    global _kept  # noqa: PLW0603 -- one for all threads of the process
    kept = _kept
    if kept is None or kept[0] is not words or len(kept[1]) > MOST_KEPT:
        kept = _kept = (words, {})
    known = kept[1].get((text, code))
    if known is None:
        analyser = analyser_for(code)
        reading = analyser.read(text)
        known = expand(reading, text, words.expansions(text, into=code), analyser=analyser)
        kept[1][text, code] = known
    return known


_kept: tuple[Lookup, dict[tuple[str, str], Reading]] | None = None
