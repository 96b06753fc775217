"""Operations on the words of pieces: edit, merge, split; pure functions from pieces to pieces."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import uuid5

from django.utils.translation import gettext as _

from tomoni.guidelines.importing.repairs import joined
from tomoni.guidelines.outlining.account import rewritten, signs
from tomoni.guidelines.outlining.pieces import (
    HEADING,
    ITEM,
    NOTE,
    PARAGRAPH,
    TABLE,
    CannotError,
    Link,
    Piece,
    Pieces,
    Tie,
)

LONGEST = 20_000


def edit(pieces: Pieces, at: int, *, mark: str, text: str) -> Pieces:
    """Write a piece's mark and text anew."""
    piece = pieces[at]
    mark, text = mark.strip(), text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not mark and not text:
        raise CannotError(_("Nothing would be left. Drop the piece instead."))
    if len(text) > LONGEST:
        raise CannotError(_("This text is too long. Split it into several pieces."))
    if piece.kind == TABLE:
        raise CannotError(_("Cells of a table are edited on the page that is made of it."))
    if piece.kind not in (HEADING, ITEM, NOTE) and mark:
        mark, text = "", f"{mark}\u3000{text}"
    changed = rewritten(piece, mark=mark, text=text)
    links = tuple(link for link in piece.links if link.text in text)
    return (*pieces[:at], replace(changed, links=links), *pieces[at + 1 :])


def merge(pieces: Pieces, at: int) -> Pieces:
    """Join a piece to the one before it that readers see; what is set aside between stays there."""
    before = at - 1
    while before >= 0 and not pieces[before].is_shown:
        before -= 1
    if before < 0:
        raise CannotError(_("There is nothing before it to join it to."))
    first, second = pieces[before], pieces[at]
    if TABLE in (first.kind, second.kind):
        raise CannotError(_("A table is not joined to text. Make it a paragraph first."))
    whole = replace(
        first,
        text=joined(first.text, second.whole) if first.text else second.whole,
        last_line=max(first.last_line, second.last_line),
        links=first.links + second.links,
        tied=first.tied or (second.tied if first.kind == NOTE else None),
        cut=first.cut + second.cut,
        added=first.added + second.added,
    )
    # Signs that one of the two lost and the other gained by hand are no change any more.
    whole = rewritten(whole, mark=whole.mark, text=whole.text)
    rest = (*pieces[:before], whole, *pieces[before + 1 : at], *pieces[at + 1 :])
    return _retied(rest, second.id, first.id)


def merge_next(pieces: Pieces, at: int) -> Pieces:
    """Join the next piece that readers see to this one."""
    after = at + 1
    while after < len(pieces) and not pieces[after].is_shown:
        after += 1
    if after == len(pieces):
        raise CannotError(_("Nothing follows that could be joined to it."))
    return merge(pieces, after)


def split(pieces: Pieces, at: int, *, place: int) -> Pieces:
    """Split a piece before the sign at `place` of its text."""
    piece = pieces[at]
    if piece.kind == TABLE:
        raise CannotError(_("A table is not split here. Make it a paragraph first."))
    first, second = piece.text[:place].rstrip(), piece.text[max(place, 0) :].lstrip()
    if not second or not (first or piece.mark):
        raise CannotError(_("Put the cursor where the second piece is to begin."))
    kind = PARAGRAPH if piece.kind == HEADING else piece.kind
    own = _free_id(piece, second, {one.id for one in pieces})
    links_before, links_after = _divided(piece.links, first)
    upper = replace(piece, text=first, links=links_before)
    lower = Piece(
        id=own,
        kind=kind,
        text=second,
        line=piece.line,
        last_line=piece.last_line,
        page=piece.page,
        group=piece.group,
        reason=piece.reason,
        was=piece.was,
        links=links_after,
    )
    pieces = (*pieces[:at], upper, lower, *pieces[at + 1 :])
    for note in pieces:
        tie = note.tied
        if tie and tie.piece == piece.id and tie.mark not in first and tie.mark in second:
            moved = replace(note, tied=Tie(own, tie.mark))
            pieces = tuple(moved if one is note else one for one in pieces)
    return pieces


def _free_id(piece: Piece, text: str, taken: Iterable[str]) -> str:
    taken, number = set(taken), 0
    while True:
        own = str(uuid5(piece.uuid, f"{signs(text)[:200]}\x1f{number}"))
        if own not in taken:
            return own
        number += 1


def _divided(links: tuple[Link, ...], first: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Give each half its links; they stand in the order of the text."""
    start, upper = 0, 0
    for link in links:
        found = first.find(link.text, start)
        if found < 0:
            break
        start, upper = found + len(link.text), upper + 1
    return links[:upper], links[upper:]


def _retied(pieces: Pieces, gone: str, to: str) -> Pieces:
    return tuple(
        replace(one, tied=Tie(to, one.tied.mark)) if one.tied and one.tied.piece == gone else one
        for one in pieces
    )
