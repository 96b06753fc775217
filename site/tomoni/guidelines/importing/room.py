"""What a new heading ends: the headings open above it that it does not stand under."""

from collections.abc import Iterator

from .names import ATTACHED, BACK, name_of
from .nesting import Evidence, stands_above
from .nodes import TOP, UNITS, Node, Scheme
from .pieces import Piece

_DEEPEST = 8
_ENDED = ("unit 条", "supplement")


def make_room_by_style(stack: list[Node], style: int) -> None:
    """Take from the stack what a style of the file does not put above the title that comes."""
    while stack and not 0 < stack[-1].style < style:
        stack.pop()


def make_room_by_contents(stack: list[Node], listed: int) -> None:
    """Take from the stack what the contents do not list above the title that comes."""
    while stack and not 0 < stack[-1].listed < listed:
        stack.pop()


def make_room_for_law(stack: list[Node], before: Piece) -> None:
    """Put an ordinance under the heading right above it, or else beside the chapters."""
    if "heading" not in before.tags:
        _clear(stack)


def _clear(stack: list[Node]) -> None:
    """Empty the stack, save for the part of the document that holds its materials."""
    materials = stack and stack[0].scheme == "known" and name_of(stack[0].title) in BACK
    del stack[1 if materials else 0 :]


def make_room(
    whole: list[Node],
    ahead: list[Scheme],
    evidence: Evidence,
    *,
    listed: int,
) -> None:
    """Take from the stack what the heading that comes does not stand under."""
    scheme, rank, _ = ahead[0]
    if scheme in TOP:
        while whole and whole[-1].style and not (whole[-1].scheme in TOP and whole[-1].rank < rank):
            whole.pop()
    if listed > 0 and any(node.told and node.listed >= listed for node in whole):
        make_room_by_contents(whole, listed)
    # What a style or the contents have put in its place stays above all that only looks so.
    fixed = max((at + 1 for at, node in enumerate(whole) if _is_fixed(node)), default=0)
    stack = whole[fixed:]
    _make_room_by_shape(stack, ahead, evidence)
    whole[fixed:] = stack


def _is_fixed(node: Node) -> bool:
    return bool(node.style) or (node.told and node.listed > 0)


def _make_room_by_shape(stack: list[Node], ahead: list[Scheme], evidence: Evidence) -> None:
    scheme = ahead[0][0]
    if scheme in ("front", "known"):
        stack.clear()
    if scheme == "supplement":
        # 「資料１　様式」 without a text of its own holds the forms that follow.
        if not (stack and _is_material(stack[-1].scheme) and not stack[-1].body):
            _end_articles(stack)
        return
    # A title right above the first of the materials, without a text, is theirs.
    if stack and stack[-1].body and _is_material(scheme) and _ends(stack[0], ahead):
        _clear(stack)
    if _appends(scheme) and any(_appends(node.scheme) for node in stack):
        # Forms and materials stand side by side, each with numbers of its own.
        while not _appends(stack[-1].scheme):
            stack.pop()
        stack.pop()
    if any(node.scheme == scheme for node in stack):
        while stack[-1].scheme != scheme:
            stack.pop()
        stack.pop()
    while stack and (
        stands_above(ahead, stack[-1], [node.scheme for node in stack[:-1]], evidence)
        or len(stack) >= _DEEPEST
    ):
        stack.pop()


def _appends(scheme: str) -> bool:
    return scheme == "supplement" or scheme.removeprefix("word ") in ATTACHED | BACK


def _is_material(scheme: str) -> bool:
    return scheme.startswith("word ") and scheme.removeprefix("word ") in BACK


def _ends(top: Node, ahead: list[Scheme]) -> bool:
    """Say whether a chapter is the last of its kind, so that materials may come after it."""
    later = [one for one in ahead[1:] if one[0] == top.scheme]
    first = ahead[0][2] == 1 and top.scheme not in ("known", "law")
    return first and not any(order != 1 for *_, order in later)


def _end_articles(stack: list[Node]) -> None:
    """Take from the stack what a supplement ends: its articles, and the chapters that hold them."""
    schemes = [node.scheme for node in stack]
    ends = max((at for at, scheme in enumerate(schemes) if scheme in _ENDED), default=None)
    if ends is None:
        _clear(stack)
        return
    del stack[ends:]
    while stack and stack[-1].scheme.startswith(UNITS) and _holds_articles(stack[-1]):
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
