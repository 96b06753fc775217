"""What FTS5 is asked: full-text expressions out of ways and tokens."""

from collections.abc import Iterable

from tomoni.search.analysis.tokens import Phrase
from tomoni.search.stores.embedded.looks import Field, Look

_COLUMNS = {Field.ANY: "", Field.TITLE: "title : ", Field.HEADINGS: "headings : "}


def expression_of(look: Look) -> str:
    """Return the expression for what is looked for, in its field."""
    return f"{_COLUMNS[look.field]}({' OR '.join(map(_way, look.ways))})"


def _way(phrases: Iterable[Phrase]) -> str:
    return "(" + " AND ".join(map(_phrase, phrases)) + ")"


def _phrase(phrase: Phrase) -> str:
    return '"' + " ".join(phrase) + '"'
