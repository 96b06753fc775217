"""The rows of the outline: each piece with all that its line shows, to compare and to render."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tomoni.guidelines.outlining import doubts
from tomoni.guidelines.outlining.doubts import Doubt
from tomoni.guidelines.outlining.pieces import HEADING, Piece, Pieces, depths

TEMPLATE = "tomoni/guidelines/admin/row.html"
KIND_LABELS: dict[str, str | Promise] = {
    "heading": _("Heading"),
    "paragraph": _("Paragraph"),
    "item": _("List item"),
    "note": _("Note (piece)"),
    "table": _("Table"),
    "aside": _("Set aside (piece)"),
    "dropped": _("Dropped (piece)"),
}


@dataclass(frozen=True)
class Row:
    """A piece in the outline."""

    piece: Piece
    depth: int
    doubts: tuple[Doubt, ...]
    leads: tuple[tuple[str, str], ...]  # each reference and the heading that it leads to
    explains: str  # the words that a note explains

    @property
    def kind_label(self) -> str:
        label = str(KIND_LABELS[self.piece.kind])
        return f"{label} {self.piece.level}" if self.piece.kind == HEADING else label

    @property
    def has_doubt(self) -> bool:
        return any(doubt.is_open for doubt in self.doubts)

    @property
    def folds(self) -> bool:
        """Say whether it is hidden until somebody wants to see what was taken out."""
        return self.piece.is_furniture


def rows_of(pieces: Pieces) -> list[Row]:
    found = doubts.find(pieces)
    known = {piece.id: piece for piece in pieces}
    headings = {piece.anchor: piece.whole for piece in pieces if piece.kind == HEADING}
    return [
        Row(
            piece,
            depth,
            found.get(piece.id, ()),
            tuple((link.text, headings.get(link.target, "")) for link in piece.links),
            _explained(piece, known),
        )
        for piece, depth in zip(pieces, depths(pieces), strict=True)
    ]


def _explained(note: Piece, known: Mapping[str, Piece]) -> str:
    """Return the words before the mark that a note belongs to."""
    target = known.get(note.tied.piece) if note.tied else None
    if note.tied is None or target is None or note.tied.mark not in target.text:
        return ""
    if not note.tied.mark:
        return target.text[:12]
    before = target.text.partition(note.tied.mark)[0]
    return f"{before[-12:]}{note.tied.mark}"


def render_row(row: Row, upload_id: int) -> str:
    return render_to_string(TEMPLATE, {"row": row, "piece": row.piece, "upload_id": upload_id})


def open_doubts(rows: list[Row]) -> int:
    return sum(doubt.is_open for row in rows for doubt in row.doubts)
