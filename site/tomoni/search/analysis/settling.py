"""Settle what a query means by what an index holds: a run of kana may be one word or three."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .tokens import Reading, Way, Word


def tokens_of(reading: Reading) -> frozenset[str]:
    """Return every token of a reading, so that an index can be asked how many texts hold each."""
    ways = (way for word in reading.words for way in (*word.ways, *word.spelt))
    return frozenset(
        {token for way in ways for phrase in way.phrases for token in phrase} | set(reading.tokens)
    )


def settle(reading: Reading, documents: Mapping[str, int]) -> Reading:
    """Return a reading without ways that no text can answer; `documents` counts texts by token.

    Where the dictionary cut a run of kana in several words, and the index holds the reading of the
    whole run or of pieces of it, these pieces are what was meant: じちかい is no じ and ちかい.
    """
    runs = {word.spelt: _best_spelt(word.spelt, documents) for word in reading.words if word.spelt}
    parts = {spelt: [w for w in reading.words if w.spelt == spelt] for spelt in runs}
    words: list[Word] = []
    tokens = dict(reading.tokens)
    for word in reading.words:
        spelt = runs.get(word.spelt, ())
        if not spelt:
            words.append(_known(word, word.ways, documents))
            continue
        members = parts[word.spelt]
        if word is not members[0]:
            continue
        weight = max(tokens.get(t, 0.0) for w in members for t in _tokens(w.ways)) or 1.0
        if word.run:
            for token in _own_tokens(members, reading.words):
                tokens.pop(token, None)
        tokens.update(dict.fromkeys(_tokens(spelt), weight))
        ways = spelt if word.run else word.ways + spelt
        words.append(_known(replace(word, text=word.run or word.text), ways, documents))
    return replace(reading, words=tuple(words), tokens=tokens)


def _best_spelt(spelt: tuple[Way, ...], documents: Mapping[str, int]) -> tuple[Way, ...]:
    """Return the known ways of the fewest pieces, then those by signs, if there are pieces."""
    known = [way for way in spelt if all(token in documents for token in _tokens([way]))]
    by_signs = [way for way in known if len(way.phrases[0]) > 1]
    in_pieces = [way for way in known if way not in by_signs]
    fewest = min((len(way.phrases) for way in in_pieces), default=0)
    best = [way for way in in_pieces if len(way.phrases) == fewest]
    return (*best, *by_signs) if best else ()


def _known(word: Word, ways: tuple[Way, ...], documents: Mapping[str, int]) -> Word:
    """Return a word with the ways that the index can answer, or with all where it can none."""
    kept = tuple(way for way in ways if all(token in documents for token in _tokens([way])))
    return replace(word, ways=tuple(dict.fromkeys(kept or ways)), spelt=())


def _own_tokens(members: list[Word], words: Iterable[Word]) -> set[str]:
    others = [word for word in words if word not in members]
    return _tokens(w for m in members for w in m.ways) - _tokens(w for o in others for w in o.ways)


def _tokens(ways: Iterable[Way]) -> set[str]:
    return {token for way in ways for phrase in way.phrases for token in phrase}
