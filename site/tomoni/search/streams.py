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
    in_title, in_headings, in_body = map(_joined, fields)
    length = sum(len(part) for field in fields for part in field)
    # Only tokens begin with a mark, so those that have one are counted without a look at each.
    marked = sum(map(f"{in_title} {in_headings} {in_body}".count, MARKS))
    return Streams(in_title, in_headings, in_body, length - marked)


def _joined(parts: Sequence[Sequence[str]]) -> str:
    """Join parts, which keep their number; behind the last that says anything nothing follows."""
    said = [" ".join(part) for part in parts]
    while said and not said[-1]:
        said.pop()
    return f" {PASSAGE} ".join(said).strip()
