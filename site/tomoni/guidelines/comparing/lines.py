"""Read each kind of block as lines of plain text, in the order in which readers meet them."""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tomoni.design.dates import local_date

# Any below: what a stream field stores.
Value = Any
LIST_ITEM = re.compile(r"<li\b", re.IGNORECASE)
BREAK = re.compile(r"<br\s*/?>|</(?:p|li|h[1-6]|ul|ol|blockquote|div|tr)>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Line:
    """A line of a block; `id` is its own lasting id, where it has one."""

    role: str
    cells: tuple[str, ...]
    indent: int = 0
    id: str = ""

    @property
    def text(self) -> str:
        return "\t".join(self.cells)


def plain(source: Value) -> list[str]:
    """Return rich text as lines without tags; empty ones are left out."""
    text = BREAK.sub("\n", str(source or ""))
    lines = (html.unescape(TAG.sub("", line)).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def one(source: Value) -> str:
    """Return rich or plain text as one line."""
    return " ".join(plain(source))


def items_of(values: Value) -> Iterator[tuple[str, Value]]:
    """Yield the id and value of each item of a stored list; plain lists have no ids."""
    for item in values or ():
        if isinstance(item, Mapping) and item.get("type") == "item" and "value" in item:
            yield str(item.get("id") or ""), item["value"]
        else:
            yield "", item


def day(stored: Value, language: str) -> str:
    """Return a stored date as readers see it."""
    try:
        return local_date(date.fromisoformat(str(stored)), language)
    except ValueError:
        return str(stored or "")


def _texts(role: str, *sources: Value) -> Iterator[Line]:
    for source in sources:
        for text in plain(source):
            yield Line(role, (text,))


def _heading(value: Value, _language: str) -> Iterator[Line]:
    yield Line("heading", (str(value.get("number") or ""), str(value.get("text") or "")))


def _paragraph(value: Value, _language: str) -> Iterator[Line]:
    source = str(value or "")
    for line in BREAK.sub("\n", source).split("\n"):
        text = html.unescape(TAG.sub("", line)).strip()
        if text:
            yield Line("item" if LIST_ITEM.search(line) else "text", (text,))


def _list(value: Value, _language: str) -> Iterator[Line]:
    for item_id, item in items_of(value.get("items")):
        yield Line("item", (str(item.get("mark") or ""), one(item.get("text"))), id=item_id)


def _note(value: Value, _language: str) -> Iterator[Line]:
    yield Line("item", (str(value.get("mark") or ""), one(value.get("text"))))


def _table(value: Value, _language: str) -> Iterator[Line]:
    yield from _texts("caption", value.get("caption"))
    for header in (value.get("header"), *(row for _id, row in items_of(value.get("more_headers")))):
        cells = tuple(str(cell or "") for _id, cell in items_of(header))
        if any(cells):
            yield Line("header", cells)
    for row_id, row in items_of(value.get("rows")):
        yield Line("row", tuple(str(cell or "") for _id, cell in items_of(row)), id=row_id)
    yield from _texts("source", value.get("note"))


def _figure(value: Value, _language: str) -> Iterator[Line]:
    title = " ".join(str(value.get(name) or "") for name in ("number", "title")).strip()
    if title:
        yield Line("caption", (title,))
    if value.get("image") or value.get("picture"):
        yield Line("picture", (f"#{value.get('image') or value.get('picture')}",))
    yield from _texts("text", value.get("description"), value.get("alt"), value.get("caption"))
    yield from _texts("source", value.get("source"))


def _history(value: Value, language: str) -> Iterator[Line]:
    yield from _texts("caption", value.get("title"))
    for row_id, row in items_of(value.get("rows")):
        when = row.get("date_text") or day(row.get("date"), language)
        yield Line("row", (when, str(row.get("kind") or ""), one(row.get("content"))), id=row_id)


def _provisions(paragraphs: Value) -> Iterator[Line]:
    """Yield 項, 号 and what stands below them."""
    for paragraph_id, paragraph in items_of(paragraphs):
        number = str(paragraph.get("number") or "")
        yield Line("item", (number, one(paragraph.get("text"))), id=paragraph_id)
        for item_id, item in items_of(paragraph.get("items")):
            mark = str(item.get("mark") or "")
            yield Line("item", (mark, one(item.get("text"))), indent=1, id=item_id)
            for sub_id, sub in items_of(item.get("subitems")):
                mark = str(sub.get("mark") or "")
                yield Line("item", (mark, one(sub.get("text"))), indent=2, id=sub_id)


def _article(value: Value, _language: str) -> Iterator[Line]:
    yield from _provisions(value.get("paragraphs"))


def _supplement(value: Value, language: str) -> Iterator[Line]:
    for name in ("effective_on", "lapses_on"):
        if value.get(name):
            yield Line("text", (day(value[name], language),))
    yield from _texts("text", value.get("lapse_condition"))
    yield from _provisions(value.get("paragraphs"))


def _roster(value: Value, _language: str) -> Iterator[Line]:
    yield from _texts("caption", value.get("title"))
    for member_id, member in items_of(value.get("members")):
        names = ("category", "name", "affiliation", "note")
        yield Line("row", tuple(str(member.get(name) or "") for name in names), id=member_id)


def _survey(value: Value, language: str) -> Iterator[Line]:
    yield from _texts("caption", value.get("question"))
    figure = f"{value.get('value') or ''}{value.get('unit') or ''}"
    number = f"n={value['n']}" if value.get("n") else ""
    asked = value.get("asked_text") or day(value.get("asked_on"), language)
    if any((figure, number, asked)):
        yield Line("row", (figure, number, asked))
    for row_id, row in items_of(value.get("series")):
        yield Line("row", (str(row.get("label") or ""), _number(row.get("value"))), id=row_id)
    yield from _texts("text", value.get("summary"))
    yield from _texts("source", value.get("source"))


def _number(value: Value) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value or "")


def _terms(value: Value, _language: str) -> Iterator[Line]:
    yield from _texts("caption", value.get("title"))
    for term_id, term in items_of(value.get("terms")):
        reading = f"（{term['reading']}）" if term.get("reading") else ""
        forms = "、".join(str(form) for _id, form in items_of(term.get("forms")))
        word = f"{term.get('word') or ''}{reading}"
        cells = (word, one(term.get("definition")), *((forms,) if forms else ()))
        yield Line("row", cells, id=term_id)


def _records(value: Value, names: Sequence[str], list_name: str) -> Iterator[Line]:
    yield from _texts("caption", value.get("title"))
    for record_id, record in items_of(value.get(list_name)):
        cells = (one(record.get(name)) for name in names)
        yield Line("row", tuple(cell for cell in cells if cell), id=record_id)


def _domains(value: Value, _language: str) -> Iterator[Line]:
    names = ("letter", "name", "description", "rule", "result_owner")
    yield from _records(value, names, "domains")


def _forms(value: Value, _language: str) -> Iterator[Line]:
    yield from _records(value, ("name", "idea", "effect", "caution", "examples"), "forms")


def _principles(value: Value, _language: str) -> Iterator[Line]:
    yield from _records(value, ("name", "text"), "principles")


def _contact(value: Value, _language: str) -> Iterator[Line]:
    yield from _texts("text", value.get("note"))


READERS: Mapping[str, Callable[[Value, str], Iterator[Line]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list": _list,
    "note": _note,
    "table": _table,
    "figure": _figure,
    "picture": _figure,
    "history": _history,
    "article": _article,
    "supplement": _supplement,
    "roster": _roster,
    "survey": _survey,
    "terms": _terms,
    "contact": _contact,
    "domains": _domains,
    "forms": _forms,
    "principles": _principles,
}
