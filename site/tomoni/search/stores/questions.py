"""What a database is asked: only what its texts can answer, and no more than it has time for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tomoni.search.analysis.tokens import Phrase, Way
from tomoni.search.stores.graded import chosen
from tomoni.search.stores.protocol import Wanted
from tomoni.search.stores.soundness import sound_words

# All phrases of any of them must stand in a text.
Ways = tuple[tuple[Phrase, ...], ...]


@dataclass(frozen=True)
class Question:
    """What is asked: words all of which, or tokens any of which must match."""

    wanted: Wanted
    words: Sequence[Sequence[Way]]
    tokens: Mapping[str, float]


def ways_of(word: Iterable[Way]) -> Ways:
    """Return the ways of a word, each once: several reasons may look for the same."""
    return tuple(dict.fromkeys(way.phrases for way in word))


def question_of(
    wanted: Wanted, counts: Callable[[Sequence[str]], Mapping[str, int]]
) -> Question | None:
    """Return what to ask for; None where no text can answer.

    `counts(tokens)` says in how many texts of the language each token stands.
    """
    if wanted.words:
        words = sound_words(wanted.words)
        return None if words is None else Question(wanted, words, {})
    tokens = chosen(wanted, counts)
    return Question(wanted, (), tokens) if tokens else None
