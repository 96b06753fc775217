"""What both databases' stores share: which texts hold what was asked for lately, kept in memory."""

from tomoni.search.stores.embedded.store import EmbeddedTexts

__all__ = ["EmbeddedTexts"]
