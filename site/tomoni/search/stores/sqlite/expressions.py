"""What FTS5 is asked: full-text expressions out of words, ways and tokens."""

from collections.abc import Iterable

from tomoni.search.analysis.tokens import Phrase, Way


def word_of(word: Iterable[Way]) -> str:
    """Return the expression for a word: any of its ways."""
    return any_of(dict.fromkeys(map(_way, word)))


def token_of(token: str) -> str:
    """Return the expression for one sound token."""
    return f'"{token}"'


def all_of(expressions: Iterable[str]) -> str:
    return "(" + " AND ".join(expressions) + ")"


def any_of(expressions: Iterable[str]) -> str:
    return "(" + " OR ".join(expressions) + ")"


def _way(way: Way) -> str:
    phrases = [_phrase(phrase) for phrase in way.phrases]
    return phrases[0] if len(phrases) == 1 else all_of(phrases)


def _phrase(phrase: Phrase) -> str:
    return '"' + " ".join(phrase) + '"'
