"""Operations on what belongs together: notes, references, and doubts that were looked at."""

from dataclasses import replace

from django.utils.translation import gettext as _

from tomoni.guidelines.outlining.pieces import HEADING, NOTE, CannotError, Pieces, Tie
from tomoni.guidelines.outlining.structure import move_before


def retie(pieces: Pieces, at: int, *, to: int, mark: str) -> Pieces:
    """Tie a note to a mark in the text of another piece; the note then stands behind it."""
    note, target = pieces[at], pieces[to]
    if note.kind != NOTE:
        raise CannotError(_("Only notes belong to a mark in the text."))
    if not mark or mark not in target.text or not target.is_shown:
        raise CannotError(_("That mark does not stand in the text any more. Choose another."))
    tied = replace(note, tied=Tie(target.id, mark))
    pieces = (*pieces[:at], tied, *pieces[at + 1 :])
    return move_before(pieces, at, to + 1) if at < to else pieces


def point(pieces: Pieces, at: int, *, number: int, to: int | None) -> Pieces:
    """Let the reference of that number in a piece lead to a section, or to none."""
    piece = pieces[at]
    if not 0 <= number < len(piece.links):
        raise CannotError(_("This reference is no longer in the text."))
    if to is not None and pieces[to].kind != HEADING:
        raise CannotError(_("A reference leads to a heading. Choose one."))
    target = "" if to is None else pieces[to].anchor
    links = list(piece.links)
    links[number] = replace(links[number], target=target)
    return (*pieces[:at], replace(piece, links=tuple(links)), *pieces[at + 1 :])


def accept(pieces: Pieces, at: int, *, code: str) -> Pieces:
    """Mark a doubt as looked at, or take that back."""
    piece = pieces[at]
    accepted = set(piece.accepted) ^ {code}
    changed = replace(piece, accepted=tuple(sorted(accepted)))
    return (*pieces[:at], changed, *pieces[at + 1 :])
