"""What writes to the guidelines room."""

from tomoni.guidelines.services.closing import is_closed, silence_chapter
from tomoni.guidelines.services.documents import (
    GuidelineExistsError,
    add_chapter,
    create_guideline,
    free_slug,
)
from tomoni.guidelines.services.doors import keep_door
from tomoni.guidelines.services.editions import (
    is_carrying,
    record_publication,
    record_withdrawal,
    set_reason,
    set_reasons,
)
from tomoni.guidelines.services.headings import (
    follow_move,
    follow_new_slug,
    index_headings,
    remember_chapter,
)
from tomoni.guidelines.services.import_drafts import (
    Papers,
    Renewed,
    make_drafts,
    parts_of,
    renew_document,
    suggest_matching,
)
from tomoni.guidelines.services.imports import (
    delete_upload,
    keep_upload,
    read_upload,
    read_waiting,
    replace_file,
    try_again,
)
from tomoni.guidelines.services.outlines import (
    OutlineChangedError,
    change_outline,
    redo,
    undo,
)
from tomoni.guidelines.services.terms import index_terms, move_terms

__all__ = [
    "GuidelineExistsError",
    "OutlineChangedError",
    "Papers",
    "Renewed",
    "add_chapter",
    "change_outline",
    "create_guideline",
    "delete_upload",
    "follow_move",
    "follow_new_slug",
    "free_slug",
    "index_headings",
    "index_terms",
    "is_carrying",
    "is_closed",
    "keep_door",
    "keep_upload",
    "make_drafts",
    "move_terms",
    "parts_of",
    "read_upload",
    "read_waiting",
    "record_publication",
    "record_withdrawal",
    "redo",
    "remember_chapter",
    "renew_document",
    "replace_file",
    "set_reason",
    "set_reasons",
    "silence_chapter",
    "suggest_matching",
    "try_again",
    "undo",
]
