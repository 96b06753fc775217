"""Say where texts can be read now: whatever the index still holds, pages are asked themselves."""

from collections.abc import Iterable, Mapping

from wagtail.models import Page

from tomoni.home.frame import SiteFrame
from tomoni.search.models import SearchDocument
from tomoni.search.sources import Source


def addresses(
    rows: Iterable[SearchDocument],
    *,
    known: Mapping[str, Source],
    frame: SiteFrame,
    pages: Mapping[str, Page] | None = None,
) -> dict[int, str]:
    """Return the address of each row by its key, empty where residents may not read it.

    One question to the database, or none with the `pages` of the rows. `known` are the sources by
    name; rows of others are passed over.
    """
    wanted = [row for row in rows if row.source in known]
    pages = pages_of(wanted, known=known) if pages is None else pages
    urls: dict[int, str] = {}
    for row in wanted:
        if not known[row.source].holds_pages:
            urls[row.pk] = row.url
        elif page := pages.get(row.object_key):
            urls[row.pk] = "" if frame.hides(page.path) else frame.url_of(page)
    return urls


def pages_of(rows: Iterable[SearchDocument], *, known: Mapping[str, Source]) -> dict[str, Page]:
    """Return the pages that rows were made of, by the key of their object."""
    keys = [row.object_key for row in rows if row.source in known and known[row.source].holds_pages]
    return {str(page.pk): page for page in Page.objects.filter(pk__in=keys)} if keys else {}
