"""The tree of sections: each heading under the one it belongs to in the document's own order."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

from .names import FRONT, name_of
from .pieces import Piece

_Scheme = tuple[str, int, int]  # name, usual strength, place in its run
_DEEPEST = 8
_OWN_CAPTION = re.compile(r"([（(][^（）()]{1,40}[)）])[\s\u3000]*")
_AHEAD = 200  # headings looked at to learn how two schemes nest
_SPACED, _LOOK = 42, 46  # how strong titles without numbers are where nothing tells
_LARGER = 1.05  # times the size of another scheme's headings
_ENDED = ("unit 条", "supplement")
_TOP = ("unit 編", "unit 部", "unit 章")


@dataclass
class Node:
    """A heading with the pieces under it, while the tree grows."""

    piece: Piece
    number: str
    title: str
    scheme: str
    rank: int
    style: int = 0  # the level that a style of the file gives it
    level: int = 1
    body: list[Piece] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)


def scheme_of(piece: Piece) -> _Scheme:
    """Return the scheme, usual strength and place in its run of a heading."""
    if piece.tags & {"supplement", "attached"}:
        return "supplement", 16, 0
    if "known" in piece.tags:
        return ("front" if name_of(piece.text) in FRONT else "known"), 0, 0
    if "row" in piece.tags:
        return "row", _SPACED, 0
    if piece.mark:
        return piece.mark.scheme, piece.mark.rank, piece.mark.ordinal
    look = piece.first.look
    if "look" in piece.tags and look:
        return f"look {look.size:.1f}{'b' if look.strong else ''}", _LOOK, 0
    return "spaced", _SPACED, 0


def build(pieces: list[Piece]) -> tuple[list[Piece], list[Node]]:
    """Return the pieces before the first heading and the trees of headings."""
    headings = [
        (at, *scheme_of(piece)) for at, piece in enumerate(pieces) if "heading" in piece.tags
    ]
    schemes_of: list[_Scheme] = [heading[1:] for heading in headings]
    order = {at: place for place, (at, *_) in enumerate(headings)}
    under = _marks_under_marks(schemes_of)
    sizes = _sizes([pieces[heading[0]] for heading in headings], schemes_of)
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
        if piece.first.style:
            _make_room_by_style(stack, piece.first.style)
        else:
            _make_room(stack, schemes, under, sizes)
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
        title, text = caption.text if caption else "", piece.text
        own = _OWN_CAPTION.match(text)
        if own and not title:
            title, text = own[1], text[own.end() :]
        elif text and piece.stands_out and not piece.ends_sentence:
            title, text = f"{title}\u3000{text}".strip(), ""
        if text:
            body = [Piece("text", piece.lines, text=text)]
    return Node(piece, number, title, scheme[0], scheme[1], style=piece.first.style, body=body)


def _sizes(pieces: list[Piece], schemes: list[_Scheme]) -> dict[str, float]:
    """Return in which size each scheme's headings are printed, as far as the file tells."""
    found: dict[str, list[float]] = defaultdict(list)
    for piece, (scheme, *_) in zip(pieces, schemes, strict=True):
        if piece.first.look:
            found[scheme].append(piece.first.look.size)
    return {scheme: median(sizes) for scheme, sizes in found.items()}


def _make_room_by_style(stack: list[Node], style: int) -> None:
    while stack and not 0 < stack[-1].style < style:
        stack.pop()


def _make_room(
    whole: list[Node], ahead: list[_Scheme], under: set[tuple[str, str]], sizes: dict[str, float]
) -> None:
    """Take from the stack what the heading that comes does not stand under."""
    scheme, rank, _ = ahead[0]
    if scheme in _TOP:
        while (
            whole and whole[-1].style and not (whole[-1].scheme in _TOP and whole[-1].rank < rank)
        ):
            whole.pop()
    # What a style has put in its place stays above all that only looks like a heading.
    fixed = max((at + 1 for at, node in enumerate(whole) if node.style), default=0)
    stack = whole[fixed:]
    _make_room_by_shape(stack, ahead, under, sizes)
    whole[fixed:] = stack


def _make_room_by_shape(
    stack: list[Node], ahead: list[_Scheme], under: set[tuple[str, str]], sizes: dict[str, float]
) -> None:
    scheme = ahead[0][0]
    if scheme in ("front", "known"):
        stack.clear()
    if scheme == "supplement":
        _end_articles(stack)
        return
    if any(node.scheme == scheme for node in stack):
        while stack[-1].scheme != scheme:
            stack.pop()
        stack.pop()
    while stack and (
        _stands_above(ahead, stack[-1], [node.scheme for node in stack[:-1]], under, sizes)
        or len(stack) >= _DEEPEST
    ):
        stack.pop()


def _end_articles(stack: list[Node]) -> None:
    """Take from the stack what a supplement ends: its articles, and the chapters that hold them."""
    schemes = [node.scheme for node in stack]
    ends = max((at for at, scheme in enumerate(schemes) if scheme in _ENDED), default=None)
    if ends is None:
        stack.clear()
        return
    del stack[ends:]
    while stack and stack[-1].scheme.startswith("unit") and _holds_articles(stack[-1]):
        stack.pop()


def _holds_articles(node: Node) -> bool:
    """Say whether a chapter is one of an ordinance: articles count on from chapter to chapter."""
    first = next((one for one in _all(node) if one.scheme == "unit 条"), None)
    ordinals = [one.piece.mark.ordinal for one in (node, first) if one and one.piece.mark]
    return first is None or ordinals[0] == 1 or ordinals[-1] > 1


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)


def _stands_above(
    ahead: list[_Scheme],
    top: Node,
    below: list[str],
    under: set[tuple[str, str]],
    sizes: dict[str, float],
) -> bool:
    """Say whether the heading that comes stands above, not under, the one on top."""
    scheme, rank, _ = ahead[0]
    if scheme in _TOP and not (top.scheme in _TOP and top.rank < rank):
        return True
    if top.scheme == "front":
        return not _restarts(scheme, ahead)
    if top.scheme.startswith("unit") and scheme.startswith("unit"):
        return rank < top.rank
    own, other = sizes.get(scheme, 1.0), sizes.get(top.scheme, 1.0)
    if max(own, other) > min(own, other) * _LARGER:
        return own > other
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
