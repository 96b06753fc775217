"""Anchors inside a guideline: headings as on every page, and both ends of a note."""

from typing import Any

from tomoni.home.anchors import anchor, heading_anchor

__all__ = ["block_id_of", "heading_anchor", "mark_anchor", "note_anchor"]


def note_anchor(block_id: str) -> str:
    """Return the anchor of a note block."""
    return anchor("n", block_id)


def mark_anchor(block_id: str) -> str:
    """Return the anchor of the place in the text that a note belongs to."""
    return anchor("r", block_id)


def block_id_of(child: Any) -> str:  # a Wagtail bound stream block, which has no type of its own
    """Return the id of a stream block; one that was never saved has none and gets none."""
    return str(child.id or "")
