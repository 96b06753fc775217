"""Titles with marks that do not count, ○ ● ■ 【 】, and what stands under a title of any kind."""

from collections import Counter, defaultdict
from itertools import pairwise

from .lines import Profile
from .pieces import Piece

TITLE = 48  # signs that a title has at most
_MOSTLY = 0.7
_FELLOWS = 2
_MANY = 4  # titles with a mark to each one that is in doubt, which leave none
_REPEATED = 3  # the same words in brackets this often are a label


def judge(pieces: list[Piece], profile: Profile) -> None:
    """Judge ○ ● ■ 【 】: groups without counting, parted by counted headings."""
    _label(pieces)
    groups: dict[str, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        if "label" in piece.tags:
            continue
        if "heading" in piece.tags:
            for group in groups.values():
                _judge_group(group, at, pieces, profile)
            groups.clear()
        elif piece.mark and not piece.mark.counts and piece.stands_out:
            piece.tags.add("heading")
        elif piece.mark and not piece.mark.counts:
            if piece.states or len(piece.text) > TITLE:
                piece.tags.add("list")
            else:
                groups[piece.mark.scheme].append(at)
    for group in groups.values():
        _judge_group(group, len(pieces), pieces, profile)


def judge_alike(pieces: list[Piece]) -> None:
    """Take a marked title right above another heading for what its fellows with text are."""
    marked = [(one.mark.scheme, one) for one in pieces if one.mark and not one.mark.counts]
    # Where the file's styles or print tell its headings, a mark alone tells nothing more.
    known = Counter(
        scheme
        for scheme, one in marked
        if "heading" in one.tags and "styled" not in one.tags and not one.stands_out
    )
    lists = {scheme for scheme, one in marked if "list" in one.tags}
    open_ = Counter(scheme for scheme, one in marked if one.tags.isdisjoint({"heading", "label"}))
    for piece, after in pairwise(pieces):
        mark = piece.mark
        bare = mark and not mark.counts and piece.tags.isdisjoint({"heading", "list", "label"})
        sure = bare and mark and known[mark.scheme] >= _FELLOWS and mark.scheme not in lists
        alike = mark and known[mark.scheme] >= _MANY * open_[mark.scheme]
        asks = mark and mark.scheme.startswith("bracket") and "asked" in after.tags
        told = bare and (piece.first.listed or asks)
        if told or (sure and (alike or after.tags & {"heading", "list"})):
            piece.tags.add("heading")


def _label(pieces: list[Piece]) -> None:
    """Tag what says the same above one list after another: 【ポイント】 is a label, no title."""
    above: dict[str, list[tuple[Piece, Piece]]] = defaultdict(list)
    for piece, after in pairwise(pieces):
        if piece.mark and piece.mark.scheme.startswith("bracket"):
            above[piece.text].append((piece, after))
    for pairs in above.values():
        lists = sum(after.kind == "bullet" or "list" in after.tags for _, after in pairs)
        if len(pairs) >= _REPEATED and lists > len(pairs) * _MOSTLY:
            tag([piece for piece, _ in pairs if not piece.stands_out], "label")


def _judge_group(group: list[int], end: int, pieces: list[Piece], profile: Profile) -> None:
    bodies = [
        body(pieces, at, after, profile) for at, after in zip(group, [*group[1:], end], strict=True)
    ]
    chunk: list[int] = []
    for at, found in zip(group, bodies, strict=True):
        chunk.append(at)
        if found == "none":
            continue
        # Several items without a text between them are a list; the text after belongs to all.
        if len(chunk) > 1:
            tag([pieces[one] for one in chunk], "list")
        elif found == "prose":
            pieces[at].tags.add("heading")
        chunk = []
    if len(chunk) > 1:
        tag([pieces[one] for one in chunk], "list")


def body(pieces: list[Piece], at: int, end: int, profile: Profile) -> str:
    """Say what follows an item before the next one: prose, stray words, or nothing."""
    if at + 1 >= min(end, len(pieces)):
        return "none"
    for after in pieces[at + 1 : min(end, at + 6)]:
        if (
            after.kind in ("bullet", "note", "table")
            or after.ends_sentence
            or "heading" in after.tags
        ):
            return "prose"
        if after.mark and after.mark.rank != (pieces[at].mark or after.mark).rank:
            return "prose"
        if after.width > profile.width * 0.8 and len(after.lines) > 1:
            return "prose"
    return "stray"


def tag(items: list[Piece], name: str) -> None:
    """Tag several pieces."""
    for item in items:
        item.tags.add(name)
