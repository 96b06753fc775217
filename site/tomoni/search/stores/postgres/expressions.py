"""What PostgreSQL is asked: `tsquery` expressions out of ways and tokens."""

from collections.abc import Iterable, Sequence

from tomoni.search.analysis.tokens import Phrase
from tomoni.search.stores.embedded.looks import Field, Look
from tomoni.search.stores.postgres.vectors import IN_HEADINGS, IN_TITLE
from tomoni.search.stores.questions import Ways

_MARKS = {Field.ANY: "", Field.TITLE: IN_TITLE, Field.HEADINGS: IN_HEADINGS}


def token_of(token: str) -> str:
    """Return the expression for one sound token."""
    return f"'{token}'"


def expressions_of(look: Look) -> list[str]:
    """Return expressions for what is looked for, in its field; each text answers one at most.

    In titles and headings the tokens of a phrase may stand apart: which of them stand there the
    index tells by itself, but not where. To see where, PostgreSQL reads the lexemes of all texts
    that the same expression finds. So the ways that the index can tell stand alone, and the
    others pass over what these find.
    """
    if look.field is not Field.ANY:
        return [scattered(look.ways, _MARKS[look.field])]
    plain = tuple(way for way in look.ways if not _has_phrases(way))
    placed = [way for way in look.ways if _has_phrases(way)]
    told = [scattered(plain)] if plain else []
    if placed:
        beside = _any(_all(" <-> ".join(map(token_of, phrase)) for phrase in way) for way in placed)
        told.append(_all([beside, *(f"!{one}" for one in told)]))
    return told


def scattered(ways: Ways, mark: str = "") -> str:
    """Return the expression for ways whose tokens may stand apart."""
    return _any(_all(token_of(mark + token) for phrase in way for token in phrase) for way in ways)


def has_phrases(look: Look) -> bool:
    """Say whether it matters where tokens stand."""
    return look.field is Field.ANY and any(map(_has_phrases, look.ways))


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


def _has_phrases(way: Sequence[Phrase]) -> bool:
    return any(len(phrase) > 1 for phrase in way)


def _all(expressions: Iterable[str]) -> str:
    return _joined(" & ", dict.fromkeys(expressions))


def _any(expressions: Iterable[str]) -> str:
    return _joined(" | ", dict.fromkeys(expressions))


def _joined(sign: str, expressions: Iterable[str]) -> str:
    return "(" + sign.join(expressions) + ")"
