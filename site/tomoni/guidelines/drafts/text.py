"""Blocks of running text and tables, as a stream field stores them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

RawBlock = Mapping[str, object]


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
    more_headers: Sequence[Sequence[str]] = (),
    note: str = "",
) -> RawBlock:
    """Return a table; a cell "←" is merged with the one at its left, "↑" with the one above."""
    value: dict[str, object] = {
        "caption": caption,
        "header": list(header),
        "first_column_is_header": first_column_is_header,
        "rows": [list(row) for row in rows],
    }
    if more_headers:
        value["more_headers"] = [list(row) for row in more_headers]
    if note:
        value["note"] = note
    return raw(block_id, "table", value)


def set_aside(*, block_id: UUID, text: str, reason: str) -> RawBlock:
    return raw(block_id, "set_aside", {"text": text, "reason": reason})


def raw(block_id: UUID, kind: str, value: object) -> RawBlock:
    """Return a block as a stream field stores it."""
    return {"type": kind, "value": value, "id": str(block_id)}
