"""Mount the URLs of rooms and plugins; a broken module of URLs costs only its own addresses."""

import logging
from importlib import import_module

from django.urls import URLPattern, URLResolver, include, path
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tomoni.plugins.extensions import UrlMount
from tomoni.plugins.problems import Code, PluginProblem, is_strict, report
from tomoni.plugins.registry import registry

logger = logging.getLogger(__name__)


def plugin_urlpatterns() -> list[URLPattern | URLResolver]:
    """Return all mounts under the namespace `plugins:<owner>:`; to stand in i18n_patterns."""
    mounts = [
        resolver
        for owner, mount in registry.owned(UrlMount)
        if (resolver := _mounted(owner, mount)) is not None
    ]
    return [path("", include((mounts, "plugins")))] if mounts else []


def _mounted(owner: str, mount: UrlMount) -> URLResolver | None:
    try:
        patterns = import_module(mount.urlconf).urlpatterns
        resolver = path(f"{mount.prefix.strip('/')}/", include((patterns, owner)))
        _walk(resolver)
    except Exception as error:
        if is_strict():
            raise
        logger.exception("The URLs of the plugin %s cannot be used", owner)
        report(
            PluginProblem(
                Code.URLS,
                owner,
                format_lazy(
                    _("The addresses of {name} cannot be used: {error}"),
                    name=owner,
                    error=f"{type(error).__name__}: {error}",
                ),
                _("Mend its module of URL patterns; until then they answer 404."),
            )
        )
        return None
    return resolver


def _walk(resolver: URLResolver) -> None:
    """Read every pattern now, so that a broken one shows itself here and not to a visitor."""
    for pattern in resolver.url_patterns:
        pattern.pattern.regex  # noqa: B018 -- compiled on access
        if isinstance(pattern, URLResolver):
            _walk(pattern)
