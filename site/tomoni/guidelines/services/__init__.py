"""What writes to the guidelines room."""

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
)
from tomoni.guidelines.services.headings import (
    follow_move,
    follow_new_slug,
    index_headings,
    remember_chapter,
)

__all__ = [
    "GuidelineExistsError",
    "add_chapter",
    "create_guideline",
    "follow_move",
    "follow_new_slug",
    "free_slug",
    "index_headings",
    "is_carrying",
    "keep_door",
    "record_publication",
    "record_withdrawal",
    "remember_chapter",
    "set_reason",
]
