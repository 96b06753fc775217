"""Wire what editors meet at documents into Wagtail's admin; imported when the app is ready."""

# mypy: disable-error-code="untyped-decorator"

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse_lazy
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.rich_text.editors.draftail.features import ControlFeature
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from tomoni.guidelines.editing import admin_views, moving, refusing, reports
from tomoni.guidelines.editing.panels import FindingsPanel
from tomoni.guidelines.editing.sections import sections
from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.guidelines.policies import may_move_sections, may_show_draft
from tomoni.guidelines.selectors.drafts import begins_edition
from tomoni.guidelines.services.copies import part_from_original

# Actions in the list of pages that take pages away from where they are.
TAKING_AWAY = ("delete", "unpublish", "move")

hooks.register("tomoni_refuse_save", refusing.refuse_save)


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def refuse_going(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refusing.refuse_going(request, [page])


@hooks.register("before_move_page")
def refuse_moving(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """A chapter may change its place in the document, but not leave what refers to it."""
    if page.get_parent().pk == destination.pk:
        return None
    return refusing.refuse_going(request, [page] if isinstance(page.specific, ChapterPage) else [])


@hooks.register("after_copy_page")
def part_copy(request: HttpRequest, page: Page, new_page: Page) -> None:
    """Copied along with its whole document, a chapter keeps its links; beside itself it cannot."""
    copy = ChapterPage.objects.filter(pk=new_page.pk).first()
    if copy is not None and copy.get_parent().pk == page.get_parent().pk:
        part_from_original(copy=copy, by=request.user)


@hooks.register("before_bulk_action")
def refuse_bulk(
    request: HttpRequest, action: str, objects: Iterable[Any], _instance: object
) -> HttpResponse | None:
    """Guard the listing's check boxes as the single views are guarded."""
    if action not in TAKING_AWAY:
        return None
    pages = [one for one in objects if isinstance(one, Page)]
    if action == "move":
        pages = [page for page in pages if isinstance(page.specific, ChapterPage)]
    return refusing.refuse_going(request, pages)


@hooks.register("tomoni_approved_along")
def document_above(page: Page) -> list[Page]:
    """A chapter is published along when its document begins a new edition."""
    if not isinstance(page, ChapterPage):
        return []
    document = GuidelinePage.objects.parent_of(page).first()
    # Neither waiting nor returned: nobody has to know.
    if document is None or document.current_workflow_state is None:
        return []
    return [document] if begins_edition(document=document) else []


@hooks.register("tomoni_page_side_panels")
def add_findings(request: HttpRequest, page: Page) -> list[FindingsPanel]:
    """Show the checks beside the form of documents and chapters."""
    if not isinstance(page, ChapterPage | GuidelinePage):
        return []
    return [FindingsPanel(page, request)]


@hooks.register("register_admin_urls")
def add_pages() -> list[URLPattern]:
    return [
        path("guidelines/<int:page_id>/findings/", admin_views.findings, name="tomoni_findings"),
        path(
            "guidelines/<int:page_id>/links/",
            admin_views.preview_links,
            name="tomoni_preview_links",
        ),
        path(
            "guidelines/links/<int:link_id>/revoke/",
            admin_views.revoke,
            name="tomoni_revoke_preview_link",
        ),
        path("guidelines/<int:page_id>/sections/", sections, name="tomoni_sections"),
        path("guidelines/<int:page_id>/sections/move/", moving.move, name="tomoni_move_section"),
        path("reports/findings/", reports.findings_report, name="tomoni_findings_report"),
        path("reports/reviews/", reports.review_report, name="tomoni_review_report"),
    ]


class EditorsMenuItem(MenuItem):
    """A report for those who edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return reports.may_edit_pages(request.user)


@hooks.register("register_reports_menu_item")
def findings_item() -> MenuItem:
    return EditorsMenuItem(
        _("Checks of all documents"),
        reverse_lazy("tomoni_findings_report"),
        icon_name="clipboard-list",
        order=1200,
    )


@hooks.register("register_reports_menu_item")
def reviews_item() -> MenuItem:
    return EditorsMenuItem(
        _("Documents to be looked through"),
        reverse_lazy("tomoni_review_report"),
        icon_name="date",
        order=1210,
    )


@hooks.register("register_page_header_buttons")
def links_button(page: Page, user: Any, view_name: str, **_kwargs: Any) -> Iterable[Button]:
    """Offer links for outsiders on every page, also on one that is no document."""
    if view_name == "edit" and may_show_draft(user, page):
        yield Button(
            _("Links for outsiders"),
            reverse_lazy("tomoni_preview_links", args=[page.pk]),
            icon_name="link",
            priority=80,
        )


@hooks.register("register_page_header_buttons")
def move_button(page: Page, user: Any, view_name: str, **_kwargs: Any) -> Iterable[Button]:
    """Offer to send a section of a chapter elsewhere in its document."""
    chapter = page.specific_deferred
    if (
        view_name == "edit"
        and isinstance(chapter, ChapterPage)
        and may_move_sections(user, chapter)
    ):
        yield Button(
            _("Move a section"),
            reverse_lazy("tomoni_move_section", args=[page.pk]),
            icon_name="arrow-right-full",
            priority=75,
        )


@hooks.register("register_rich_text_features")
def add_reference(features: Any) -> None:  # Any: Wagtail's registry
    """Put a button under texts that lists the document's sections; nobody types an anchor."""
    folder = "tomoni/guidelines/editing"
    features.register_editor_plugin(
        "draftail",
        "reference",
        ControlFeature(
            {"type": "tomoni-reference"},
            js=[f"{folder}/reference.js"],
            css={"all": [f"{folder}/editing.css"]},
        ),
    )


@hooks.register("insert_editor_js")
def reference_words() -> SafeString:
    """Give the button its words in the language of the admin."""
    words = {
        "button": _("Refer to a section"),
        "title": _("Refer to a section of this document"),
        "search": _("Search by number or title"),
        "loading": _("The sections are being fetched."),
        "none": _("No section fits. Sections appear here once they have been saved."),
        "failed": _("The sections could not be fetched. Save the page, and try again."),
        "close": _("Close"),
    }
    said = {name: str(text) for name, text in words.items()}
    return json_script(said, "tomoni-reference-words")
