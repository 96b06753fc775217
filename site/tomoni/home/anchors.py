"""Anchors of headings: made of the block's lasting id, so that they survive every edit."""

LENGTH = 8


def heading_anchor(block_id: str) -> str:
    """Return `s-` and the first digits of the id."""
    return "s-" + block_id.replace("-", "")[:LENGTH]
