"""Questions of the guidelines room to the database, and to bodies."""

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
from tomoni.guidelines.selectors.gone import Gone, gone_chapter, gone_section
from tomoni.guidelines.selectors.margins import Former, Margins, PresentEdition, margins_of
from tomoni.guidelines.selectors.relations import Relations, relations_of, successor_of

__all__ = [
    "TOP_LEVEL",
    "ChapterEntry",
    "Contents",
    "EditionStep",
    "Entry",
    "Former",
    "Gone",
    "Margins",
    "PresentEdition",
    "Relations",
    "address",
    "changes_of",
    "comparison_of",
    "contents_of",
    "edition_at",
    "editions_of",
    "for_readers",
    "gone_chapter",
    "gone_section",
    "margins_of",
    "reasons_between",
    "relations_of",
    "shown_text",
    "steps_of",
    "successor_of",
]
