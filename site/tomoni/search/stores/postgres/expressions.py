"""What PostgreSQL is asked: `tsquery` expressions out of ways and tokens."""

from collections.abc import Iterable

from tomoni.search.analysis.tokens import Phrase
from tomoni.search.stores.embedded.looks import Field, Look, Ways
from tomoni.search.stores.postgres.vectors import IN_HEADINGS, IN_TITLE

_MARKS = {Field.ANY: "", Field.TITLE: IN_TITLE, Field.HEADINGS: IN_HEADINGS}


def token_of(token: str) -> str:
    """Return the expression for one sound token."""
    return f"'{token}'"


def expression_of(look: Look) -> str:
    """Return the expression for what is looked for, in its field.

    In titles and headings the tokens of a phrase may stand apart: which of them stand there the
    index tells by itself, but not where.
    """
    if look.field is Field.ANY:
        return _any(
            _all(" <-> ".join(map(token_of, phrase)) for phrase in way) for way in look.ways
        )
    return scattered(look.ways, _MARKS[look.field])


def scattered(ways: Ways, mark: str = "") -> str:
    """Return the expression for ways whose tokens may stand apart."""
    return _any(_all(token_of(mark + token) for phrase in way for token in phrase) for way in ways)


def has_phrases(look: Look) -> bool:
    """Say whether it matters where tokens stand."""
    return look.field is Field.ANY and any(len(phrase) > 1 for way in look.ways for phrase in way)


def spelled_out(ways: Ways, text: str) -> tuple[str, list[str]]:
    """Return SQL that looks for the phrases in a text itself, and its values.

    For texts whose lexemes carry no places. `text` is SQL with a space at both ends.
    """
    values: list[str] = []

    def phrase_sql(phrase: Phrase) -> str:
        values.append(f" {' '.join(phrase)} ")
        return f"strpos({text}, %s) > 0"

    sql = _joined(" OR ", (_joined(" AND ", map(phrase_sql, way)) for way in ways))
    return sql, values


def _all(expressions: Iterable[str]) -> str:
    return _joined(" & ", dict.fromkeys(expressions))


def _any(expressions: Iterable[str]) -> str:
    return _joined(" | ", dict.fromkeys(expressions))


def _joined(sign: str, expressions: Iterable[str]) -> str:
    return "(" + sign.join(expressions) + ")"
