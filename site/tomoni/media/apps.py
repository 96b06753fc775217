"""Start the media room: pictures and documents."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """The room of pictures and documents."""

    name = "tomoni.media"
    label = "tomoni_media"
    verbose_name = _("Pictures and documents")
    default_auto_field = "django.db.models.BigAutoField"
