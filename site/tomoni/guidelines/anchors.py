"""Anchors inside a guideline: headings and articles, terms, and both ends of a note."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from tomoni.home.anchors import anchor, heading_anchor

__all__ = ["block_id_of", "heading_anchor", "mark_anchor", "note_anchor", "term_anchor"]

# Blocks that links can lead to, as the contents and references do; their anchors begin with "s-".
ANCHORED = ("heading", "article", "supplement")


def note_anchor(block_id: str) -> str:
    """Return the anchor of a note block."""
    return anchor("n", block_id)


def mark_anchor(block_id: str) -> str:
    """Return the anchor of the place in the text that a note belongs to."""
    return anchor("r", block_id)


def term_anchor(item_id: str) -> str:
    """Return the anchor of a term from the id of its item in the list of terms."""
    return anchor("t", item_id)


def block_id_of(child: Any) -> str:  # a Wagtail bound stream block, which has no type of its own
    """Return the id of a stream block; one that was never saved has none and gets none."""
    return str(child.id or "")


def give_own_ids(body: Any) -> None:  # Any: a Wagtail stream value, which has no type of its own
    """Give a block whose id another one before it has an id of its own: links lead to the first."""
    taken: set[str] = set()
    for child in body:
        if child.id and anchor("", str(child.id)) in taken:
            child.id = str(uuid4())
        taken.add(anchor("", block_id_of(child)))


def chapter_anchor(page: Any) -> str:  # Any: a chapter; its model imports this
    """Return the anchor of a chapter as a whole: the one it was given, else one that lasts."""
    return page.anchor or heading_anchor(str(page.translation_key))


def headline(kind: str, value: Mapping[str, Any]) -> tuple[int, str, str]:
    """Return level, number and title of an anchored block, from its value or as it is stored."""
    if kind == "article":
        return 3, value.get("number") or "", value.get("caption") or ""
    if kind == "supplement":
        return 2, "", value.get("title") or ""
    return int(value.get("level") or 2), value.get("number") or "", value.get("text") or ""
