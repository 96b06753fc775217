"""One piece to be edited: its words, its place, what it is tied to, and repairs made in it."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tomoni.guidelines.admin.opening import furniture, opened
from tomoni.guidelines.admin.rows import rows_of
from tomoni.guidelines.importing.notes import MARK
from tomoni.guidelines.outlining.pieces import HEADING, NOTE, Piece, Pieces, load

NEAR = 60  # pieces before and behind a note whose marks are offered


@require_safe
def piece(request: HttpRequest, pk: int, own: str) -> HttpResponse:
    """Show the form of one piece, alone for a script or as a page of its own."""
    found = opened(request, pk, without=("result", "history"))
    if not found.is_open:
        return redirect("tomoni_import", pk)
    pieces = load(found.pieces)
    row = next((row for row in rows_of(pieces) if row.piece.id == own), None)
    if row is None:
        raise Http404
    is_alone = "fragment" in request.GET
    context = {
        **furniture(_("Edit the piece"), found),
        "row": row,
        "piece": row.piece,
        "headings": [one for one in pieces if one.kind == HEADING],
        "marks": list(_marks(pieces, row.piece)) if row.piece.kind == NOTE else [],
        "tied": f"{row.piece.tied.piece} {row.piece.tied.mark}" if row.piece.tied else "",
        "long": min(24, len(row.piece.text) // 36 + row.piece.text.count("\n") + 2),
    }
    name = "piece_form" if is_alone else "piece"
    return TemplateResponse(request, f"tomoni/guidelines/admin/{name}.html", context)


def _marks(pieces: Pieces, note: Piece) -> Iterator[tuple[str, str]]:
    """Yield the marks near a note: what a choice of one sends, and the words around it."""
    at = pieces.index(note)
    for one in pieces[max(0, at - NEAR) : at + NEAR]:
        if one.kind == NOTE or not one.is_shown:
            continue
        for mark in dict.fromkeys(found[0].strip() for found in MARK.finditer(one.text)):
            before, _mark, after = one.text.partition(mark)
            if before:
                yield f"{one.id} {mark}", f"…{before[-14:]}【{mark}】{after[:8]}…"
