"""`{% wording "residents" %}`: the word by which this town calls something."""

import logging

from django import template
from django.template import Context
from django.utils.translation import get_language

from tomoni.home.words import default_words
from tomoni.plugins.problems import is_strict

register = template.Library()
logger = logging.getLogger(__name__)


@register.simple_tag(takes_context=True)
def wording(context: Context, key: str) -> str:
    """Return the town's word; `{% wording "mayor" as mayor %}` keeps it for a translated text.

    Outside public pages, where there is no frame, the word is the declared default.
    """
    frame = context.get("frame")
    words = getattr(frame, "wording", {}) or default_words(get_language() or "")
    if key not in words:
        if is_strict():
            raise KeyError(key)
        logger.error("No room or plugin declares the word %s", key)
    return words.get(key, "")
