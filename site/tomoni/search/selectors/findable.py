"""Tell which words of the term base would find something: a suggestion is a promise."""

from collections.abc import Mapping, Sequence
from weakref import WeakKeyDictionary

from tomoni.search.analysis.settling import tokens_of
from tomoni.search.analysis.tokens import Reading
from tomoni.search.analysis.tokens import Word as TypedWord
from tomoni.search.selectors.statistics import collections
from tomoni.search.selectors.terms import lookup
from tomoni.search.selectors.understanding import read_with
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
    known = _kept.setdefault(words, {})
    if len(known) > MOST_KEPT:
        known.clear()
    reading = known.get((text, code))
    if reading is None:
        reading = known[text, code] = read_with(words.expansions(text, into=code), text, code)
    return reading


# What was read goes with the words that it was read with.
_kept: WeakKeyDictionary[Lookup, dict[tuple[str, str], Reading]] = WeakKeyDictionary()
