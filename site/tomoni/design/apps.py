"""The room that gives every public page its look: base template, components, styles."""

from django.utils.translation import gettext_lazy as _

from tomoni.plugins import RoomConfig


class DesignConfig(RoomConfig):
    """The room of components and styles; it adds nothing to the registry."""

    name = "tomoni.design"
    label = "tomoni_design"
    verbose_name = _("Design")
