"""A document on its way to becoming pages: what an importer or a builder hands to the services."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

RawBlock = Mapping[str, object]


@dataclass(frozen=True)
class ChapterDraft:
    """A chapter: its blocks as a stream field stores them, each with its lasting id."""

    number: str
    title: str
    slug: str
    body: Sequence[RawBlock]
    summary: str = ""
    anchor: str = ""


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


def heading(*, block_id: UUID, number: str, text: str, level: int) -> RawBlock:
    """Return a heading block; `level` is 2, 3 or 4."""
    return raw(block_id, "heading", {"number": number, "text": text, "level": str(level)})


def paragraph(*, block_id: UUID, html: str) -> RawBlock:
    return raw(block_id, "paragraph", html)


def marked_list(*, block_id: UUID, items: Sequence[tuple[str, str]]) -> RawBlock:
    """Return a list block from pairs of mark and HTML."""
    return raw(block_id, "list", {"items": [{"mark": mark, "text": text} for mark, text in items]})


def note(*, block_id: UUID, mark: str, html: str) -> RawBlock:
    return raw(block_id, "note", {"mark": mark, "text": html})


def table(
    *,
    block_id: UUID,
    caption: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    first_column_is_header: bool = True,
) -> RawBlock:
    return raw(
        block_id,
        "table",
        {
            "caption": caption,
            "header": list(header),
            "first_column_is_header": first_column_is_header,
            "rows": [list(row) for row in rows],
        },
    )


def set_aside(*, block_id: UUID, text: str, reason: str) -> RawBlock:
    return raw(block_id, "set_aside", {"text": text, "reason": reason})


def raw(block_id: UUID, kind: str, value: object) -> RawBlock:
    return {"type": kind, "value": value, "id": str(block_id)}
