"""Understand a Japanese query: which words carry meaning, and how each may stand in a text."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tomoni.search.analysis.folding import fold, mended
from tomoni.search.analysis.runs import grams, runs
from tomoni.search.analysis.tokens import GAP, Reading, Way, Word
from tomoni.search.analysis.words import weights

from .dictionary import morphemes
from .entries import Entry, Kind, entry
from .forms import FOREIGN_WORD, blank, compatible, word_form
from .groups import Unit, grouped
from .romaji import ROMAJI, kana_of
from .spelling import readings_of
from .ways import graded, word_of

LONGEST_QUERY = 400
# Particles between words of Latin letters.
PARTICLES = {"no", "wa", "ga", "ni", "de", "wo", "to", "he"}


def read(typed: str) -> Reading:
    """Return what a Japanese query means."""
    text = compatible(mended(typed[:LONGEST_QUERY])).casefold()
    units = sorted(_units(_turns().sub(blank, text)), key=lambda unit: unit.begin)
    words: dict[str, Word] = {}
    tokens: dict[str, float] = {}
    groups = list(grouped(units))
    for group in groups:
        word = word_of(group)
        words.setdefault(word.text, word)
        for token in graded(group, alone=len(groups) == 1):
            tokens[token] = max(tokens.get(token, 0.0), group.weight)
    if not words:
        return _of_signs(text)
    ignored = tuple(u.surface for u in units if not u.weighs and u.kind is not Kind.SIGN)
    return Reading(tuple(words.values()), tokens, tuple(_order(units)), ignored)


@lru_cache
def _turns() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, weights("ja").phrases)))


def _units(text: str) -> Iterator[Unit]:
    words = list(ROMAJI.finditer(text))
    romaji = {match.start() for match in words if kana_of(match.group())}
    at = 0
    for match in words:
        particle = bool(romaji) and match.group() in PARTICLES
        if match.start() not in romaji and not particle:
            continue
        yield from _dictionary_units(text[at : match.start()], at)
        if not particle:
            yield Unit(match.group(), match.start(), None)
        at = match.end()
    yield from _dictionary_units(text[at:], at)


def _dictionary_units(text: str, begin: int) -> Iterator[Unit]:
    for match in FOREIGN_WORD.finditer(text):
        if form := word_form(match.group()):
            yield Unit(match.group(), begin + match.start(), Entry(Kind.NOUN, (form,)))
    for morpheme in morphemes(FOREIGN_WORD.sub(blank, text)):
        yield Unit(morpheme.surface(), begin + morpheme.begin(), entry(morpheme))


def _order(units: Sequence[Unit]) -> Iterator[str]:
    for unit in units:
        if unit.entry is None:
            yield word_form(unit.surface)
        else:
            yield from unit.entry.words


def _of_signs(text: str) -> Reading:
    """Return a reading of what no word of weight stands in: its signs are looked for."""
    words: list[Word] = []
    for run in runs(fold(text)):
        tokens = tuple(grams(run.text)) if run.unspaced else (word_form(run.text),)
        if all(tokens):
            spelt = readings_of(run.text)
            words.append(Word(run.text, (Way((tokens,)),), spelt, run.text))
    weighed = {token: 1.0 for w in words for way in w.ways for p in way.phrases for token in p}
    return Reading(tuple(words), weighed, (GAP,) * bool(words))
