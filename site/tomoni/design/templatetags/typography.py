"""Filters for what stands in text: phrases that stay whole, and dates."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeData, SafeString, mark_safe
from django.utils.translation import get_language

from tomoni.design.dates import day_of, local_date, with_era
from tomoni.design.phrases import breaks

register = template.Library()

JAPANESE = {"ja", "ja-simple"}
# Alone, or with the tags that a comparison of editions sets around what changed.
MIDDLE_DOT = re.compile(r"((?:<[^<>]*>)*)[・･]((?:<[^<>]*>)*)")


@register.filter
def phrases(value: object, names: Iterable[str] | str | None = None) -> SafeString:
    """Let a heading break between phrases only: `{{ title|phrases:frame.known_names }}`.

    For plain text within an element, not for attributes. Markup that is already safe stays as it
    is. A break is a `<wbr>`, which readers' voices and searches pass over.
    """
    # An empty string is what a template gives for a name that it does not know.
    known = () if not names or isinstance(names, str) else names
    text = value if isinstance(value, SafeString) else str(value)
    places = () if isinstance(text, SafeData) else breaks(text, get_language() or "", known)
    if not places:
        return conditional_escape(text)
    pieces = zip((0, *places), (*places, len(text)), strict=True)
    broken = format_html_join(SafeString("<wbr>"), "{}", ((text[a:b],) for a, b in pieces))
    return format_html('<span class="phrases">{}</span>', broken)


@register.simple_tag(name="phrases")
def phrases_tag(value: object, names: Iterable[str] | str | None = None) -> SafeString:
    """Do the same where the names may be missing, which a filter's argument must not be."""
    return phrases(value, names)


@register.filter
def bullet(mark: str) -> str:
    """Return the sign before a list's item: the middle dot is a bullet among Japanese alone."""
    if get_language() in JAPANESE or not MIDDLE_DOT.fullmatch(mark):
        return mark
    written = MIDDLE_DOT.sub(r"\1•\2", mark)
    return mark_safe(written) if isinstance(mark, SafeData) else written


@register.filter
def japanese_date(value: date | datetime | None) -> str:
    """Return the date with its era, whatever the page's language."""
    return with_era(value) if value else ""


@register.filter
def localdate(value: date | datetime | None) -> SafeString | str:
    """Return a `<time>` with the date as the page's language writes it."""
    if not value:
        return ""
    return format_html(
        '<time datetime="{}">{}</time>', day_of(value).isoformat(), local_date(value)
    )
