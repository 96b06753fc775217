"""The tree of sections: each heading under the one it belongs to in the document's own order."""

from collections import defaultdict
from dataclasses import dataclass, field

from .furniture import plain
from .pieces import Piece
from .unnumbered import FRONT

_Scheme = tuple[str, int, int]  # name, usual strength, place in its run
_DEEPEST = 8
_AHEAD = 200  # headings looked at to learn how two schemes nest
_TOP = ("unit 編", "unit 部", "unit 章")


@dataclass
class Node:
    """A heading with the pieces under it, while the tree grows."""

    piece: Piece
    number: str
    title: str
    scheme: str
    rank: int
    level: int = 1
    body: list[Piece] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)


def scheme_of(piece: Piece) -> _Scheme:
    """Return the scheme, usual strength and place in its run of a heading."""
    if "supplement" in piece.tags:
        return "supplement", 16, 0
    if "known" in piece.tags:
        return ("front" if plain(piece.text) in FRONT else "known"), 0, 0
    if piece.mark:
        return piece.mark.scheme, piece.mark.rank, piece.mark.ordinal
    return "spaced", 42, 0


def build(pieces: list[Piece]) -> tuple[list[Piece], list[Node]]:
    """Return the pieces before the first heading and the trees of headings."""
    headings = [
        (at, *scheme_of(piece)) for at, piece in enumerate(pieces) if "heading" in piece.tags
    ]
    schemes_of: list[_Scheme] = [heading[1:] for heading in headings]
    order = {at: place for place, (at, *_) in enumerate(headings)}
    under = _marks_under_marks(schemes_of)
    front: list[Piece] = []
    tops: list[Node] = []
    stack: list[Node] = []
    caption: Piece | None = None
    for at, piece in enumerate(pieces):
        if "caption" in piece.tags:
            caption = piece
            continue
        if "heading" not in piece.tags:
            (stack[-1].body if stack else front).append(piece)
            continue
        place = order[at]
        schemes = schemes_of[place : place + _AHEAD]
        _make_room(stack, schemes, under)
        node = _node(piece, caption, schemes[0])
        caption = None
        node.level = len(stack) + 1
        (stack[-1].children if stack else tops).append(node)
        stack.append(node)
    return front, tops


def _node(piece: Piece, caption: Piece | None, scheme: tuple[str, int, int]) -> Node:
    title, number = piece.text, piece.sign
    body: list[Piece] = []
    if scheme[0] == "unit 条":
        title = caption.text if caption else ""
        if piece.text:
            body = [Piece("text", piece.lines, text=piece.text)]
    return Node(piece, number, title, scheme[0], scheme[1], body=body)


def _make_room(stack: list[Node], ahead: list[_Scheme], under: set[tuple[str, str]]) -> None:
    """Take from the stack what the heading that comes does not stand under."""
    scheme = ahead[0][0]
    if scheme in ("front", "known"):
        stack.clear()
    if scheme == "supplement":
        scheme = "unit 条"
        if not any(node.scheme == scheme for node in stack):
            return
    if any(node.scheme == scheme for node in stack):
        while stack[-1].scheme != scheme:
            stack.pop()
        stack.pop()
    while stack and (
        _stands_above(ahead, stack[-1], [node.scheme for node in stack[:-1]], under)
        or len(stack) >= _DEEPEST
    ):
        stack.pop()


def _stands_above(
    ahead: list[_Scheme], top: Node, below: list[str], under: set[tuple[str, str]]
) -> bool:
    """Say whether the heading that comes stands above, not under, the one on top."""
    scheme, rank, _ = ahead[0]
    if scheme in _TOP and not (top.scheme in _TOP and top.rank < rank):
        return True
    if top.scheme == "front":
        return not _restarts(scheme, ahead)
    if top.scheme.startswith("unit") and scheme.startswith("unit"):
        return rank < top.rank
    if (top.scheme, scheme) in under:
        return False
    return _learnt(ahead, top, below)


def _marks_under_marks(schemes: list[_Scheme]) -> set[tuple[str, str]]:
    """Learn which marks without numbers stand under which: pairs of upper and lower.

    The lower never comes first under a numbered heading, and follows the upper more than once.
    """
    first: set[str] = set()
    met: list[str] = []
    latest: dict[str, int] = {}
    follows: dict[tuple[str, str], set[int]] = defaultdict(set)
    for at, (scheme, _, ordinal) in enumerate(schemes):
        if ordinal or scheme in ("front", "known", "supplement", "spaced"):
            latest.clear()
            continue
        if not latest:
            first.add(scheme)
        if scheme not in met:
            met.append(scheme)
        for other, place in latest.items():
            if other != scheme:
                follows[other, scheme].add(place)
        latest[scheme] = at
    return {
        (upper, lower)
        for (upper, lower), places in follows.items()
        if lower not in first and len(places) > 1 and met.index(upper) < met.index(lower)
    }


def _restarts(scheme: str, ahead: list[_Scheme]) -> bool:
    """Say whether a run begins again later, under headings of another scheme."""
    other = False
    for name, _, ordinal in ahead[1:]:
        other = other or name != scheme
        if name == scheme and other and ordinal <= 1:
            return True
    return False


def _learnt(ahead: list[_Scheme], top: Node, below: list[str]) -> bool:
    scheme, rank, ordinal = ahead[0]
    met_top = False
    for name, _, order in ahead[1:]:
        if name in below:
            break
        if name == top.scheme:
            if order == 1:
                return True
            if order > 1:
                return False
            met_top = True
        elif name == scheme and met_top and ordinal:
            # Counting on across the top's siblings means standing above them.
            return order > 1
    uncounted = ordinal == 0 and top.piece.mark is not None and not top.piece.mark.counts
    return uncounted and rank < top.rank
