"""What FTS5 is asked: full-text expressions out of words, ways and tokens."""

from collections.abc import Iterable

from tomoni.search.analysis.tokens import Phrase, Way, Word
from tomoni.search.stores.soundness import sound_words


def expression_of(word: Iterable[Way]) -> str:
    """Return the expression for a word: any of its ways."""
    return "(" + " OR ".join(dict.fromkeys(map(_way, word))) + ")"


def words_of(words: tuple[Word, ...]) -> list[str] | None:
    """Return an expression for each word; None where no text can answer to all of them."""
    ways = sound_words(words)
    return None if ways is None else [expression_of(word) for word in ways]


def token_of(token: str) -> str:
    """Return the expression for one sound token."""
    return f'"{token}"'


def all_of(expressions: Iterable[str]) -> str:
    return "(" + " AND ".join(expressions) + ")"


def any_of(expressions: Iterable[str]) -> str:
    return "(" + " OR ".join(expressions) + ")"


def within(columns: str, expression: str) -> str:
    """Return an expression that holds within some columns, `"title headings"`, only."""
    return f"({{{columns}}} : {expression})"


def _way(way: Way) -> str:
    phrases = [_phrase(phrase) for phrase in way.phrases]
    return phrases[0] if len(phrases) == 1 else all_of(phrases)


def _phrase(phrase: Phrase) -> str:
    return '"' + " ".join(phrase) + '"'
