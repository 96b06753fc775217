"""Make all that an index holds of a text: a pure function, which any process can call."""

from collections.abc import Iterable
from dataclasses import dataclass

from tomoni.search.analysis.locales import analyser_for
from tomoni.search.analysis.openings import opener_for
from tomoni.search.beginnings import head_of, stored
from tomoni.search.stores.protocol import Streams
from tomoni.search.stores.soundness import sound_streams
from tomoni.search.streams import streams_of

# A key of a title as it lies in the database, its head, and whether the title begins with it.
Beginning = tuple[bytes, str, bool]


@dataclass(frozen=True)
class Wording:
    """What is analysed of a text; there are as many headings as passages."""

    locale: str
    title: str
    headings: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """Return how many signs it has; analysis takes as long as they are many."""
        return len(self.title) + sum(map(len, self.headings)) + sum(map(len, self.passages))


@dataclass(frozen=True)
class Analysis:
    """What analysis makes of a text: tokens, and what its title is met by while somebody types."""

    streams: Streams
    beginnings: tuple[Beginning, ...]


def analysed(wording: Wording) -> Analysis:
    """Return the analysis of a text."""
    streams = streams_of(
        analyser_for(wording.locale),
        title=wording.title,
        headings=wording.headings,
        passages=wording.passages,
    )
    # Whoever writes them is the slowest, so another process looks at them.
    streams = sound_streams(streams)
    keys = opener_for(wording.locale).keys(wording.title)
    return Analysis(streams, tuple((stored(key), head_of(key), first) for key, first in keys))


def analysed_each(wordings: Iterable[Wording]) -> list[Analysis]:
    """Return the analysis of each text."""
    return list(map(analysed, wordings))
