"""Show what was found: rows of the index turned into results that can be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from tomoni.home.frame import SiteFrame
from tomoni.languages import html_lang_of, own_name_of
from tomoni.plugins.extensions import Text
from tomoni.search.marking import Marker
from tomoni.search.models import SearchDocument
from tomoni.search.ranking import Scored
from tomoni.search.selectors.spots import Spot, spots_of
from tomoni.search.sources import Source, sources


@dataclass(frozen=True)
class Hit:
    """A text to be shown: the key of its row, the passage that answers, the words it lacks."""

    key: int
    locale: str
    passage: int = 0
    lacks: tuple[str, ...] = ()
    distance: float | None = None


@dataclass(frozen=True)
class Result:
    """A text that was found, ready to be shown.

    `heading` is the section that answers, `within` the title of what the text is a part of.
    """

    title: SafeString
    heading: SafeString
    snippet: SafeString
    url: str
    kind: Text
    html_lang: str
    locale: str
    lacks: tuple[str, ...]
    row: SearchDocument
    distance: float | None = None
    within: str = ""

    @property
    def own_name(self) -> str:
        """What the language of the text calls itself."""
        return own_name_of(self.locale)

    @property
    def starts(self) -> datetime | None:
        return self.row.starts


def hit_of(scored: Scored, locale: str) -> Hit:
    """Return a ranked candidate as what is to be shown of it."""
    one = scored.candidate
    return Hit(one.pk, locale, scored.passage, scored.lacks, one.distance)


def results(
    hits: Sequence[Hit], *, markers: Mapping[str, Marker], frame: SiteFrame
) -> tuple[Result, ...]:
    """Return the hits as results, in their order; four questions to the database.

    Whether a page may be read, and where, is asked of the page itself: whatever the index still
    holds, nobody is shown what was taken back a moment ago.
    """
    known = {source.name: source for source in sources()}
    rows = {
        row.pk: row
        for row in SearchDocument.objects.filter(pk__in=[hit.key for hit in hits], source__in=known)
    }
    spots = spots_of(rows.values(), frame)
    return tuple(
        _result(hit, rows[hit.key], spots[hit.key], known, markers[hit.locale])
        for hit in hits
        if hit.key in spots
    )


def _result(
    hit: Hit, row: SearchDocument, spot: Spot, known: Mapping[str, Source], marker: Marker
) -> Result:
    passages = row.passages or [{"anchor": "", "heading": "", "text": ""}]
    passage = passages[min(hit.passage, len(passages) - 1)]
    return Result(
        title=marker.marked(row.title),
        heading=marker.marked(passage["heading"]),
        snippet=marker.piece(passage["text"]),
        url=f"{spot.url}#{passage['anchor']}" if passage["anchor"] else spot.url,
        within=spot.within,
        kind=known[row.source].label,
        html_lang=html_lang_of(row.locale),
        locale=row.locale,
        lacks=hit.lacks,
        row=row,
        distance=hit.distance,
    )
