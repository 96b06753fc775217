"""Make the streams of tokens that stores hold, from the parts of a text."""

from collections.abc import Sequence

from tomoni.search.analysis.tokens import GAP, Analyser, Tier
from tomoni.search.stores.protocol import PASSAGE, Streams

# Raise with each change of how tokens lie in streams: indexes are then built anew.
RULES = 2

MARKS = frozenset([GAP, *(tier.value for tier in Tier if tier.value)])


def streams_of(
    analyser: Analyser, *, title: str, headings: Sequence[str] = (), passages: Sequence[str] = ()
) -> Streams:
    """Return the tokens of a text by field; passages and their headings keep their number."""
    fields = (
        [analyser.tokens(title)],
        [analyser.tokens(heading) for heading in headings],
        [analyser.tokens(passage) for passage in passages],
    )
    length = sum(token[0] not in MARKS for field in fields for part in field for token in part)
    in_title, in_headings, in_body = map(_joined, fields)
    return Streams(in_title, in_headings, in_body, length)


def _joined(parts: Sequence[Sequence[str]]) -> str:
    """Join parts, which keep their number; behind the last that says anything nothing follows."""
    said = [" ".join(part) for part in parts]
    while said and not said[-1]:
        said.pop()
    return f" {PASSAGE} ".join(said).strip()
