"""The base classes that a room's and a plugin's AppConfig build on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """An app that adds to the site; `extensions()` tells in one place all that it adds."""

    default_auto_field = "django.db.models.BigAutoField"

    def extensions(self) -> Iterable[object]:
        """Return the extensions; called once, when all models are loaded."""
        return ()


class PluginConfig(RoomConfig):
    """A room that comes from outside the core, with what it needs to run."""

    requires_tomoni: ClassVar[str] = ""
    requires_packages: ClassVar[Sequence[str]] = ()
    requires_plugins: ClassVar[Sequence[str]] = ()
    django_apps: ClassVar[Sequence[str]] = ()
    replaces_apps: ClassVar[Mapping[str, str]] = {}
