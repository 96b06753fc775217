"""A document on its way to becoming pages: what an importer or a builder hands to the services."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tomoni.guidelines.drafts.text import RawBlock


@dataclass(frozen=True)
class ChapterDraft:
    """A chapter: its blocks as a stream field stores them, each with its lasting id."""

    number: str
    title: str
    slug: str
    body: Sequence[RawBlock]
    summary: str = ""
    anchor: str = ""
    # The key that all translations of the page share; without one, it begins a new family.
    translation_key: UUID | None = None


@dataclass(frozen=True)
class Paper:
    """What a document says of itself beside its text; the names are those of `GuidelinePage`."""

    kind: str = "guideline"
    municipality: str = ""
    audience: str = "residents"
    state: str = "in_force"
    in_force_on: date | None = None
    ended_on: date | None = None
    issued_by: str = ""
    comment_from: date | None = None
    comment_until: date | None = None
    foreword_office: str = ""
    foreword_name: str = ""
    summary_of_id: int | None = None
    part_of_id: int | None = None
    review_due: date | None = None


@dataclass(frozen=True)
class GuidelineDraft:
    """A whole document."""

    title: str
    slug: str
    body: Sequence[RawBlock]
    chapters: Sequence[ChapterDraft]
    summary: str = ""
    edition: str = ""
    adopted_on: date | None = None
    paper: Paper = Paper()
    translation_key: UUID | None = None
