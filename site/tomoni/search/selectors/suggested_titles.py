"""Offer titles of texts that everybody may read, while somebody types."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tomoni.home.frame import SiteFrame
from tomoni.search.analysis.folding import fold
from tomoni.search.analysis.openings import Opening, Span, met, opener_for
from tomoni.search.beginnings import NOT_FIRST
from tomoni.search.models import SearchDocument
from tomoni.search.selectors.addresses import addresses
from tomoni.search.selectors.beginnings import Candidate, Typed, candidates
from tomoni.search.sources import sources

# Twice as many as are shown: of some the title is the same, others were taken back a moment ago.
CANDIDATES = 20
SHOWN_FIELDS = ("source", "object_key", "locale", "title", "url")


@dataclass(frozen=True)
class Title:
    """A text that is offered, and which pieces of its title were typed."""

    row: SearchDocument
    url: str
    spans: tuple[Span, ...]


def titles(
    asked: Mapping[str, Typed], *, typed: str, frame: SiteFrame, limit: int
) -> tuple[Title, ...]:
    """Return the titles that go on as typed, language by language; three questions at most.

    Whether a page may be read, and where, is asked of the page itself.
    """
    found = candidates(asked.values(), limit=CANDIDATES)
    known = {source.name: source for source in sources()}
    # Where the visitor's language has enough, no other one is looked at.
    keys = [one.document for code in asked for one in found.get(code, ())][:CANDIDATES]
    rows = SearchDocument.objects.only(*SHOWN_FIELDS).filter(source__in=known).in_bulk(keys)
    urls = addresses(rows.values(), known=known, frame=frame)
    shown: dict[str, Title] = {}
    for locale, question in asked.items():
        for row in _ordered(found.get(locale, ()), rows, typed):
            if len(shown) < limit and urls.get(row.pk) and row.title not in shown:
                spans = spans_of(row.title, question)
                if spans:
                    shown[row.title] = Title(row, urls[row.pk], spans)
    return tuple(shown.values())


def spans_of(title: str, asked: Typed) -> tuple[Span, ...]:
    """Return which pieces of a title were typed: one, or one for each word, or none."""
    openings = _openings(title, asked.locale)
    if whole := met(openings, asked.whole):
        return (whole,)
    spans = [met(openings, prefixes) for prefixes in asked.words]
    if not spans or None in spans:
        return ()
    return tuple(sorted({span for span in spans if span}))


def _ordered(
    found: Sequence[Candidate], rows: Mapping[int, SearchDocument], typed: str
) -> list[SearchDocument]:
    """Return the rows in their order; of titles alike, those with the accents that were typed."""
    written = fold(typed)
    present = [one for one in found if one.document in rows]
    present.sort(
        key=lambda one: (
            one.scattered,
            one.rank >= NOT_FIRST,
            written not in fold(rows[one.document].title),
        )
    )
    return [rows[one.document] for one in present]


@lru_cache(maxsize=4096)
def _openings(title: str, locale: str) -> Sequence[Opening]:
    return opener_for(locale).openings(title)
