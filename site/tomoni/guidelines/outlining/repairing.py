"""Repairs of the reader: where they stand in a piece, and how one is taken back."""

import re
from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from tomoni.guidelines.outlining.account import rewritten
from tomoni.guidelines.outlining.pieces import CannotError, Mended, Piece, Pieces


def find_mended(text: str, source: str, changes: Iterable[tuple[str, str]]) -> tuple[Mended, ...]:
    """Return the repairs that can be taken back in a piece made of these lines of the source.

    Blanks that went leave no trace; and where the counts differ, nobody can say which sign it was.
    """
    found = []
    for before, after in changes:
        if not before.strip() or not after.strip():
            continue
        there = re.findall(f"{re.escape(before)}|{re.escape(after)}", source)
        count = text.count(after)
        if before in there and len(there) == count:
            places = tuple(at for at, sign in enumerate(there) if sign == before)
            found.append(Mended(before, after, places, count))
    return tuple(found)


def revert(pieces: Pieces, at: int, *, before: str, after: str) -> Pieces:
    """Write the sign of the source again; the account knows it as written by hand."""
    piece = pieces[at]
    one = next((one for one in piece.mended if (one.before, one.after) == (before, after)), None)
    if one is None or piece.text.count(after) != one.count:
        raise CannotError(_("This text was changed since the repair. Edit it by hand instead."))
    text = _written_again(piece, one)
    links = tuple(link for link in piece.links if link.text in text)
    changed = rewritten(piece, mark=piece.mark, text=text)
    rest = tuple(other for other in piece.mended if other is not one)
    return (*pieces[:at], replace(changed, mended=rest, links=links), *pieces[at + 1 :])


def revert_all(pieces: Pieces, *, before: str, after: str) -> Pieces:
    """Take a repair back wherever it still can be."""
    found = []
    for piece in pieces:
        one = next((m for m in piece.mended if (m.before, m.after) == (before, after)), None)
        there = one is not None and piece.text.count(after) == one.count
        found.append(revert((piece,), 0, before=before, after=after)[0] if there else piece)
    if tuple(found) == pieces:
        raise CannotError(_("This repair stands nowhere any more."))
    return tuple(found)


def _written_again(piece: Piece, one: Mended) -> str:
    parts = piece.text.split(one.after)
    text = parts[0]
    for at, part in enumerate(parts[1:]):
        text += (one.before if at in one.places else one.after) + part
    return text
