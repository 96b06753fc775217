"""Pairs of editions written as plain text, and a comparison told as plain text again.

A page is `# id number|title`, a heading `## id number|title` (or ###, ####), a text `p id words`,
a note `note id mark|words`. A list is `list id` with lines `- [id=]mark|words` below it, a table
`table id caption` with lines `| cell | cell` (the first is its header), any other block
`json {…}` as it is stored. An id of `-` is none.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tomoni.guidelines.comparing import BlockPair, Comparison, Passage, Place
from tomoni.guidelines.comparing.result import Mark, Row, Spans, State
from tomoni.guidelines.texts import EditionText, PageText

FOLDER = Path(__file__).parent / "comparisons"
BRACKETS = {Mark.SAME: "{}", Mark.CHANGED: "[{}]", Mark.NOTATION: "<{}>"}


@dataclass(frozen=True)
class Case:
    """Two texts and what their comparison is to say."""

    name: str
    language: str
    old: EditionText
    new: EditionText
    expected: str


def cases() -> list[Case]:
    return [read_case(path) for path in sorted(FOLDER.glob("*.txt"))]


def read_case(path: Path) -> Case:
    head, old, new, expected = path.read_text().split("\n=== ")
    _told, *rest = head.splitlines()
    language = rest[0].removeprefix("language ") if rest else "ja"
    return Case(
        name=path.stem,
        language=language,
        old=text_in(old.removeprefix("old")),
        new=text_in(new.removeprefix("new")),
        expected=expected.removeprefix("expected").strip(),
    )


def text_in(source: str) -> EditionText:
    """Return the edition that is written in the lines."""
    pages: list[PageText] = []
    for number, lines in enumerate(_pages(source.splitlines())):
        key, title = _key(lines[0].removeprefix("# "))
        mark, _bar, words = title.rpartition("|")
        pages.append(
            PageText(
                page=1000 + number if key else 2000 + number,
                slug=key if number else "",
                number=mark,
                title=words,
                anchor=key,
                body=tuple(_blocks(lines[1:])),
            )
        )
    return EditionText(title=pages[0].title if pages else "", pages=tuple(pages))


def _pages(lines: list[str]) -> Iterator[list[str]]:
    page: list[str] = []
    for line in lines:
        if line.startswith("# ") and page:
            yield page
            page = []
        if line.strip():
            page.append(line)
    if page:
        yield page


def _key(rest: str) -> tuple[str, str]:
    key, _space, words = rest.partition(" ")
    return ("" if key == "-" else key), words


def _blocks(lines: list[str]) -> Iterator[dict[str, Any]]:
    held: dict[str, Any] | None = None
    for line in lines:
        sign, rest = line.split(" ", 1)
        if sign == "-":
            key, _is, words = rest.rpartition("=")
            mark, _bar, text = words.rpartition("|")
            item = {"mark": mark, "text": f"<p>{text}</p>"}
            held["value"]["items"].append({"type": "item", "id": key, "value": item})
            continue
        if sign == "|":
            cells = [cell.strip() for cell in rest.split("|")]
            if held["value"]["header"] is None:
                held["value"]["header"] = cells
            else:
                held["value"]["rows"].append(cells)
            continue
        if held:
            yield held
        held = _block(sign, rest)
    if held:
        yield held


def _block(sign: str, rest: str) -> dict[str, Any]:
    if sign == "json":
        return json.loads(rest)
    key, words = _key(rest)
    first, _bar, second = words.rpartition("|")
    kinds: dict[str, tuple[str, Any]] = {
        "p": ("paragraph", "".join(f"<p>{part}</p>" for part in words.split("¶"))),
        "note": ("note", {"mark": first, "text": f"<p>{second}</p>"}),
        "list": ("list", {"items": []}),
        "table": (
            "table",
            {"caption": words, "header": None, "rows": [], "first_column_is_header": True},
        ),
    }
    if sign in kinds:
        kind, value = kinds[sign]
    else:
        kind, value = "heading", {"number": first, "text": second, "level": str(len(sign))}
    return {"type": kind, "value": value, "id": key}


def told(comparison: Comparison) -> str:
    """Return all that a comparison says, unchanged parts only as a number."""
    lines: list[str] = []
    for passage in comparison.passages:
        if passage.is_changed:
            lines += _told_passage(passage)
    same = sum(not passage.is_changed for passage in comparison.passages)
    return "\n".join([*lines, f"same {same}"])


def _told_passage(passage: Passage) -> Iterator[str]:
    olds, news = (_places(places) for places in (passage.olds, passage.news))
    where = olds if olds == news else f"{olds or '∅'} → {news or '∅'}"
    yield f"{passage.state}{' moved' if passage.moved else ''}: {where}"
    for block in passage.blocks:
        if block.moved or block.state is not State.SAME:
            yield from _told_block(block)


def _places(places: tuple[Place, ...]) -> str:
    return " ＋ ".join(f"{place.page}・{place.full_title}" for place in places)


def _told_block(block: BlockPair) -> Iterator[str]:
    yield f"  {block.kind} {block.state}{' moved' if block.moved else ''}"
    for row in block.rows:
        if row.moved or row.state is not State.SAME:
            yield from _told_row(row)


def _told_row(row: Row) -> Iterator[str]:
    moved = "~" if row.moved else ""
    if row.old is not None:
        yield f"    {moved}- {_cells(row.old)}"
    if row.new is not None:
        yield f"    {moved}+ {_cells(row.new)}"


def _cells(cells: tuple[Spans, ...]) -> str:
    return " | ".join(
        "".join(BRACKETS[span.mark].format(span.text) for span in spans) for spans in cells
    ).strip()
