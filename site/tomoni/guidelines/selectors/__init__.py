"""Questions of the guidelines room to the database."""

from tomoni.guidelines.selectors.comparisons import comparison_of
from tomoni.guidelines.selectors.contents import (
    TOP_LEVEL,
    ChapterEntry,
    Contents,
    Entry,
    address,
    contents_of,
)
from tomoni.guidelines.selectors.editions import (
    EditionStep,
    changes_of,
    edition_at,
    editions_of,
    for_readers,
    reasons_between,
    shown_text,
    steps_of,
)

__all__ = [
    "TOP_LEVEL",
    "ChapterEntry",
    "Contents",
    "EditionStep",
    "Entry",
    "address",
    "changes_of",
    "comparison_of",
    "contents_of",
    "edition_at",
    "editions_of",
    "for_readers",
    "reasons_between",
    "shown_text",
    "steps_of",
]
