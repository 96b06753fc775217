"""Articles and supplements, as a stream field stores them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tomoni.guidelines.drafts.text import RawBlock, raw


@dataclass(frozen=True)
class Item:
    """An item (号) with its mark; `subitems` are pairs of mark and HTML."""

    mark: str
    html: str
    subitems: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class LegalParagraph:
    """A paragraph (項); the first one has no number."""

    html: str
    number: str = ""
    items: Sequence[Item] = ()


def article(
    *, block_id: UUID, number: str, caption: str, paragraphs: Sequence[LegalParagraph]
) -> RawBlock:
    """Return an article (条); the caption comes without its brackets."""
    value = {"number": number, "caption": caption, "paragraphs": _stored(paragraphs)}
    return raw(block_id, "article", value)


def supplement(
    *,
    block_id: UUID,
    title: str = "附　則",
    effective_on: date | None = None,
    lapses_on: date | None = None,
    lapse_condition: str = "",
    paragraphs: Sequence[LegalParagraph] = (),
) -> RawBlock:
    """Return a supplement (附則)."""
    return raw(
        block_id,
        "supplement",
        {
            "title": title,
            "effective_on": effective_on.isoformat() if effective_on else None,
            "lapses_on": lapses_on.isoformat() if lapses_on else None,
            "lapse_condition": lapse_condition,
            "paragraphs": _stored(paragraphs),
        },
    )


def _stored(paragraphs: Sequence[LegalParagraph]) -> list[dict[str, object]]:
    return [
        {
            "number": paragraph.number,
            "text": paragraph.html,
            "items": [
                {
                    "mark": item.mark,
                    "text": item.html,
                    "subitems": [{"mark": mark, "text": html} for mark, html in item.subitems],
                }
                for item in paragraph.items
            ],
        }
        for paragraph in paragraphs
    ]
