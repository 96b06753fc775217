"""The base classes that a room's and a plugin's AppConfig build on."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """An app that adds to the site; `extensions()` tells in one place all that it adds."""

    default_auto_field = "django.db.models.BigAutoField"

    def extensions(self) -> Iterable[object]:
        """Return the extensions; called once, when all models are loaded."""
        return ()


class PluginConfig(RoomConfig):
    """A room that comes from outside the core, with what it needs to run.

    Its `django_apps` are installed behind it; `replaces_apps` names those of Wagtail's apps that
    step back because one of them takes their place.
    """

    requires_tomoni: ClassVar[str] = ""
    requires_packages: ClassVar[Sequence[str]] = ()
    requires_plugins: ClassVar[Sequence[str]] = ()
    django_apps: ClassVar[Sequence[str]] = ()
    replaces_apps: ClassVar[Sequence[str]] = ()
