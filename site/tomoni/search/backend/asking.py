"""What is asked of Wagtail's index: an expression of phrases, out of what somebody typed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tomoni.search.analysis.folding import fold, mended
from tomoni.search.analysis.locales import analyser_for
from tomoni.search.analysis.runs import grams, runs
from tomoni.search.analysis.tokens import GAP, Reading, Tier, Way, Word
from tomoni.search.backend.letters import spelt
from tomoni.search.queries import MAX_LENGTH, clean


@dataclass(frozen=True)
class Phrase:
    """Tokens in letters that stand side by side; of the last perhaps only the beginning."""

    words: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True)
class Every:
    """All of these."""

    parts: tuple["Part", ...]


@dataclass(frozen=True)
class Some:
    """Any of these."""

    parts: tuple["Part", ...]


Part = Phrase | Every | Some


def words_asked(typed: str, *, languages: Sequence[str], wants_all: bool = True) -> Part | None:
    """Return what stands for the words that were typed, in any of the languages."""
    text = clean(typed)[:MAX_LENGTH]
    found = (_joined(_words(analyser_for(one).read(text)), wants_all) for one in languages)
    return _some(part for part in found if part)


def beginnings_asked(
    typed: str, *, languages: Sequence[str], wants_all: bool = True
) -> Part | None:
    """Return the same for what may go on where it was broken off."""
    # What is nothing but signs that nobody sees folds away altogether.
    terms = fold(clean(typed)[:MAX_LENGTH]).split()
    parts = [
        part
        for number, term in enumerate(terms, 1)
        if (part := _begun(term, languages, is_last=number == len(terms)))
    ]
    return _joined(parts, wants_all)


def phrase_asked(typed: str, *, languages: Sequence[str]) -> Part | None:
    """Return what stands for words side by side, in any of the languages."""
    text = clean(typed)[:MAX_LENGTH]
    orders = (analyser_for(one).read(text).order for one in languages)
    return _some(
        Phrase(tuple(map(spelt, filter(None, order))))
        for order in orders
        if any(token not in {"", GAP} for token in order)
    )


def _words(reading: Reading) -> list[Part]:
    """Return the words of a reading, those of one run of kana together, cut as it may be."""
    parts: list[Part] = []
    for (run, spelt_ways), group in groupby(reading.words, lambda word: (word.run, word.spelt)):
        if not run:
            parts += [_word(word, spelt_ways) for word in group]
            continue
        cut = _every(_word(word) for word in group)
        if part := _some([*([cut] if cut else ()), *map(_way, spelt_ways)]):
            parts.append(part)
    return parts


def _word(word: Word, more: Iterable[Way] = ()) -> Part:
    return Some(tuple(map(_way, dict.fromkeys((*word.ways, *more)))))


def _way(way: Way) -> Part:
    phrases = tuple(Phrase(tuple(map(spelt, filter(None, phrase)))) for phrase in way.phrases)
    return phrases[0] if len(phrases) == 1 else Every(phrases)


def _begun(term: str, languages: Sequence[str], *, is_last: bool) -> Part | None:
    """Return the ways in which one term may stand; as a word, as signs, or begun by its sound."""
    readings = (analyser_for(language).read(term) for language in languages)
    ways = [*(_every(_words(one)) for one in readings), _every(_signs(term, is_last=is_last))]
    found: list[Part] = [part for part in ways if part]
    if is_last:
        found += [_open(tier.mark(term)) for tier in (Tier.WORD, Tier.EXACT, Tier.READING)]
    return _some(found)


def _signs(term: str, *, is_last: bool) -> Iterator[Part]:
    """Yield the pairs of signs of each run, and words of other scripts as they are."""
    pieces = list(runs(mended(term)))
    for number, run in enumerate(pieces, 1):
        ends = is_last and number == len(pieces)
        if run.unspaced:
            yield Phrase(tuple(map(spelt, grams(run.text))), is_open=len(run.text) == 1 or ends)
        else:
            yield _open(run.text) if ends else Phrase((spelt(run.text),))


def _open(token: str) -> Phrase:
    return Phrase((spelt(token),), is_open=True)


def _joined(parts: Sequence[Part], wants_all: bool) -> Part | None:
    return _every(parts) if wants_all else _some(parts)


def _every(parts: Iterable[Part]) -> Part | None:
    found = tuple(dict.fromkeys(parts))
    return (Every(found) if len(found) > 1 else found[0]) if found else None


def _some(parts: Iterable[Part]) -> Part | None:
    found = tuple(dict.fromkeys(parts))
    return (Some(found) if len(found) > 1 else found[0]) if found else None
