"""Django's system checks on plugins: every problem, and every path that leads nowhere."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_type_hints

from django.core.checks import CheckMessage
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils.module_loading import import_string
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tomoni.plugins.extensions import DottedPath, TemplateName
from tomoni.plugins.problems import Code, PluginProblem, all_problems, as_checks
from tomoni.plugins.registry import registry


def check_plugins(**_kwargs: Any) -> list[CheckMessage]:  # Any: Django passes what it likes
    """Report all problems of plugins as warnings."""
    # Django runs checks in no order, and broken addresses are told when they are first read.
    _read = get_resolver().url_patterns
    return as_checks((*all_problems(), *_dead_ends()))


def _dead_ends() -> Iterator[PluginProblem]:
    for owner, extension in registry.owned(object):
        hints = get_type_hints(type(extension), include_extras=True)
        for field in fields(extension):  # type: ignore[arg-type]
            value = getattr(extension, field.name)
            if value and not _leads_somewhere(hints[field.name], value):
                yield PluginProblem(
                    Code.PATH,
                    owner,
                    format_lazy(
                        _("{kind} of {name} points to {value}, which cannot be loaded."),
                        kind=type(extension).__name__,
                        name=owner,
                        value=value,
                    ),
                    _("Correct the path, or mend the module that it leads to."),
                )


def _leads_somewhere(hint: object, value: str) -> bool:
    try:
        if hint == DottedPath:
            import_string(value)
        elif hint == TemplateName:
            get_template(value)
    except Exception:  # noqa: BLE001 -- foreign code may raise anything while it is imported
        return False
    return True
