"""Group what the dictionary found in a query: to words, and to runs it may have cut wrongly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tomoni.search.analysis.folding import fold
from tomoni.search.analysis.tokens import Phrase

from .entries import NOTHING, Entry, Kind
from .forms import HIRAGANA, KANA

WEIGHTS = {Kind.VERB: 0.5, Kind.SUFFIX: 0.5, Kind.PREFIX: 0.5}
WEAK = 0.3
SHORTEST_TO_CUT = 2


@dataclass(frozen=True)
class Unit:
    """A word of the query as the dictionary gives it, or a word of Latin letters (no entry)."""

    surface: str
    begin: int
    entry: Entry | None

    @property
    def end(self) -> int:
        return self.begin + len(self.surface)

    @property
    def kind(self) -> Kind:
        return self.entry.kind if self.entry else Kind.NOUN

    @property
    def weighs(self) -> bool:
        return self.entry is None or bool(self.entry.words and self.entry.words != NOTHING)

    @property
    def sound(self) -> str:
        """The reading in hiragana; nothing where it is unknown."""
        if self.entry and self.entry.readings:
            return self.entry.readings[0][1:]
        folded = fold(self.surface)
        return folded if HIRAGANA.fullmatch(folded) else ""


@dataclass(frozen=True)
class Run:
    """Units without anything between them that may be one word, and its sound."""

    units: tuple[Unit, ...]
    whole_only: bool = False

    @property
    def surface(self) -> str:
        return "".join(unit.surface for unit in self.units)

    @property
    def sound(self) -> str:
        sounds = [unit.sound for unit in self.units]
        return "".join(sounds) if all(sounds) else ""


@dataclass(frozen=True)
class Group:
    """Units that make one word of the query: 第 and 8 and 条; `run` is what they stand in."""

    units: tuple[Unit, ...]
    run: Run | None = None

    @property
    def surface(self) -> str:
        return "".join(unit.surface for unit in self.units)

    @property
    def words(self) -> Phrase:
        return tuple(word for unit in self.units if unit.entry for word in unit.entry.words)

    @property
    def known(self) -> bool:
        return all(unit.entry.known for unit in self.units if unit.entry)

    @property
    def weight(self) -> float:
        head = next((unit for unit in self.units if unit.kind is not Kind.PREFIX), self.units[0])
        if head.entry and head.entry.weak:
            return WEAK
        return WEIGHTS.get(head.kind, 1.0)


def grouped(units: Sequence[Unit]) -> Iterator[Group]:
    """Yield the words of a query that carry meaning, in their order."""
    runs = {unit.begin: run for run in _runs(units) for unit in run.units}
    group: list[Unit] = []
    for unit in units:
        if group and not (unit.weighs and _leans(group[-1], unit)):
            yield Group(tuple(group), runs.get(group[0].begin))
            group = []
        if unit.weighs:
            group.append(unit)
    if group:
        yield Group(tuple(group), runs.get(group[0].begin))


def _leans(before: Unit, unit: Unit) -> bool:
    if before.end != unit.begin or unit.entry is None or before.entry is None:
        return False
    counted = before.kind is Kind.NUMBER and unit.kind is not Kind.VERB
    return counted or before.kind is Kind.PREFIX or unit.kind is Kind.SUFFIX


def _runs(units: Sequence[Unit]) -> Iterator[Run]:
    """Yield runs of kana (じちかい), and words of kanji that go on in kana (盆おどり)."""
    for chunk in _chunks(units):
        kana = [bool(KANA.fullmatch(unit.surface)) for unit in chunk]
        if all(kana):
            if any(HIRAGANA.search(u.surface) or not (u.entry and u.entry.known) for u in chunk):
                yield Run(tuple(chunk))
        elif any(kana) and len(chunk) > 1:
            yield Run(tuple(chunk), whole_only=True)


def _chunks(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yield what stands together; a particle behind kanji ends a chunk, within kana it may not."""
    chunk: list[Unit] = []
    for unit in units:
        touches = bool(chunk) and chunk[-1].end == unit.begin
        kana = bool(KANA.fullmatch(unit.surface))
        all_kana = all(KANA.fullmatch(one.surface) for one in chunk)
        joins = unit.entry is not None and unit.kind is not Kind.SIGN
        if touches and joins and ((kana and all_kana) or unit.weighs):
            chunk.append(unit)
            continue
        if len(chunk) > 1 or (chunk and chunk[0].weighs):
            yield _without_particles(chunk)
        starts = joins and (unit.weighs or (kana and not _follows_word(units, unit)))
        chunk = [unit] if starts else []
    if chunk:
        yield _without_particles(chunk)


def _follows_word(units: Sequence[Unit], unit: Unit) -> bool:
    return any(one.end == unit.begin and one.kind is not Kind.SIGN for one in units)


def _without_particles(chunk: list[Unit]) -> list[Unit]:
    """Cut particles off the end, but not the only one: ひなん|じょ, where じょ looks like one."""
    cut = list(chunk)
    while len(cut) > SHORTEST_TO_CUT and not cut[-1].weighs:
        cut.pop()
    return cut
