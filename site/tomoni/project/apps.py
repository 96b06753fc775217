"""Wire what belongs to the whole process: health questions, catalogues' fallbacks, labels."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from tomoni.i18n import install_fallbacks
from tomoni.plugins import HealthCheck, RoomConfig
from tomoni.project.admin_labels import name_fields


class ProjectConfig(RoomConfig):
    name = "tomoni.project"
    label = "tomoni_project"
    verbose_name = _("The site")

    def extensions(self) -> Iterable[object]:
        return (
            HealthCheck("database", _("Database"), "tomoni.project.health.ask_database"),
            HealthCheck("migrations", _("Migrations"), "tomoni.project.health.ask_migrations"),
            HealthCheck("plugins", _("Plugins"), "tomoni.plugins.health.ask_plugins"),
        )

    def ready(self) -> None:
        install_fallbacks()
        name_fields()
