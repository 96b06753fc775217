"""Offer words of the term base while somebody types; they lie in memory until an editor acts."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from tomoni.search.analysis.folding import fold
from tomoni.search.analysis.openings import Opening, Span, met, opener_for
from tomoni.search.analysis.openings.sounds import sound_of
from tomoni.search.analysis.tokens import Tier
from tomoni.search.selectors.terms import lookup
from tomoni.search.terms.book import Concept, Form
from tomoni.search.terms.lookup import Lookup
from tomoni.search.terms.units import folded_form

# So many words are looked at that begin as typed; of more, the next letter chooses.
MOST_READ = 300


@dataclass(frozen=True)
class Word:
    """A word that is offered: which piece of it was typed, and whether it begins so."""

    text: str
    locale: str
    span: Span
    is_first: bool


@dataclass(frozen=True)
class Known:
    """A form of the term base with its openings; `place` is its number among its concept's.

    Forms of one `key` are the same word, and one is offered.
    """

    concept: str
    form: Form
    key: str
    place: int
    openings: Sequence[Opening]


class Beginnings:
    """All words of one language by how they and their parts begin."""

    def __init__(self, concepts: Sequence[Concept], locale: str) -> None:
        self._known = [
            Known(concept.slug, form, folded_form(form.text), place, _openings(form))
            for concept in concepts
            for place, form in enumerate(one for one in concept.forms if one.locale == locale)
        ]
        self._keys = sorted(
            (opening.key, number)
            for number, known in enumerate(self._known)
            for opening in known.openings
        )

    def words(self, prefixes: Sequence[str], *, typed: str) -> tuple[Word, ...]:
        """Return the words that go on as typed, the best first, of each concept one."""
        written = fold(typed)
        numbers = {number for prefix in prefixes for number in self._meeting(prefix)}
        found: dict[str, Word] = {}
        meant: set[str] = set()
        for known, span in sorted(
            self._spans(numbers, prefixes), key=lambda one: _order(one[0], one[1], written)
        ):
            if known.concept not in meant and known.key not in found:
                meant.add(known.concept)
                found[known.key] = Word(
                    known.form.text, known.form.locale, span, _is_first(known, span)
                )
        return tuple(found.values())

    def _meeting(self, prefix: str) -> Iterator[int]:
        begin = bisect_left(self._keys, (prefix, -1))
        for key, number in self._keys[begin : begin + MOST_READ]:
            if not key.startswith(prefix):
                return
            yield number

    def _spans(self, numbers: set[int], prefixes: Sequence[str]) -> Iterator[tuple[Known, Span]]:
        for known in (self._known[number] for number in numbers):
            if span := met(known.openings, prefixes):
                yield known, span


def words(asked: Mapping[str, Sequence[str]], *, typed: str) -> tuple[Word, ...]:
    """Return the words that go on as typed, language by language; `asked` are its prefixes.

    Asks the database nothing, unless an editor has changed a word since the last time.
    """
    return tuple(
        word
        for locale, prefixes in asked.items()
        for word in _beginnings(locale).words(prefixes, typed=typed)
    )


def _openings(form: Form) -> Sequence[Opening]:
    openings = tuple(opener_for(form.locale).openings(form.text))
    if not form.reading:
        return openings
    key = Tier.READING.mark(sound_of(form.reading))
    return (*openings, Opening(key, 0, (len(form.text),) * len(key)))


def _order(known: Known, span: Span, written: str) -> tuple[bool, bool, int, int, str]:
    text = known.form.text
    return (not _is_first(known, span), written not in fold(text), len(text), known.place, text)


def _is_first(known: Known, span: Span) -> bool:
    return span[0] == known.openings[0].begin


def _beginnings(locale: str) -> Beginnings:
    """Return the words of a language; made anew where they have changed."""
    known = lookup()
    with _making:
        made = _made.setdefault(known, {})
        if locale not in made:
            made[locale] = Beginnings(known.book.concepts, locale)
        return made[locale]


# The languages of each state of the words, which goes when nobody looks up in it any more.
_made: WeakKeyDictionary[Lookup, dict[str, Beginnings]] = WeakKeyDictionary()
_making = Lock()
