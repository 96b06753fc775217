"""Render what plugins put into pages and dashboards; a failing piece never takes the rest down."""

import logging
from collections.abc import Callable, Mapping

from django.utils.module_loading import import_string
from django.utils.safestring import SafeString, mark_safe

from tomoni.plugins.problems import is_strict

logger = logging.getLogger(__name__)

Values = Mapping[str, object]


def values_from(path: str, argument: object) -> Values | None:
    """Call the context function that a dotted path leads to; no path means no values."""
    found: Values | None = import_string(path)(argument) if path else {}
    return found


def rendered_or_nothing(render: Callable[[], str], *, owner: str, place: str) -> SafeString:
    """Return the rendered piece, or nothing and a line in the log when it fails."""
    try:
        return mark_safe(render())  # rendered by a template, so escaped already
    except Exception:
        if is_strict():
            raise
        logger.exception("The plugin %s failed in %s", owner, place)
        return SafeString()
