"""From the outline to drafts of pages: a new document, or a new edition with matched sections."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages

from tomoni.guidelines import services
from tomoni.guidelines.admin.opening import furniture, opened
from tomoni.guidelines.admin.paper_forms import EditionForm, NewDocumentForm, NewEditionForm
from tomoni.guidelines.admin.rows import open_doubts, rows_of
from tomoni.guidelines.models import ChapterPage, GuidelineImport
from tomoni.guidelines.outlining.guesses import edition_after, guess
from tomoni.guidelines.outlining.leaving import guideline_of
from tomoni.guidelines.outlining.pieces import CannotError, load
from tomoni.guidelines.outlining.present import new_parts
from tomoni.guidelines.policies import may_add_to, may_renew
from tomoni.guidelines.services import GuidelineExistsError

TEMPLATES = "tomoni/guidelines/admin"
FIELD = "match-"


def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what the document says of itself, then make drafts of it."""
    found = opened(request, pk, without=("result", "history"))
    if not found.is_open:
        return redirect("tomoni_import", pk)
    return _renew(request, found) if found.target_id else _create(request, found)


def _create(request: HttpRequest, found: GuidelineImport) -> HttpResponse:
    pieces = load(found.pieces)
    guessed = guess(pieces, found.title)
    initial = {
        "title": found.title,
        "kind": guessed.kind,
        "edition": guessed.edition or _("First edition"),
        "adopted_on": guessed.adopted_on,
        "audience": "residents",
        "parent": found.matching.get("parent"),
    }
    form = NewDocumentForm(_posted(request), initial=initial, user=request.user)
    places: Any = form.fields["parent"]
    if initial["parent"] is None and places.queryset:
        form.initial["parent"] = places.queryset[0].pk
    if request.method == "POST" and form.is_valid():
        parent = form.cleaned_data["parent"].specific
        if not may_add_to(request.user, parent):
            raise PermissionDenied
        try:
            services.make_drafts(upload=found, parent=parent, papers=form.papers())
        except (CannotError, GuidelineExistsError) as error:
            if _made_before(found, form.papers().title):
                return redirect("tomoni_import_next", found.pk)
            form.add_error(None, str(error))
        else:
            return redirect("tomoni_import_next", found.pk)
    context = {
        **furniture(_("Make drafts"), found),
        "form": form,
        "guess": guessed,
        "doubts": open_doubts(rows_of(pieces)),
    }
    return TemplateResponse(request, f"{TEMPLATES}/draft.html", context)


def _made_before(found: GuidelineImport, title: str) -> bool:
    """Say whether the same button was pressed twice: a second press is no mistake."""
    return GuidelineImport.objects.filter(pk=found.pk, document__title=title).exists()


def _renew(request: HttpRequest, found: GuidelineImport) -> HttpResponse:
    document = found.target
    if document is None or not may_renew(request.user, document):
        raise PermissionDenied
    pieces = load(found.pieces)
    guessed = guess(pieces, found.title)
    present = services.parts_of(document)
    parts = new_parts(guideline_of(pieces, title=document.title))
    matching = _given(request.POST) if request.method == "POST" else None
    if matching is None:
        matching = services.suggest_matching(upload=found, document=document)
    form: EditionForm = NewEditionForm(
        _posted(request),
        initial={
            "title": document.title,
            "edition": _next_label(guessed.edition, document.edition),
            "adopted_on": guessed.adopted_on,
        },
    )
    if request.method == "POST" and form.is_valid():
        papers = form.papers()
        if papers.edition == document.edition:
            form.add_error(
                "edition", _("This is the name of the present edition. Give the new one its own.")
            )
        else:
            try:
                done = services.renew_document(
                    upload=found,
                    document=document,
                    papers=papers,
                    matching=matching,
                    by=request.user,  # type: ignore[arg-type]  # the policy wants a person
                )
            except CannotError as error:
                form.add_error(None, str(error))
            else:
                told = _("%(kept)d chapters kept, %(added)d added, %(leaving)d leaving.") % {
                    "kept": done.kept,
                    "added": done.added,
                    "leaving": done.leaving,
                }
                messages.success(request, told)
                return redirect("tomoni_import_next", found.pk)
    taken = set(matching.values())
    context = {
        **furniture(_("Make the new edition"), found),
        "form": form,
        "guess": guessed,
        "doubts": open_doubts(rows_of(pieces)),
        "matches": [
            {
                "part": part,
                "name": FIELD + part.key,
                "old": matching.get(part.key, ""),
                "choices": [
                    one.part
                    for one in present
                    if (one.part.depth == 1) == (part.depth == 1) and one.part.depth
                ],
            }
            for part in parts
        ],
        "gone": [one.part for one in present if one.part.depth and one.part.key not in taken],
    }
    return TemplateResponse(request, f"{TEMPLATES}/draft.html", context)


def _posted(request: HttpRequest) -> Mapping[str, Any] | None:  # Any: what a form sends
    return request.POST if request.method == "POST" else None


def _given(posted: Mapping[str, Any]) -> dict[str, str]:  # Any: what a form sends
    return {
        name.removeprefix(FIELD): str(posted[name])
        for name in posted
        if name.startswith(FIELD) and posted[name]
    }


def _next_label(guessed: str, present: str) -> str:
    return guessed if guessed and guessed != present else edition_after(present)


@require_safe
def next_steps(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what comes after the drafts: read, check, have them approved."""
    found = opened(request, pk, without=("result", "pieces", "history"))
    if found.document is None:
        return redirect("tomoni_import", pk)
    chapters = [
        page.get_latest_revision_as_object()
        for page in ChapterPage.objects.child_of(found.document).order_by("path")
    ]
    context = {
        **furniture(_("Next steps"), found),
        "document": found.document.get_latest_revision_as_object(),
        "chapters": chapters,
        "is_new_edition": found.target_id == found.document_id and found.target_id is not None,
    }
    return TemplateResponse(request, f"{TEMPLATES}/next.html", context)
