"""The account of signs: each of the source is in the text, repaired, set aside or cut by hand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tomoni.guidelines.outlining.pieces import ASIDE, DROPPED, Piece, Pieces


@dataclass(frozen=True)
class Account:
    """How many signs of the source stand where."""

    source: int
    text: int
    aside: int
    dropped: int
    cut: int
    added: int
    repaired: int  # by how many signs the repairs made the text shorter

    @property
    def is_whole(self) -> bool:
        """Say whether nothing is missing and nothing came from nowhere."""
        found = self.text + self.aside + self.dropped + self.cut + self.repaired - self.added
        return found == self.source


def signs(text: str) -> str:
    """Return the text without white space, which printing sets as it likes."""
    return "".join(text.split())


def account(pieces: Iterable[Piece], *, source: int, repaired: int) -> Account:
    text = aside = dropped = cut = added = 0
    for piece in pieces:
        size = len(signs(piece.mark)) + len(signs(piece.text))
        if piece.kind == ASIDE:
            aside += size
        elif piece.kind == DROPPED:
            dropped += size
        else:
            text += size
        cut += len(piece.cut)
        added += len(piece.added)
    return Account(source, text, aside, dropped, cut, added, repaired)


def tally(pieces: Iterable[Piece]) -> Counter[str]:
    """Count the signs that came from the source, whatever was written by hand since."""
    found = Counter[str]()
    for piece in pieces:
        found.update(signs(piece.mark + piece.text))
        found.update(piece.cut)
        found.subtract(piece.added)
    return Counter({sign: count for sign, count in found.items() if count})


def rewritten(piece: Piece, *, mark: str, text: str) -> Piece:
    """Return the piece in other words, with what was cut and added by hand accounted for."""
    before = Counter(signs(piece.mark + piece.text)) + Counter(piece.cut)
    after = Counter(signs(mark + text)) + Counter(piece.added)
    return replace(
        piece,
        mark=mark,
        text=text,
        cut="".join(sorted((before - after).elements())),
        added="".join(sorted((after - before).elements())),
    )


def is_kept(before: Pieces, after: Pieces) -> bool:
    """Say whether an operation lost no sign and made none up."""
    old, new = set(before), set(after)
    return tally(old - new) == tally(new - old)
