"""Figures, histories, rosters, contacts, surveys and terms, as a stream field stores them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID, uuid5

from tomoni.guidelines.drafts.text import RawBlock, raw


@dataclass(frozen=True)
class Happening:
    """An entry of a history, with its day or with words for it."""

    content: str
    kind: str = ""
    day: date | None = None
    date_text: str = ""


@dataclass(frozen=True)
class Member:
    """Somebody on a roster."""

    name: str
    category: str = ""
    affiliation: str = ""
    note: str = ""


@dataclass(frozen=True)
class Term:
    """A word and what the document means by it, as HTML."""

    word: str
    definition: str
    reading: str = ""
    forms: Sequence[str] = ()


def figure(
    *,
    block_id: UUID,
    title: str,
    description: str,
    number: str = "",
    image: int | None = None,
    source: str = "",
    to_be_redrawn: bool = False,
) -> RawBlock:
    """Return a figure; `description` is HTML, `image` the key of a picture."""
    return raw(
        block_id,
        "figure",
        {
            "number": number,
            "title": title,
            "image": image,
            "description": description,
            "source": source,
            "to_be_redrawn": to_be_redrawn,
        },
    )


def history(*, block_id: UUID, title: str, rows: Sequence[Happening]) -> RawBlock:
    stored = [
        {
            "date": _day(row.day),
            "date_text": row.date_text,
            "kind": row.kind,
            "content": row.content,
        }
        for row in rows
    ]
    return raw(block_id, "history", {"title": title, "rows": stored})


def roster(
    *,
    block_id: UUID,
    title: str,
    members: Sequence[Member],
    retention_until: date | None,
    consented: bool,
) -> RawBlock:
    """Return a roster; without consent, or after the day, readers see no names."""
    value = {
        "title": title,
        "members": [asdict(member) for member in members],
        "retention_until": _day(retention_until),
        "consented": consented,
    }
    return raw(block_id, "roster", value)


def contact(*, block_id: UUID, section_id: int | None = None, note: str = "") -> RawBlock:
    """Return a contact; without a section that of the page's own one."""
    return raw(block_id, "contact", {"section": section_id, "note": note})


def survey(
    *,
    block_id: UUID,
    question: str,
    value: str,
    unit: str = "%",
    n: int | None = None,
    asked_on: date | None = None,
    asked_text: str = "",
    source: str = "",
    summary: str = "",
    series: Sequence[tuple[str, float]] = (),
) -> RawBlock:
    """Return a survey's result; `series` are the names and values of its chart."""
    return raw(
        block_id,
        "survey",
        {
            "question": question,
            "value": value,
            "unit": unit,
            "n": n,
            "asked_on": _day(asked_on),
            "asked_text": asked_text,
            "source": source,
            "summary": summary,
            "series": [{"label": label, "value": number} for label, number in series],
        },
    )


def terms(*, block_id: UUID, terms: Sequence[Term], title: str = "") -> RawBlock:
    """Return terms; the id of each is made of the block's and the word, so that it lasts."""
    items = [
        {
            "type": "item",
            "id": str(uuid5(block_id, term.word)),
            "value": {**asdict(term), "forms": list(term.forms)},
        }
        for term in terms
    ]
    return raw(block_id, "terms", {"title": title, "terms": items})


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
