"""Anchors: addresses inside a page that outlive every edit, because they come from block ids."""

from typing import Any


def heading_anchor(block_id: str) -> str:
    """Return the anchor of a heading block: "s-" and the first eight digits of its id."""
    return f"s-{block_id.replace('-', '')[:8].lower()}"


def note_anchor(block_id: str) -> str:
    """Return the anchor of a note block."""
    return f"n-{block_id.replace('-', '')[:8].lower()}"


def mark_anchor(block_id: str) -> str:
    """Return the anchor of the place in the text that a note belongs to."""
    return f"r-{block_id.replace('-', '')[:8].lower()}"


def block_id_of(child: Any) -> str:  # a Wagtail bound stream block, which has no type of its own
    """Return the id of a stream block; one that was never saved has none and gets none."""
    return str(child.id or "")
