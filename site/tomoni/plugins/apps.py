"""Start the kernel: let every room and plugin speak, then close the registry."""

import logging

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import register
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tomoni.plugins.config import PluginConfig, RoomConfig
from tomoni.plugins.loading import LoadedPlugins
from tomoni.plugins.problems import Code, PluginProblem, is_strict, report
from tomoni.plugins.registry import registry

logger = logging.getLogger(__name__)


class PluginsKernelConfig(AppConfig):
    """Stands first in INSTALLED_APPS, so that all have spoken before anybody asks."""

    name = "tomoni.plugins"
    label = "tomoni_plugins"
    verbose_name = _("Plugins")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tomoni.plugins.checks import check_plugins  # noqa: PLC0415 -- app ready

        loaded: LoadedPlugins = getattr(settings, "PLUGINS", None) or LoadedPlugins()
        for problem in loaded.problems:
            logger.warning("%s %s", problem.code.value, problem.sentence)
        rooms = [config for config in apps.get_app_configs() if isinstance(config, RoomConfig)]
        # The core's rooms speak first, so that an editor finds their blocks above a plugin's.
        for room in sorted(rooms, key=lambda config: isinstance(config, PluginConfig)):
            _listen(room, loaded.name_of(room))
        registry.close()
        register(check_plugins)


def _listen(room: RoomConfig, name: str) -> None:
    try:
        registry.add(name, room.extensions())
    except Exception as error:
        if is_strict() or not isinstance(room, PluginConfig):
            raise
        logger.exception("The plugin %s could not say what it adds", name)
        report(
            PluginProblem(
                Code.EXTENSIONS,
                name,
                format_lazy(
                    _("The plugin {name} failed while saying what it adds: {error}"),
                    name=name,
                    error=f"{type(error).__name__}: {error}",
                ),
                format_lazy(
                    _("None of its additions is shown. Ask its maker, or switch {name} off."),
                    name=name,
                ),
            )
        )
