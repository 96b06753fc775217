"""Questions of the guidelines room to the database."""

from tomoni.guidelines.selectors.contents import (
    TOP_LEVEL,
    ChapterEntry,
    Contents,
    Entry,
    address,
    contents_of,
)

__all__ = ["TOP_LEVEL", "ChapterEntry", "Contents", "Entry", "address", "contents_of"]
