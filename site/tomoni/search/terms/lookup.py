"""Find in a query what the term base and the synonym table know, and say what else it is called."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tomoni.search.analysis.tokens import Reason
from tomoni.search.terms.book import Book, Concept, Form, Synonyms, language_of
from tomoni.search.terms.romaji import SHORTEST, romaji_of
from tomoni.search.terms.units import Script, Unit, bare, folded_form, singular, units_of

# How many words somebody may have written apart that are one: jichi kai, minsei iin.
JOINED_WORDS = 3
# Accents of so short a word decide what it means: bão is a typhoon, bảo is not.
SHORT_WORD = 4
# Kana forms this short stand in other words by chance, so a particle must stand beside them.
SHORT_KANA = 3
PARTICLES = frozenset("のはをがにでともへやだお")
# What Nepali writes onto a word.
POSTPOSITIONS = ("हरुको", "हरु", "को", "का", "कि", "मा", "लाइ", "ले", "बाट", "संग")


@dataclass(frozen=True)
class Expansion:
    """A piece of a query and other words for it; `begin` and `end` count the query's signs."""

    begin: int
    end: int
    forms: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True)
class Hit:
    """A known form: what it belongs to, its units' keys, and those with their accents."""

    owner: Concept | Synonyms
    form: Form
    keys: tuple[str, ...]
    plain: tuple[str, ...]
    by_reading: bool = False


@dataclass
class Node:
    """A place in the tree of units: what ends here, and how it may go on."""

    hits: list[Hit] = field(default_factory=list)
    further: dict[str, "Node"] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """Units of a query that are a known form."""

    units: tuple[Unit, ...]
    hits: tuple[Hit, ...]

    @property
    def begin(self) -> int:
        return self.units[0].begin

    @property
    def end(self) -> int:
        return self.units[-1].end


class Lookup:
    """All known forms in a tree; made once for each state of the tables, safe in many threads."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._root = Node()
        for concept in book.concepts:
            for form in concept.forms:
                self._add_form(concept, form)
        for synonyms in book.synonyms:
            for word in synonyms.words:
                self._add(Hit(synonyms, Form(synonyms.locale, word), *_units_of_form(word)))

    def expansions(self, text: str, *, into: str) -> tuple[Expansion, ...]:
        """Return other words of language `into` for what `text` names, in the query's order."""
        found: list[Expansion] = []
        for run in sorted(self._longest(units_of(text)), key=lambda run: run.begin):
            found += _expansions_of(run, into)
        return tuple(found)

    def _add_form(self, concept: Concept, form: Form) -> None:
        self._add(Hit(concept, form, *_units_of_form(form.text)))
        if not form.reading:
            return
        # Hiragana and small Latin letters are folded already.
        kana = tuple(form.reading)
        self._add(Hit(concept, form, kana, kana, by_reading=True))
        for romaji in romaji_of(form.reading):
            self._add(Hit(concept, form, (singular(romaji),), (romaji,), by_reading=True))

    def _add(self, hit: Hit) -> None:
        node = self._root
        for key in hit.keys:
            node = node.further.setdefault(key, Node())
        if hit.keys:
            node.hits.append(hit)

    def _longest(self, units: Sequence[Unit]) -> Iterator[Run]:
        """Yield the runs that are known, longest first, none within or across another."""
        taken = [False] * len(units)
        runs = [run for start in range(len(units)) for run in self._runs(units, start)]
        runs.sort(key=lambda run: (run[0] - run[1], run[0]))
        for start, stop, hits in runs:
            if not any(taken[start:stop]):
                taken[start:stop] = [True] * (stop - start)
                yield Run(tuple(units[start:stop]), hits)

    def _runs(
        self, units: Sequence[Unit], start: int
    ) -> Iterator[tuple[int, int, tuple[Hit, ...]]]:
        node: Node | None = self._root
        for stop in range(start + 1, len(units) + 1):
            unit = units[stop - 1]
            if node is None or (stop - 1 > start and unit.after_stop):
                break
            node = self._next(node, unit)
            if node is not None and node.hits and _is_whole(units, start, stop):
                hits = _meant(node.hits, units[start:stop])
                if hits:
                    yield start, stop, hits
        yield from self._joined(units, start)

    def _next(self, node: Node, unit: Unit) -> Node | None:
        further = node.further.get(unit.key)
        if further is not None or unit.script is not Script.SPACED:
            return further
        for ending in POSTPOSITIONS:
            if unit.key.endswith(ending) and len(unit.key) > len(ending) + 1:
                further = node.further.get(unit.key.removesuffix(ending))
                if further is not None:
                    return further
        return None

    def _joined(
        self, units: Sequence[Unit], start: int
    ) -> Iterator[tuple[int, int, tuple[Hit, ...]]]:
        """Yield romaji forms that were written apart."""
        for stop in range(start + 2, min(start + JOINED_WORDS, len(units)) + 1):
            words = units[start:stop]
            if any(unit.script is not Script.SPACED for unit in words):
                return
            joined = bare("".join(unit.plain for unit in words))
            node = self._root.further.get(singular(joined)) if len(joined) > SHORTEST else None
            hits = tuple(hit for hit in node.hits if hit.by_reading) if node else ()
            if hits:
                yield start, stop, hits


def _meant(hits: Iterable[Hit], units: Sequence[Unit]) -> tuple[Hit, ...]:
    """Return those hits that are meant: with the accents that were typed, if any has them."""
    plain = tuple(unit.plain for unit in units)
    exact = tuple(hit for hit in hits if hit.plain == plain)
    if exact:
        written = tuple(hit for hit in exact if not hit.by_reading)
        return written or exact
    typed = plain[0]
    if len(plain) == 1 and len(typed) <= SHORT_WORD and typed != bare(typed):
        return ()
    return tuple(hits)


def _is_whole(units: Sequence[Unit], start: int, stop: int) -> bool:
    """Say whether units stand for themselves, as far as the script lets one tell."""
    before = units[start - 1] if start and not units[start].after_gap else None
    after = units[stop] if stop < len(units) and not units[stop].after_gap else None
    first, last, length = units[start], units[stop - 1], stop - start
    scripts = {unit.script for unit in units[start:stop]}
    if scripts == {Script.KANA} and length <= SHORT_KANA:
        return _leaves_kana(before) and _leaves_kana(after)
    if scripts == {Script.HAN} and length == 1:
        return not _is(before, Script.HAN) and not _is(after, Script.HAN)
    if first.script is Script.HANGUL and _is(before, Script.HANGUL):
        return False
    # Korean writes particles onto a word, but hardly onto a single syllable that means something.
    return not (last.script is Script.HANGUL and length == 1 and _is(after, Script.HANGUL))


def _is(unit: Unit | None, script: Script) -> bool:
    return unit is not None and unit.script is script


def _leaves_kana(unit: Unit | None) -> bool:
    return unit is None or unit.script is not Script.KANA or unit.key in PARTICLES


def _expansions_of(run: Run, into: str) -> Iterator[Expansion]:
    said = {_key(hit.form.text) for hit in run.hits if not hit.by_reading}
    typed = " ".join(unit.key for unit in run.units)
    forms: dict[Reason, dict[str, None]] = {}
    for hit in run.hits:
        for text, reason in _ways(hit, into):
            if _key(text) not in {typed, *said}:
                forms.setdefault(reason, {}).setdefault(text)
    given: set[str] = set()
    for reason in sorted(forms, key=lambda reason: reason.value):
        texts = tuple(text for text in forms[reason] if text not in given)
        given.update(texts)
        if texts:
            yield Expansion(run.begin, run.end, texts, reason)


# Most forms stay when one changes.
@lru_cache(maxsize=32768)
def _units_of_form(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of a form's units, and those with their accents."""
    units = units_of(text)
    return tuple(unit.key for unit in units), tuple(unit.plain for unit in units)


@lru_cache(maxsize=8192)
def _key(text: str) -> str:
    return folded_form(text)


def _ways(hit: Hit, into: str) -> Iterator[tuple[str, Reason]]:
    same = language_of(hit.form.locale) == language_of(into)
    if isinstance(hit.owner, Synonyms):
        if same:
            for text in hit.owner.also or hit.owner.words:
                yield text, Reason.SYNONYM
        return
    if same and hit.by_reading:
        yield hit.form.text, Reason.READING
    reason = Reason.SYNONYM if same else Reason.TRANSLATION
    for locale in dict.fromkeys((into, language_of(into))):
        for text in hit.owner.said_in(locale):
            yield text, reason
