"""What is looked for in texts: any of some ways, in one field or in the whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from tomoni.search.stores.protocol import PASSAGE, Streams
from tomoni.search.stores.questions import Ways


class Field(Enum):
    """Where it is looked for."""

    ANY = "any"
    TITLE = "title"
    HEADINGS = "headings"


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that is looked for; equal ones are looked for once."""

    field: Field
    ways: Ways


def way_of(token: str) -> Ways:
    """Return the one way of a token by itself."""
    return (((token,),),)


class Text:
    """A text in which things are looked for one by one, as a database would."""

    def __init__(self, streams: Streams) -> None:
        every = f" {PASSAGE} ".join((streams.title, streams.headings, streams.body))
        fields = {Field.ANY: every, Field.TITLE: streams.title, Field.HEADINGS: streams.headings}
        self._texts = {field: f" {text} " for field, text in fields.items()}
        self._tokens = {field: frozenset(text.split()) for field, text in fields.items()}

    def holds(self, look: Look) -> bool:
        return any(all(self._has(phrase, look.field) for phrase in way) for way in look.ways)

    def _has(self, phrase: Sequence[str], field: Field) -> bool:
        # A look at the first token spares most looks at the text.
        if phrase[0] not in self._tokens[field]:
            return False
        return len(phrase) == 1 or f" {' '.join(phrase)} " in self._texts[field]
