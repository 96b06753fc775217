"""Read what a visitor typed: words, each folded, and what of it had to be left out."""

import re
from dataclasses import dataclass

from django.utils.http import urlencode

from tomoni.search.analysis.folding import fold

MAX_LENGTH = 200
MAX_WORDS = 8
MIN_SIGNS = 2

BETWEEN_WORDS = re.compile(r"[\s、。]+")
AROUND_WORDS = "\"'“”‘’「」『』()[]【】,."


@dataclass(frozen=True)
class Query:
    """What is looked for: every word must stand somewhere in the title or the text."""

    text: str
    words: tuple[str, ...] = ()
    too_short: tuple[str, ...] = ()
    too_many: bool = False

    @property
    def pages_address(self) -> str:
        """The address of a page of results, up to its number."""
        return "?" + urlencode({"q": self.text}) + "&page="


def read_query(typed: str) -> Query:
    """Return the query that somebody has typed; anything can be typed."""
    # A NUL or half of a broken character would come back in the page's search box.
    text = " ".join(typed[:MAX_LENGTH].replace("\x00", " ").split())
    text = text.encode("utf-8", "replace").decode("utf-8")
    pieces = BETWEEN_WORDS.split(fold(text))
    words = [word for word in dict.fromkeys(piece.strip(AROUND_WORDS) for piece in pieces) if word]
    long_enough = [word for word in words if len(word) >= MIN_SIGNS]
    return Query(
        text=text,
        words=tuple(long_enough[:MAX_WORDS]),
        too_short=tuple(word for word in words if len(word) < MIN_SIGNS),
        too_many=len(long_enough) > MAX_WORDS,
    )
