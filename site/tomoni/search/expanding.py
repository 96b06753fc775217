"""Let words of a query stand for what else they are called: synonyms, and other languages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tomoni.search.analysis.tokens import Analyser, Reading, Reason, Way, Word
from tomoni.search.terms.lookup import Expansion

# What a token of another word for the same weighs in graded matching.
WEIGHT = 0.8


@dataclass(frozen=True)
class _Placed:
    """A word of the query with the place where it was typed."""

    word: Word
    begin: int
    end: int


def expand(
    reading: Reading, typed: str, expansions: Sequence[Expansion], *, analyser: Analyser
) -> Reading:
    """Return a reading in which the named pieces of the query may also be said otherwise.

    The words that a piece was cut into become one, which is answered by all of them or by any
    other form. `typed` is the query that `reading` was made from, in its normal form (NFKC).
    """
    words = list(_placed(reading.words, typed))
    tokens = dict(reading.tokens)
    for (begin, end), group in _by_piece(expansions):
        ways = [way for one in group for form in one.forms for way in _ways(form, one, analyser)]
        if not ways:
            continue
        inside = [one for one in words if one.begin < end and begin < one.end]
        said = Word(typed[begin:end], (*_together(inside), *ways))
        at = words.index(inside[0]) if inside else _place_for(words, begin)
        words = [one for one in words if one not in inside]
        words.insert(at, _spanning(said, begin, end, inside))
        for way in ways:
            for phrase in way.phrases:
                tokens.update({t: max(tokens.get(t, 0.0), WEIGHT) for t in phrase})
    return replace(reading, words=tuple(one.word for one in words), tokens=tokens)


def _by_piece(
    expansions: Sequence[Expansion],
) -> Iterator[tuple[tuple[int, int], list[Expansion]]]:
    groups: dict[tuple[int, int], list[Expansion]] = {}
    for one in expansions:
        groups.setdefault((one.begin, one.end), []).append(one)
    yield from groups.items()


def _placed(words: Iterable[Word], typed: str) -> Iterator[_Placed]:
    """Yield the words with their places; one that cannot be found stands where it follows."""
    folded, at = typed.casefold(), 0
    for word in words:
        text = word.text.casefold()
        begin = folded.find(text, at)
        if begin < 0:
            yield _Placed(word, at, at)
            continue
        at = begin + len(text)
        yield _Placed(word, begin, at)


def _spanning(word: Word, begin: int, end: int, inside: Sequence[_Placed]) -> _Placed:
    return _Placed(
        word,
        min([begin, *(one.begin for one in inside)]),
        max([end, *(one.end for one in inside)]),
    )


def _place_for(words: Sequence[_Placed], begin: int) -> int:
    return sum(one.begin < begin for one in words)


def _together(inside: Sequence[_Placed]) -> tuple[Way, ...]:
    """Return the ways of several words as the ways of one: the nearest of each, all together."""
    if not inside:
        return ()
    if len(inside) == 1:
        return inside[0].word.ways
    phrases = tuple(phrase for one in inside for phrase in one.word.ways[0].phrases)
    farthest = max((one.word.ways[0].reason for one in inside), key=lambda reason: reason.value)
    return (Way(phrases, farthest),)


def _ways(form: str, expansion: Expansion, analyser: Analyser) -> Iterator[Way]:
    """Yield the ways of another form, which all count as that expansion."""
    words = _words_of(form, analyser.read)
    if not words:
        return
    reason = Reason.NORMALISED if expansion.reason is Reason.READING else expansion.reason
    if len(words) == 1:
        for way in words[0].ways:
            if way.reason is not Reason.READING:
                yield Way(way.phrases, reason)
        return
    yield Way(tuple(phrase for word in words for phrase in word.ways[0].phrases), reason)


# The words that are in use are few, and asked for again and again.
@lru_cache(maxsize=8192)
def _words_of(form: str, read: Callable[[str], Reading]) -> tuple[Word, ...]:
    return read(form).words
