"""Tags for a guideline's pages."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from tomoni.design.templatetags.typography import phrases
from tomoni.guidelines.reading import Part

register = template.Library()


@register.simple_tag
def heading_tag(part: Part) -> SafeString:
    """Render a heading with its number and its permalink at its own level."""
    number = format_html('<span class="number">{}</span> ', part.number) if part.number else ""
    return format_html(
        '<{tag} id="{anchor}" class="numbered">{number}{text}'
        ' <a class="permalink" href="#{anchor}" aria-label="{label}">'
        '<span aria-hidden="true">#</span></a></{tag}>',
        tag=mark_safe(f"h{part.level}"),
        anchor=part.anchor,
        number=number,
        text=phrases(part.text),
        label=gettext("Link to this section: %(title)s") % {"title": part.text},
    )
