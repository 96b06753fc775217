"""Start the media room: pictures and documents."""

from django.utils.translation import gettext_lazy as _

from tomoni.plugins import RoomConfig


class MediaConfig(RoomConfig):
    """The room of pictures and documents."""

    name = "tomoni.media"
    label = "tomoni_media"
    verbose_name = _("Pictures and documents")
