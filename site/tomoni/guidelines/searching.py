"""What of a guideline can be found."""

from collections.abc import Iterable

from django.utils.html import strip_tags

from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.home.searching import page_url
from tomoni.plugins import SearchText


def guideline_texts(page: GuidelinePage) -> Iterable[SearchText]:
    """Yield the document's own page: its summary and foreword."""
    yield from texts_of(page, title=page.title)


def chapter_texts(page: ChapterPage) -> Iterable[SearchText]:
    """Yield a chapter as one text, titled with its number."""
    yield from texts_of(page, title=page.full_title)


def texts_of(page: GuidelinePage | ChapterPage, *, title: str) -> Iterable[SearchText]:
    url = page_url(page)
    if not url:
        return
    texts = page.body.stream_block.get_searchable_content(page.body)
    yield SearchText(
        key=str(page.pk),
        locale=page.locale.language_code,
        title=title,
        url=url,
        text="\n".join([page.summary, *(strip_tags(str(text)) for text in texts)]),
    )
