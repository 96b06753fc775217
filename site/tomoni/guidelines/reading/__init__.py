"""Turn a document's blocks into what residents read: notes, references, terms, contents."""

from tomoni.guidelines.reading.bodies import read_body
from tomoni.guidelines.reading.pages import (
    Placeholder,
    Reading,
    WholeChapter,
    WholeReading,
    read_chapter,
    read_document,
    read_whole,
)
from tomoni.guidelines.reading.parts import MenuItem, Note, Part, menu_of
from tomoni.guidelines.reading.resolving import CONTACT_ANCHOR

__all__ = [
    "CONTACT_ANCHOR",
    "MenuItem",
    "Note",
    "Part",
    "Placeholder",
    "Reading",
    "WholeChapter",
    "WholeReading",
    "menu_of",
    "read_body",
    "read_chapter",
    "read_document",
    "read_whole",
]
