"""Show bodies: their blocks, the links in their texts, and what they hold."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText, expand_db_html

from tomoni.home.anchors import heading_anchor
from tomoni.home.shelf import with_links
from tomoni.plugins.bodies import OpaqueBlock

register = template.Library()


@register.filter
def shown_blocks(body: StreamValue) -> list[StreamValue.StreamChild]:
    """Return the blocks that readers see: not those of switched-off plugins."""
    return [child for child in body if not isinstance(child.block, OpaqueBlock)]


@register.filter
def anchor(block_id: object) -> str:
    """Return the anchor of the heading whose block has this id."""
    return heading_anchor(str(block_id)) if block_id else ""


@register.simple_tag(takes_context=True)
def linked(context: Context, text: RichText) -> SafeString:
    """Return a rich text with its links to pages filled in from the page's own shelf."""
    addresses: dict[int, str] | None = context.get("page_addresses")
    source = text.source if isinstance(text, RichText) else str(text or "")
    html = expand_db_html(source) if addresses is None else with_links(source, addresses)
    return mark_safe(html)  # cleaned by Wagtail when it was stored
