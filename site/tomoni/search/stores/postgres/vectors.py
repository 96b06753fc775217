"""A text's tokens as PostgreSQL's lexemes, written out, so that no parser of its own sees them.

A lexeme `a` says that a token stands in the text, `¶a` that it does in the title, `¶¶a` in the
headings: which the index can answer without looking at the row. Places are there for phrases.
Fields and passages lie one place apart, so that no phrase runs over their ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tomoni.search.stores.protocol import PASSAGE, Streams

IN_TITLE = PASSAGE
IN_HEADINGS = PASSAGE * 2

# What PostgreSQL keeps: places up to 16,383, 255 of them for one lexeme, a megabyte for a text.
LAST_PLACE = 16_383
MOST_PLACES = 255
MOST_BYTES = 1_000_000
# What a lexeme takes beside its own bytes and its places, at most.
OVERHEAD = 8


@dataclass(frozen=True)
class Vector:
    """A `tsvector` in words; `is_long` where it says no places."""

    literal: str
    is_long: bool


def vector_of(streams: Streams) -> Vector:
    """Return the lexemes of a text; of one that is too long even so, those that come first."""
    places: dict[str, list[str]] = {}
    last = 0
    for last, token, weight, mark in _placed(streams):
        places.setdefault(token, []).append(f"{last}{weight}")
        if mark:
            places.setdefault(mark + token, [])
    is_long = last > LAST_PLACE or any(len(found) > MOST_PLACES for found in places.values())
    is_long = is_long or sum(map(_size, places, places.values())) > MOST_BYTES
    return Vector(" ".join(_lexemes(places, is_long=is_long)), is_long)


def _placed(streams: Streams) -> Iterator[tuple[int, str, str, str]]:
    """Yield the place of each token, the token, its field's weight and its field's mark."""
    place = 0
    fields = ((streams.title, "A", IN_TITLE), (streams.headings, "B", IN_HEADINGS))
    for stream, weight, mark in (*fields, (streams.body, "", "")):
        place += 1
        for token in stream.split(" "):
            place += 1
            if token and token != PASSAGE:
                yield place, token, weight, mark


def _lexemes(places: dict[str, list[str]], *, is_long: bool) -> Iterator[str]:
    left = MOST_BYTES
    for token, found in places.items():
        if not is_long and found:
            yield f"'{token}':{','.join(found)}"
            continue
        left -= _size(token, []) if is_long else 0
        if left < 0:
            return
        yield f"'{token}'"


def _size(token: str, places: list[str]) -> int:
    return len(token.encode()) + OVERHEAD + 2 * len(places)
