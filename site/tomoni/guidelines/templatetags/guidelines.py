"""Tags for a guideline's pages."""

from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from wagtail.rich_text import RichText

from tomoni.design.templatetags.typography import phrases
from tomoni.guidelines.grids import Cell
from tomoni.guidelines.quoting import Quoting
from tomoni.guidelines.reading import Part
from tomoni.home.templatetags.bodies import linked

register = template.Library()


@register.simple_tag(takes_context=True)
def heading_tag(context: Context, part: Part) -> SafeString:
    """Render a heading with its number and its permalink at its own level."""
    return anchored_heading(context, part.rank or part.level, part.anchor, part.number, part.text)


@register.simple_tag(takes_context=True)
def anchored_heading(
    context: Context, level: int | str, anchor: str, number: str, text: str
) -> SafeString:
    """Render a heading that links can lead to."""
    return format_html(
        '<{tag} id="{anchor}" class="numbered">{number}{text} {permalink}</{tag}>',
        tag=mark_safe(f"h{level or 2}"),
        anchor=anchor,
        number=format_html('<span class="number">{}</span> ', number) if number else "",
        text=phrases(text, context.get("known_names", ())),
        permalink=permalink(anchor),
    )


@register.simple_tag
def article_heading(
    value: Any, anchor: str, level: int | str = 3
) -> SafeString:  # Any: a Wagtail struct value
    """Render the heading of an article: its caption in brackets above its number."""
    caption = value["caption"]
    return format_html(
        '<{tag} id="{anchor}" class="article-heading">{caption}'
        '<span class="number">{number}</span> {permalink}</{tag}>',
        tag=mark_safe(f"h{level or 3}"),
        anchor=anchor,
        caption=format_html('<span class="article-caption">（{}）</span>', caption)
        if caption
        else "",
        number=value["number"],
        permalink=permalink(anchor),
    )


def permalink(anchor: str) -> SafeString:
    """Return the sign within a heading that is a link to the heading itself."""
    # It does not repeat the heading, whose own name it becomes a part of.
    return format_html(
        '<a class="permalink" href="#{}" aria-label="{}">#</a>',
        anchor,
        gettext("Link to this section"),
    )


@register.simple_tag(takes_context=True)
def block_part(context: Context, part: Part) -> SafeString:
    """Render a block of another kind with its texts as this page tells them."""
    outer: Any = context.flatten()
    return mark_safe(part.block.render(context={**outer, **part.context}))


@register.simple_tag(takes_context=True)
def told(context: Context, text: RichText) -> SafeString:
    """Return a text as this page tells it: its references, notes and terms led to their places."""
    ready: dict[int, SafeString] = context.get("told") or {}
    return ready[id(text)] if id(text) in ready else linked(context, text)


@register.simple_tag(takes_context=True)
def cell_tag(context: Context, cell: Cell) -> SafeString:
    """Render a cell of a table with all that ties it to its headings."""
    ready: dict[int, SafeString] = context.get("told_cells") or {}
    text = ready.get(cell.number)
    if text is None:
        text = mark_safe(str(conditional_escape(cell.text)).replace("\n", "<br>"))
    tag, role = "td", "cell"
    if cell.is_header:
        tag, role = "th", "columnheader" if cell.scope.startswith("col") else "rowheader"
    attributes = [("role", role), ("scope", cell.scope), ("id", cell.id), ("headers", cell.headers)]
    attributes += [(name, str(span)) for name, span in spans(cell) if span > 1]
    if tag == "td":
        attributes.append(("data-column", cell.label))
    told_attributes = mark_safe(
        "".join(format_html(' {}="{}"', name, value) for name, value in attributes if value)
    )
    # On a narrow screen a cell is a grid of its heading and its text, which must be one piece.
    return format_html(
        "<{0}{1}>{2}{3}{4}</{0}>",
        mark_safe(tag),
        told_attributes,
        mark_safe("" if cell.is_header else "<div>"),
        text,
        mark_safe("" if cell.is_header else "</div>"),
    )


@register.simple_tag(takes_context=True)
def quote_menu(context: Context, anchor: str) -> SafeString:
    """Render the menu that gives a section's citation, where the page offers it."""
    quoting = context.get("quoting")
    citation = quoting.of(anchor) if isinstance(quoting, Quoting) else None
    if citation is None:
        return mark_safe("")
    return mark_safe(render_to_string("tomoni/guidelines/quote.html", {"citation": citation}))


def spans(cell: Cell) -> tuple[tuple[str, int], ...]:
    return ("rowspan", cell.rowspan), ("colspan", cell.colspan)
