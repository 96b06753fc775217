"""Give the ways in which a word of a Japanese query may stand in a text."""

from collections.abc import Iterator

from tomoni.search.analysis.folding import fold
from tomoni.search.analysis.runs import grams, runs
from tomoni.search.analysis.tokens import Reason, Tier, Way, Word

from .entries import Kind
from .forms import HIRAGANA, KANJI, word_form
from .groups import Group
from .romaji import kana_of
from .spelling import readings_of, voiced

# So long must a known word be, for its signs to be looked for within other words: バス is not
# looked for in バスケット.
SHORTEST_WITHIN = 3


def word_of(group: Group) -> Word:
    """Return a word of a query with its ways, the nearest first."""
    if group.units[0].entry is None:
        return _latin_word(group.surface)
    surface = fold(group.surface)
    ways = [*_dictionary_ways(group), *_sign_ways(group, surface), *_sound_ways(group, surface)]
    spelt: tuple[Way, ...] = ()
    if group.run and (sound := group.run.sound):
        spelt = readings_of(sound)[: 1 if group.run.whole_only else None]
        spelt += (Way((tuple(grams(sound)),), Reason.READING),)
        ways += [spelt[0], spelt[-1]]
    run = group.run.surface if spelt and group.run and len(group.run.units) > 1 else ""
    return Word(surface, tuple(dict.fromkeys(ways)), spelt, run)


def graded(group: Group, *, alone: bool) -> Iterator[str]:
    """Yield the tokens of a word that count by themselves.

    Nothing but a short known word is no piece of others: who asks for 京都 does not mean 東京都.
    """
    if group.units[0].entry is None:
        yield word_form(group.surface)
        return
    yield from group.words
    for unit in group.units:
        if unit.entry and unit.entry.exact:
            yield unit.entry.exact
    surface = fold(group.surface)
    for run in runs(surface) if not alone or _may_lie_within(group, surface) else ():
        if run.unspaced:
            yield from grams(run.text)


def _dictionary_ways(group: Group) -> Iterator[Way]:
    only = group.units[0].entry if len(group.units) == 1 else None
    if only and only.exact:
        yield Way(((only.exact,),), Reason.EXACT)
    same = "".join(group.words) == word_form(group.surface)
    yield Way((group.words,), Reason.EXACT if same else Reason.NORMALISED)


def _sign_ways(group: Group, surface: str) -> Iterator[Way]:
    whole = [run.text for run in runs(surface) if run.unspaced] == [surface]
    if whole and _may_lie_within(group, surface):
        yield Way((tuple(grams(surface)),), Reason.GRAM)


def _may_lie_within(group: Group, surface: str) -> bool:
    return len(surface) >= SHORTEST_WITHIN or not group.known


def _sound_ways(group: Group, surface: str) -> Iterator[Way]:
    """Yield ways by the sound of a word with kanji, for texts that write it in kana."""
    sound = "".join(unit.sound for unit in group.units)
    if not KANJI.search(surface) or len(sound) < SHORTEST_WITHIN:
        return
    if all(unit.sound for unit in group.units):
        yield Way((tuple(grams(sound)),), Reason.READING)
        last = group.units[-1]
        if last.kind is Kind.SUFFIX and len(group.units) > 1:
            other = sound.removesuffix(last.sound) + voiced(last.sound)
            yield Way((tuple(grams(other)),), Reason.READING)
        if HIRAGANA.search(surface):
            yield Way(((Tier.READING.mark(sound),),), Reason.READING)


def _latin_word(latin: str) -> Word:
    kana = kana_of(latin)
    spelt = [way for one in kana for way in readings_of(one)]
    ways = [Way(((word_form(latin),),), Reason.EXACT)]
    ways += [Way((tuple(grams(one)),), Reason.READING) for one in kana]
    ways += [Way(((Tier.READING.mark(one),),), Reason.READING) for one in kana]
    return Word(latin, tuple(ways), tuple(sorted(spelt, key=lambda way: len(way.phrases))))
