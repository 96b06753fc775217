"""`{% slot "name" %}`: the places of public pages where plugins may show something."""

from functools import partial

from django import template
from django.template import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from tomoni.plugins.extensions import SlotFragment
from tomoni.plugins.fragments import rendered_or_nothing, values_from
from tomoni.plugins.registry import registry

register = template.Library()

# What a fragment may count on, beside the values of its own.
SHARED = ("request", "page", "frame")


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str) -> SafeString:
    """Render the fragments of a slot in their order."""
    pieces = [
        rendered_or_nothing(partial(_render, fragment, context), owner=owner, place=name)
        for owner, fragment in registry.owned(SlotFragment)
        if fragment.slot == name
    ]
    return format_html_join("\n", "{}", ((piece,) for piece in pieces if piece))


def _render(fragment: SlotFragment, context: Context) -> str:
    values = values_from(fragment.context, context.flatten())
    if values is None:
        return ""
    shared = {key: context[key] for key in SHARED if key in context}
    engine = context.template.engine  # type: ignore[union-attr]
    return engine.get_template(fragment.template).render(context.new({**shared, **values}))
