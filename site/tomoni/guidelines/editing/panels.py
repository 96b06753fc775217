"""What stands beside and above the form of a document: findings, and what is published along."""

from collections.abc import Mapping
from typing import Any

from django.forms import Media
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.models import Page

Context = dict[str, Any]  # Any: what templates take


class FindingsPanel(BaseSidePanel):
    """The findings of the checks; a click leads to the block, and each save asks again."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Show or hide the checks of the text")
        icon_name = "clipboard-list"

        def get_context_data(self, parent_context: Mapping[str, Any] | None) -> Context:
            context: Context = super().get_context_data(parent_context)
            context["count"] = self.panel.report().count_here
            return context

    name = "findings"
    title = _("Checks of the text")
    template_name = "tomoni/guidelines/editing/admin/findings_panel.html"
    order = 340

    def __init__(self, page: Page, request: HttpRequest) -> None:
        super().__init__(page, request)
        self._report: Any = None

    def report(self) -> Any:  # Any: PageReport, imported when the app is ready
        from tomoni.guidelines.editing.findings import report_of  # noqa: PLC0415 -- app ready

        if self._report is None:
            self._report = report_of(page=self.object)
        return self._report

    def get_context_data(self, parent_context: Mapping[str, Any] | None) -> Context:
        context: Context = super().get_context_data(parent_context)
        return {**context, "report": self.report()}

    @property
    def media(self) -> Media:
        folder = "tomoni/guidelines/editing"
        return Media(
            css={"all": [versioned_static(f"{folder}/editing.css")]},
            js=[versioned_static(f"{folder}/findings.js")],
        )


class AlongPanel(Panel):
    """What one approval of a document publishes and withdraws, said before it is asked for."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "tomoni/guidelines/editing/admin/along_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Context:
            from tomoni.guidelines.editing.preview_views import (  # noqa: PLC0415 -- app ready
                draft_address,
            )
            from tomoni.guidelines.selectors.drafts import (  # noqa: PLC0415 -- app ready
                begins_edition,
                chapter_drafts,
            )

            context: Context = super().get_context_data(parent_context)
            whole = draft_address(document=self.instance, target=self.instance.pk)
            chapters = chapter_drafts(document=self.instance)
            return {
                **context,
                "begins": begins_edition(document=self.instance),
                "document": self.instance,
                "whole_draft": whole,
                "along": [one for one in chapters if one.has_draft and not one.leaves],
                "leaving": [one for one in chapters if one.leaves and one.is_live],
                "kept": [one for one in chapters if not one.has_draft and not one.leaves],
            }
