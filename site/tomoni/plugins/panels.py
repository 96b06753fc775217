"""The panels that rooms and plugins add to the editors' first page."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.admin.ui.components import Component

from tomoni.plugins.extensions import DashboardPanel
from tomoni.plugins.fragments import rendered_or_nothing, values_from


class PluginPanel(Component):
    """One panel; it vanishes, with a line in the log, when it fails."""

    def __init__(self, owner: str, panel: DashboardPanel) -> None:
        self.owner = owner
        self.panel = panel
        self.name = panel.name
        self.order = panel.order

    def render_html(self, parent_context: Any = None) -> SafeString:  # Any: Wagtail's contexts
        return rendered_or_nothing(
            lambda: self._render(parent_context["request"]),
            owner=self.owner,
            place="wagtailadmin_home",
        )

    def _render(self, request: Any) -> str:  # Any: Wagtail's contexts are untyped
        values = values_from(self.panel.context, request)
        if values is None:
            return ""
        shared = {"label": self.panel.label}
        return render_to_string(self.panel.template, {**shared, **values}, request=request)
