"""Show what was found: rows of the index turned into results that can be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from tomoni.home.frame import SiteFrame
from tomoni.languages import html_lang_of
from tomoni.plugins.extensions import Text
from tomoni.search.marking import Marker
from tomoni.search.models import SearchDocument
from tomoni.search.selectors.addresses import addresses
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
    """A text that was found, ready to be shown; `heading` is the section that answers."""

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


def results(
    hits: Sequence[Hit], *, markers: Mapping[str, Marker], frame: SiteFrame
) -> tuple[Result, ...]:
    """Return the hits as results, in their order; three questions to the database.

    Whether a page may be read, and where, is asked of the page itself: whatever the index still
    holds, nobody is shown what was taken back a moment ago.
    """
    known = {source.name: source for source in sources()}
    rows = {
        row.pk: row
        for row in SearchDocument.objects.filter(pk__in=[hit.key for hit in hits], source__in=known)
    }
    urls = addresses(rows.values(), known=known, frame=frame)
    return tuple(
        _result(hit, rows[hit.key], urls[hit.key], known, markers[hit.locale])
        for hit in hits
        if urls.get(hit.key)
    )


def _result(
    hit: Hit, row: SearchDocument, url: str, known: Mapping[str, Source], marker: Marker
) -> Result:
    passages = row.passages or [{"anchor": "", "heading": "", "text": ""}]
    passage = passages[min(hit.passage, len(passages) - 1)]
    return Result(
        title=marker.marked(row.title),
        heading=marker.marked(passage["heading"]),
        snippet=marker.piece(passage["text"]),
        url=f"{url}#{passage['anchor']}" if passage["anchor"] else url,
        kind=known[row.source].label,
        html_lang=html_lang_of(row.locale),
        locale=row.locale,
        lacks=hit.lacks,
        row=row,
        distance=hit.distance,
    )
