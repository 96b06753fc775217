"""The way from the editor of a document to its 新旧対照 with reasons."""

# mypy: disable-error-code="untyped-decorator"

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.guidelines.policies import may_show_draft
from tomoni.guidelines.views.draft import draft_comparison


@hooks.register("register_admin_urls")
def draft_urls() -> list[URLPattern]:
    return [
        path(
            "guidelines/<int:page_id>/comparison/",
            draft_comparison,
            name="tomoni_draft_comparison",
        )
    ]


@hooks.register("register_page_header_buttons")
def comparison_button(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from a document, and from its chapters, to what the drafts change."""
    del view_name, next_url
    kind = page.specific_class
    if kind is ChapterPage:
        page = page.get_parent()
    elif kind is not GuidelinePage:
        return
    document = page.specific
    if may_show_draft(user, document):
        yield Button(
            _("Comparison and reasons"),
            reverse("tomoni_draft_comparison", args=[document.pk]),
            icon_name="copy",
            priority=45,
        )
