"""The search room: sources declare what can be found, this room indexes it and shows results."""

from collections.abc import Iterable
from datetime import timedelta

from django.core.checks import register
from django.utils.translation import gettext_lazy as _

from tomoni.plugins import DashboardPanel, DemoContent, HealthCheck, PeriodicTask, RoomConfig
from tomoni.search.stores.checks import check_store


class SearchConfig(RoomConfig):
    name = "tomoni.search"
    label = "tomoni_search"
    verbose_name = _("Search")

    def extensions(self) -> Iterable[object]:
        return (
            HealthCheck("search", _("Search"), "tomoni.search.selectors.ask_index"),
            PeriodicTask(
                name="follow",
                label=_("Let the search follow what was changed"),
                every=timedelta(minutes=1),
                run="tomoni.search.services.following.follow_due",
            ),
            PeriodicTask(
                name="forget-asked",
                label=_("Delete old counts of what residents looked for"),
                every=timedelta(days=1),
                run="tomoni.search.services.counting.forget_old",
            ),
            DashboardPanel(
                name="unfound",
                label=_("Words that were not found"),
                template="tomoni/search/admin/unfound_panel.html",
                context="tomoni.search.selectors.unfound.this_week",
                order=300,
            ),
            PeriodicTask(
                name="renew-editors-index",
                label=_("Let the editors' own search follow new rules"),
                every=timedelta(minutes=5),
                run="tomoni.search.services.editors_index.renew_editors_index",
            ),
            DemoContent(
                name="search_words",
                label=_("Words that residents search with"),
                build="tomoni.search.demo.build.build",
                order=20,
            ),
        )

    def ready(self) -> None:
        from tomoni.search import checks, receivers, word_receivers  # noqa: PLC0415 -- app ready
        from tomoni.search.stores import preparing  # noqa: PLC0415 -- app ready

        receivers.connect()
        word_receivers.connect()
        preparing.connect(self)
        register(checks.check_dictionary)
        register(checks.check_processes)
        register(check_store)
