"""The editing room: approval of pages, and two people who write at the same page."""

from django.utils.translation import gettext_lazy as _

from tomoni.plugins import RoomConfig


class EditingConfig(RoomConfig):
    name = "tomoni.editing"
    label = "tomoni_editing"
    verbose_name = _("Editing")

    def ready(self) -> None:
        from tomoni.editing import receivers  # noqa: PLC0415 -- app ready

        receivers.connect()
