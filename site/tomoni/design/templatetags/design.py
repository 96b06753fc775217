"""Small questions that the page frame asks about languages, places and page numbers."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.utils.safestring import SafeString, mark_safe

from tomoni.languages import html_lang_of

register = template.Library()

INDENTED = re.compile(r"\s*\n\s*")
# In these a line's beginning is text.
KEEP_LINES = ("<textarea", "<pre")


@register.filter
def html_lang(code: str | None) -> str:
    """Return the tag that HTML's `lang` takes for a language code of ours."""
    return html_lang_of(code or settings.LANGUAGE_CODE)


@register.filter
def within(path: str | None, url: str | None) -> bool:
    """Tell whether the page at `path` is the one at `url` or lies below it."""
    if not path or not url:
        return False
    target = urlsplit(url).path
    # The home page lies above everything and would always be marked: `/ja/` counts only for itself.
    if target.strip("/").count("/") == 0:
        return path == target
    return path == target or path.startswith(target.rstrip("/") + "/")


@register.filter
def under(row: Sequence[object], columns: Sequence[object]) -> list[tuple[object, object]]:
    """Pair each cell of a row with the name of its column; a cell beyond the last has none."""
    return list(zip_longest(columns, row, fillvalue=""))


@register.simple_tag
def page_numbers(page: Page) -> Iterable[int | str]:
    """Return the page numbers to offer, long runs shortened to one sign."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


class SqueezeNode(template.Node):
    """What stands between `squeeze` and `endsqueeze`."""

    def __init__(self, nodes: template.NodeList) -> None:
        self.nodes = nodes

    def render(self, context: template.Context) -> SafeString:
        """Render without the indentation of templates; a line break stays one blank."""
        html = self.nodes.render(context)
        return (
            html if any(tag in html for tag in KEEP_LINES) else mark_safe(INDENTED.sub("\n", html))
        )


@register.tag
def squeeze(parser: template.base.Parser, token: template.base.Token) -> SqueezeNode:
    """Leave out indentation and empty lines: a twentieth of what a long page weighs."""
    del token
    nodes = parser.parse(("endsqueeze",))
    parser.delete_first_token()
    return SqueezeNode(nodes)
