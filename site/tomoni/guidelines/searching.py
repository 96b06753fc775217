"""What of a guideline can be found."""

from collections.abc import Iterable
from typing import Any

from tomoni.guidelines.anchors import ANCHORED, block_id_of, heading_anchor, headline
from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.home.searching import facets_of, page_url, passages_of
from tomoni.plugins import SearchText


def guideline_texts(page: GuidelinePage) -> Iterable[SearchText]:
    """Yield the document's own page: its summary and foreword."""
    yield from texts_of(page, title=page.title)


def chapter_texts(page: ChapterPage) -> Iterable[SearchText]:
    """Yield a chapter as one text titled with its number; its sections are the passages."""
    yield from texts_of(page, title=page.full_title)


def texts_of(page: GuidelinePage | ChapterPage, *, title: str) -> Iterable[SearchText]:
    url = page_url(page)
    if not url:
        return
    yield SearchText(
        locale=page.locale.language_code,
        title=title,
        url=url,
        text=page.summary,
        passages=passages_of(page.body, headline=_headline),
        facets=facets_of(page),
    )


def _headline(child: Any) -> tuple[str, str] | None:  # Any: a bound block has no type of its own
    if child.block_type not in ANCHORED:
        return None
    _level, number, title = headline(child.block_type, child.value)
    return heading_anchor(block_id_of(child)), f"{number}　{title}" if number else title
