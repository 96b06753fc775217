"""The tree of sections: each heading under the one it belongs to in the document's own order."""

import re

from .nesting import learn
from .nodes import Node, Scheme, scheme_of, told
from .pieces import Piece
from .room import make_room, make_room_by_contents, make_room_by_style, make_room_for_law

_OWN_CAPTION = re.compile(r"([（(][^（）()]{1,40}[)）])[\s\u3000]*")
_AHEAD = 200  # headings looked at to learn how two schemes nest


def build(pieces: list[Piece]) -> tuple[list[Piece], list[Node]]:
    """Return the pieces before the first heading and the trees of headings."""
    headings = [
        (at, *scheme_of(piece)) for at, piece in enumerate(pieces) if "heading" in piece.tags
    ]
    schemes_of: list[Scheme] = [heading[1:] for heading in headings]
    order = {at: place for place, (at, *_) in enumerate(headings)}
    evidence = learn([pieces[heading[0]] for heading in headings], schemes_of)
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
            make_room_by_style(stack, piece.first.style)
        elif "law" in piece.tags and piece.first.listed <= 0:
            make_room_for_law(stack, pieces[at - 1])
        elif told(piece):
            make_room_by_contents(stack, max(1, piece.first.listed))
        else:
            make_room(stack, schemes, evidence, listed=piece.first.listed)
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
    first = piece.first
    return Node(
        piece, number, title, *scheme[:2], style=first.style, listed=first.listed, body=body
    )
