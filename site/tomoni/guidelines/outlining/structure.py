"""Operations on the order and the kind of pieces; pure functions from pieces to pieces."""

from dataclasses import replace

from django.utils.translation import gettext as _

from tomoni.guidelines.importing.numbering import marker
from tomoni.guidelines.outlining.pieces import (
    ASIDE,
    DROPPED,
    HEADING,
    HIGHEST,
    ITEM,
    LOWEST,
    NOTE,
    PARAGRAPH,
    TABLE,
    CannotError,
    Piece,
    Pieces,
    extent,
)

_MARKED = (HEADING, ITEM, NOTE)


def move_up(pieces: Pieces, at: int) -> Pieces:
    """Move before what stands before; a heading takes all below it along."""
    end = extent(pieces, at)
    to = at - 1
    if pieces[at].kind == HEADING:
        while to >= 0 and not (pieces[to].kind == HEADING and pieces[to].level <= pieces[at].level):
            to -= 1
    else:
        while to >= 0 and not pieces[to].is_shown:
            to -= 1
    if to < 0:
        raise CannotError(_("It already stands at the beginning."))
    return pieces[:to] + pieces[at:end] + pieces[to:at] + pieces[end:]


def move_down(pieces: Pieces, at: int) -> Pieces:
    """Move behind what follows; a heading takes all below it along."""
    end = to = extent(pieces, at)
    if pieces[at].kind == HEADING and end < len(pieces):
        if pieces[end].level == pieces[at].level:
            to = extent(pieces, end)
        else:
            # Into the next section above: behind its own text, before its first part.
            to = end + 1
            while to < len(pieces) and pieces[to].kind != HEADING:
                to += 1
    else:
        while to < len(pieces) and not pieces[to].is_shown:
            to += 1
        to += 1
    if to > len(pieces):
        raise CannotError(_("It already stands at the end."))
    return pieces[:at] + pieces[end:to] + pieces[at:end] + pieces[to:]


def move_before(pieces: Pieces, at: int, to: int) -> Pieces:
    """Move before the piece at `to`; `len(pieces)` is the very end."""
    end = extent(pieces, at)
    if at < to < end:
        raise CannotError(_("A section cannot be moved into itself."))
    if to <= at:
        return pieces[:to] + pieces[at:end] + pieces[to:at] + pieces[end:]
    return pieces[:at] + pieces[end:to] + pieces[at:end] + pieces[to:]


def move_into(pieces: Pieces, at: int, section: int) -> Pieces:
    """Move to the end of a section; a heading becomes one of its parts."""
    if pieces[section].kind != HEADING:
        raise CannotError(_("Choose a heading to move it below."))
    if section == at:
        raise CannotError(_("A section cannot be moved into itself."))
    if pieces[at].kind == HEADING:
        to = extent(pieces, section)
        by = min(pieces[section].level + 1, LOWEST) - pieces[at].level
        if at < section < extent(pieces, at):
            raise CannotError(_("A section cannot be moved into itself."))
        return move_before(_shifted(pieces, at, by), at, to)
    to = section + 1
    while to < len(pieces) and pieces[to].kind != HEADING:
        to += 1
    return move_before(pieces, at, to)


def shift(pieces: Pieces, at: int, by: int) -> Pieces:
    """Make a heading and those below it stand deeper (1) or higher (-1)."""
    if pieces[at].kind != HEADING:
        raise CannotError(_("Only headings have a level. Make it a heading first."))
    if not HIGHEST <= pieces[at].level + by <= LOWEST:
        raise CannotError(_("Headings have the levels 1 to 4."))
    return _shifted(pieces, at, by)


def _shifted(pieces: Pieces, at: int, by: int) -> Pieces:
    end = extent(pieces, at)
    moved = tuple(
        replace(one, level=min(max(one.level + by, HIGHEST), LOWEST))
        if one.kind == HEADING
        else one
        for one in pieces[at:end]
    )
    return pieces[:at] + moved + pieces[end:]


def retype(pieces: Pieces, at: int, kind: str, level: int = 0) -> Pieces:
    """Make a piece something else; its mark goes into the text and comes out again as fits."""
    piece = pieces[at]
    if kind == TABLE and piece.table is None:
        raise CannotError(_("Only what was read as a table can be a table."))
    if kind == HEADING and not HIGHEST <= level <= LOWEST:
        raise CannotError(_("Headings have the levels 1 to 4."))
    if (kind, level) == (piece.kind, piece.level):
        return pieces
    changed = _unmarked(piece) if kind not in _MARKED else _marked(piece)
    hidden = kind in (ASIDE, DROPPED)
    was = (piece.was if not piece.is_shown else piece.kind) if hidden else ""
    changed = replace(
        piece if hidden else changed,
        kind=kind,
        level=level if kind == HEADING else piece.level if hidden else 0,
        was=was,
        role=piece.role if hidden or kind == HEADING else "",
        tied=piece.tied if kind == NOTE or hidden else None,
    )
    return (*pieces[:at], changed, *pieces[at + 1 :])


def drop_section(pieces: Pieces, at: int) -> Pieces:
    """Drop a heading and all below it."""
    for place in range(at, extent(pieces, at)):
        if pieces[place].is_shown:
            pieces = retype(pieces, place, DROPPED)
    return pieces


def restore(pieces: Pieces, at: int) -> Pieces:
    """Take back what was dropped or set aside, as what it was before."""
    piece = pieces[at]
    if piece.is_shown:
        raise CannotError(_("It is part of the text already."))
    kind = piece.was or PARAGRAPH
    role = "" if kind == PARAGRAPH else piece.role
    level = (piece.level or HIGHEST) if kind == HEADING else 0
    restored = replace(piece, kind=kind, was="", level=level, role=role)
    return (*pieces[:at], restored, *pieces[at + 1 :])


def _unmarked(piece: Piece) -> Piece:
    return replace(piece, mark="", text=piece.whole) if piece.mark else piece


def _marked(piece: Piece) -> Piece:
    if piece.mark:
        return piece
    found = marker(piece.text)
    if found is None:
        return piece
    mark, rest = found
    if not rest or "".join((mark.written + rest).split()) != "".join(piece.text.split()):
        return piece
    return replace(piece, mark=mark.written.strip(), text=rest.strip(), scheme=mark.scheme)
