"""Wire what editors meet at documents into Wagtail's admin; imported when the app is ready."""

# mypy: disable-error-code="untyped-decorator"

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from tomoni.guidelines.editing import refusing
from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.guidelines.selectors.drafts import begins_edition

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
    if document is None or not document.workflow_in_progress:
        return []
    return [document] if begins_edition(document=document) else []
