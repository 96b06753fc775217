"""The search room."""

from django.utils.translation import gettext_lazy as _

from tomoni.plugins import RoomConfig


class SearchConfig(RoomConfig):
    name = "tomoni.search"
    label = "tomoni_search"
    verbose_name = _("Search")
