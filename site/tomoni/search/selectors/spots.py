"""Where the texts of a page of results can be read now, and of what they are a part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wagtail.models import Page

from tomoni.home.frame import SiteFrame
from tomoni.search.models import SearchDocument
from tomoni.search.selectors.addresses import addresses, pages_of
from tomoni.search.sources import sources


@dataclass(frozen=True)
class Spot:
    """The address of a text, and the title of the page above it unless that is a front page."""

    url: str
    within: str = ""


def spots_of(rows: Iterable[SearchDocument], frame: SiteFrame) -> dict[int, Spot]:
    """Return the spots of those texts that everybody may read, by key; two questions for pages."""
    wanted = list(rows)
    known = {source.name: source for source in sources()}
    pages = pages_of(wanted, known=known)
    urls = addresses(wanted, known=known, frame=frame, pages=pages)
    above = _titles_above(pages.values(), frame)
    spots: dict[int, Spot] = {}
    for row in wanted:
        page = pages.get(row.object_key) if urls.get(row.pk) else None
        if page and known[row.source].holds_pages:
            spots[row.pk] = Spot(urls[row.pk], above.get(_path_above(page), ""))
        elif urls.get(row.pk):
            spots[row.pk] = Spot(urls[row.pk])
    return spots


def _titles_above(pages: Iterable[Page], frame: SiteFrame) -> Mapping[str, str]:
    homes = {locale.home_path for locale in frame.locales}
    paths = {_path_above(page) for page in pages}
    if not paths:
        return {}
    rows = Page.objects.live().filter(path__in=paths).values_list("path", "url_path", "title")
    return {path: title for path, url_path, title in rows if url_path not in homes}


def _path_above(page: Page) -> str:
    return str(page.path[: -Page.steplen])
