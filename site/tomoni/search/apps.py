"""The search room: sources declare what can be found, this room indexes it and shows results."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from tomoni.plugins import HealthCheck, RoomConfig


class SearchConfig(RoomConfig):
    name = "tomoni.search"
    label = "tomoni_search"
    verbose_name = _("Search")

    def extensions(self) -> Iterable[object]:
        return (HealthCheck("search", _("Search"), "tomoni.search.selectors.ask_index"),)

    def ready(self) -> None:
        from tomoni.search import receivers  # noqa: PLC0415 -- app ready

        receivers.connect()
