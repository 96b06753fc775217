"""All that the dummy plugin adds."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from tomoni.plugins import (
    BlockType,
    DashboardPanel,
    DemoContent,
    Facet,
    HealthCheck,
    NavItem,
    PeriodicTask,
    PluginConfig,
    SearchSource,
    SlotFragment,
    UrlMount,
    WordingEntry,
)


class DummyConfig(PluginConfig):
    name = "dummy_plugin"
    label = "dummy_plugin"
    verbose_name = _("Dummy")
    requires_tomoni = ">=0.1"
    requires_packages = ("Django>=5.2",)
    django_apps = ("dummy_plugin.companion.apps.CompanionConfig",)
    replaces_apps = ("wagtail.contrib.simple_translation",)

    def extensions(self):
        parts = "dummy_plugin.parts"
        return [
            BlockType(body="front", name="dummy", block=f"{parts}.DummyBlock"),
            SlotFragment(
                slot="page.bottom", template="dummy_plugin/fragment.html", context=f"{parts}.shout"
            ),
            SlotFragment(slot="page.top", template="dummy_plugin/failing.html"),
            SearchSource(
                name="links",
                label=_("Dummy links"),
                model="dummy_plugin.DummyLink",
                documents=f"{parts}.texts",
                facets=(Facet(name="mood", label=_("Mood"), labels=f"{parts}.moods"),),
            ),
            NavItem(place="footer", label=_("Dummy"), url_name="plugins:dummy:index"),
            UrlMount(prefix="dummy", urlconf="dummy_plugin.urls"),
            PeriodicTask(
                name="sweep", label=_("Sweep"), every=timedelta(hours=1), run=f"{parts}.sweep"
            ),
            HealthCheck(name="dummy", label=_("Dummy"), ask=f"{parts}.ask"),
            DemoContent(name="dummy", label=_("Dummy"), build=f"{parts}.build"),
            DashboardPanel(
                name="dummy",
                label=_("Dummy"),
                template="dummy_plugin/panel.html",
                context=f"{parts}.panel",
            ),
            WordingEntry(key="dummy", label=_("Dummy"), defaults={"ja": "見本", "en": "sample"}),
        ]
