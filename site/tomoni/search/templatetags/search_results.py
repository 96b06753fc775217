"""Write what results say in the words of the page's language."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

register = template.Library()

KILOMETRE = 1000
# Nearer than this nobody is placed anyway.
STEP = 50


@register.filter
def distance(metres: float) -> str:
    """Return a distance as people say it: 350 m, 1.2 km."""
    if metres < KILOMETRE:
        return _("%(number)s m") % {"number": number_format(round(metres / STEP) * STEP)}
    return _("%(number)s km") % {"number": number_format(metres / KILOMETRE, decimal_pos=1)}
