"""What of an ordinary page can be found."""

from collections.abc import Iterable

from django.utils.html import strip_tags

from tomoni.home.models import HomePage, PublicPage
from tomoni.home.models.pages import BodyPage
from tomoni.plugins import SearchText


def page_texts(page: BodyPage) -> Iterable[SearchText]:
    """Yield the page as one text: its summary and all that its blocks say."""
    url = page_url(page)
    if url:
        yield SearchText(
            key=str(page.pk),
            locale=page.locale.language_code,
            title=page.title,
            url=url,
            text="\n".join([page.summary, *body_texts(page)]),
        )


def body_texts(page: BodyPage) -> list[str]:
    return [
        strip_tags(str(text)) for text in page.body.stream_block.get_searchable_content(page.body)
    ]


def page_url(page: PublicPage) -> str:
    """Return the page's address below its language's prefix, or nothing outside any front page."""
    home = HomePage.objects.ancestor_of(page, inclusive=True).first()
    if home is None:
        return ""
    return f"/{page.locale.language_code}/{page.url_path.removeprefix(home.url_path)}"
