"""Start the kernel: let every room and plugin speak, then close the registry."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

from tomoni.plugins.config import PluginConfig, RoomConfig
from tomoni.plugins.registry import registry


class PluginsKernelConfig(AppConfig):
    """Stands first in INSTALLED_APPS, so that all have spoken before anybody asks."""

    name = "tomoni.plugins"
    label = "tomoni_plugins"
    verbose_name = _("Plugins")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        rooms = [config for config in apps.get_app_configs() if isinstance(config, RoomConfig)]
        # The core's rooms speak first, so that an editor finds their blocks above a plugin's.
        for room in sorted(rooms, key=lambda config: isinstance(config, PluginConfig)):
            registry.add(room.label, room.extensions())
        registry.close()
