"""Anchors: made of a block's lasting id, so that they survive every edit and translation."""

LENGTH = 8


def anchor(kind: str, block_id: str) -> str:
    """Return the kind's letter, a dash, and the first eight digits of the block's id."""
    return f"{kind}-{block_id.replace('-', '')[:LENGTH].lower()}"


def heading_anchor(block_id: str) -> str:
    """Return the anchor of a heading block."""
    return anchor("s", block_id)
