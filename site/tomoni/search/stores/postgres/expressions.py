"""What PostgreSQL is asked: `tsquery` expressions out of words, ways and tokens."""

from collections.abc import Iterable, Iterator, Sequence

from tomoni.search.analysis.tokens import Phrase, Way
from tomoni.search.stores.postgres.vectors import IN_HEADINGS, IN_TITLE


def token_of(token: str) -> str:
    """Return the expression for one sound token."""
    return f"'{token}'"


def word_of(word: Sequence[Way]) -> str:
    """Return the expression for a word: any of its ways, its phrases side by side."""
    return _any(_all(" <-> ".join(map(token_of, phrase)) for phrase in way.phrases) for way in word)


def scattered(word: Sequence[Way], mark: str = "") -> str:
    """Return the expression for a word whose tokens may stand apart, in the title say."""
    return _any(
        _all(token_of(mark + token) for phrase in way.phrases for token in phrase) for way in word
    )


def in_title(words: Iterable[Sequence[Way]]) -> str:
    """Return the expression for all words in the title."""
    return _all(scattered(word, IN_TITLE) for word in words)


def in_headings(words: Iterable[Sequence[Way]]) -> str:
    """Return the expression for any word in the title or the headings."""
    return _any(scattered(word, mark) for word in words for mark in (IN_TITLE, IN_HEADINGS))


def all_of(words: Iterable[Sequence[Way]]) -> str:
    return _all(map(word_of, words))


def any_of(expressions: Iterable[str]) -> str:
    return _any(expressions)


def has_phrases(words: Iterable[Sequence[Way]]) -> bool:
    """Say whether it matters where tokens stand."""
    return any(len(phrase) > 1 for phrase in _phrases(words))


def spelled_out(words: Iterable[Sequence[Way]], text: str) -> tuple[str, list[str]]:
    """Return SQL that looks for the phrases in a text itself, and its values.

    For texts whose lexemes carry no places. `text` is SQL with a space at both ends.
    """
    values: list[str] = []

    def phrase_sql(phrase: Phrase) -> str:
        values.append(f" {' '.join(phrase)} ")
        return f"strpos({text}, %s) > 0"

    sql = " AND ".join(
        _joined(" OR ", (_joined(" AND ", map(phrase_sql, way.phrases)) for way in word))
        for word in words
    )
    return sql, values


def _phrases(words: Iterable[Sequence[Way]]) -> Iterator[Phrase]:
    return (phrase for word in words for way in word for phrase in way.phrases)


def _all(expressions: Iterable[str]) -> str:
    return _joined(" & ", dict.fromkeys(expressions))


def _any(expressions: Iterable[str]) -> str:
    return _joined(" | ", dict.fromkeys(expressions))


def _joined(sign: str, expressions: Iterable[str]) -> str:
    return "(" + sign.join(expressions) + ")"
