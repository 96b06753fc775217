"""The outline beside its source: shown whole once, then changed step by step."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from tomoni.guidelines import services
from tomoni.guidelines.admin.opening import furniture, opened
from tomoni.guidelines.admin.rows import open_doubts, render_row, rows_of
from tomoni.guidelines.admin.source import lines_of
from tomoni.guidelines.admin.toolbar import SHORTCUTS, TOOLBAR
from tomoni.guidelines.models import GuidelineImport
from tomoni.guidelines.outlining.account import Account, account
from tomoni.guidelines.outlining.pieces import CannotError, Pieces, load
from tomoni.guidelines.services.outlines import History, Step

TEMPLATES = "tomoni/guidelines/admin"
ORDER = ("at", "turn", "of", "before", "after")
OWN_FIELDS = ("csrfmiddlewaretoken", "version", "piece", "op")


@require_safe
def outline(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the pieces beside the source."""
    found = opened(request, pk)
    if not found.is_open:
        return redirect("tomoni_import", pk)
    pieces = load(found.pieces)
    rows = rows_of(pieces)
    context = {
        **furniture(_("Outline"), found),
        "rows": rows,
        "toolbar": TOOLBAR,
        "shortcuts": SHORTCUTS,
        "lines": lines_of(found.result.get("source", "")),
        "repairs": _repairs(found, pieces),
        "account": _account(found, pieces),
        "doubts": open_doubts(rows),
        "history": History.of(found),
        "words": _words(),
    }
    return TemplateResponse(request, f"{TEMPLATES}/outline.html", context)


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do one step; a script gets the rows that changed, a form the whole page again."""
    found = opened(request, pk, without=("result", "pieces", "history"))
    wants_json = "application/json" in request.headers.get("Accept", "")
    given = {name: request.POST[name] for name in request.POST}
    own = given.get("piece", "")
    if given.get("op") == "open" and own and not given.get("accept"):
        return redirect("tomoni_import_piece", pk, own)
    try:
        step = _step(found, own, given)
    except services.OutlineChangedError:
        sentence = _("The outline was changed in another window. It is shown here as it is now.")
        return _refused(request, pk, sentence, own, status=409, wants_json=wants_json)
    except CannotError as error:
        return _refused(request, pk, str(error), own, status=422, wants_json=wants_json)
    if not wants_json:
        messages.success(request, step.told)
        return redirect(f"{reverse('tomoni_import_outline', args=[pk])}#p-{own}")
    return JsonResponse(_answer(step, undone=given.get("op") == "undo"))


def _step(found: GuidelineImport, own: str, given: dict[str, str]) -> Step:
    try:
        version = int(given.get("version", ""))
    except ValueError as error:
        raise CannotError(_("Something is missing in this step. Load the page again.")) from error
    name = given.get("op", "")
    if name == "undo":
        return services.undo(upload_id=found.pk, version=version)
    if name == "redo":
        return services.redo(upload_id=found.pk, version=version)
    # A button beside a doubt says in one value which piece and which doubt it means.
    if given.get("accept"):
        own, _space, code = given["accept"].partition(" ")
        name, given = "accept", {**given, "code": code}
    if given.get("repair"):
        before, _space, after = given["repair"].partition(" ")
        given = {**given, "before": before, "after": after}
    values = {key: value for key, value in given.items() if key not in OWN_FIELDS}
    if not own:
        raise CannotError(_("Choose a piece first."))
    return services.change_outline(
        upload_id=found.pk, version=version, name=name, piece=own, given=values
    )


def _refused(
    request: HttpRequest, pk: int, sentence: str, own: str, *, status: int, wants_json: bool
) -> HttpResponse:
    if wants_json:
        return JsonResponse({"error": sentence, "reload": status == 409}, status=status)  # noqa: PLR2004
    messages.error(request, sentence)
    return redirect(f"{reverse('tomoni_import_outline', args=[pk])}#p-{own}")


def _answer(step: Step, *, undone: bool) -> dict[str, Any]:
    """Return what a browser needs to show the step: the order that changed, and changed rows."""
    stored = step.change.to_json()
    history = History.of(step.upload)
    known, rows = set(rows_of(step.before)), rows_of(step.after)
    changed = [row for row in rows if row not in known]
    told = _("Undone: %(step)s") % {"step": step.told} if undone else step.told
    focus = [own for own in (*step.change.after, *step.change.new) if own in step.change.new]
    return {
        "version": step.upload.version,
        "told": told,
        "order": {
            key: stored[key] for key in ("at", "turn", "of", "before", "after") if key in stored
        },
        "rows": {row.piece.id: render_row(row, step.upload.pk) for row in changed},
        "focus": focus[0] if focus else "",
        "doubts": open_doubts(rows),
        "account": render_to_string(
            f"{TEMPLATES}/account.html", {"account": _account(step.upload, step.after)}
        ),
        "undo": bool(history.done),
        "redo": bool(history.undone),
    }


def _account(found: GuidelineImport, pieces: Pieces) -> Account:
    return account(pieces, source=found.signs, repaired=found.repaired)


def _repairs(found: GuidelineImport, pieces: Pieces) -> list[dict[str, Any]]:
    """Return the reader's repairs, each with the pieces in which it can still be taken back."""
    places: dict[tuple[str, str], list[str]] = {}
    for piece in pieces:
        for one in piece.mended:
            places.setdefault((one.before, one.after), []).append(piece.id)
    return [
        {
            **one,
            "count": len(one["lines"]),
            "pieces": places.get((one["before"], one["after"]), []),
        }
        for one in found.result.get("repairs", ())
    ]


def _words() -> dict[str, str]:
    """Return the sentences that scripts say."""
    return {
        "failed": _("The server does not answer. Nothing is lost; try again."),
        "nodoubt": _("No open doubt is left."),
        "chosen": _("Choose a piece first."),
        "stale": _("The outline was changed in another window. It is loaded anew."),
        "doubts": _("%(count)s open doubts"),
    }
