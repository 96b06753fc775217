"""The demo texts' blocks, and the plain text they are written in.

A text file is a head of `name: value` lines, a blank line, then the body. In the body one line is
one thing and blank lines only give air:

    ## days | １ | 収集日        heading: level, stable key, number (may be empty), text
    よく乾かしてください。        paragraph; <b>, <a href> and <br> are allowed
    - 新聞                       list item; the marks - 1. ① ⑴ give the list its style
    ※ 祝日も集めます。           note, with its mark in front: ※, ＊1, 注1 or ¹
    |= 収集日 | 1 | 1            table: caption, header rows, header columns …
    | 種類 | 曜日                … its rows; ← and ↑ join a cell to the one beside or above it …
    |: 祝日を含みます。           … and what stands below it
    :: survey wish | …           a block that only one room knows: see `specials.py`

Links inside the town name their target: `#key:KEY` a heading of the same document, `#page:KEY` a
page, `#section:KEY` a section. Builders turn them into addresses with `resolve`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from uuid import UUID, uuid5

from tomoni.home.demo.content.specials import Special, TextError, cells, read_special

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

ListStyle = Literal["bullet", "decimal", "circled", "bracketed"]

_TOWN = UUID("7d0f4c1e-52b6-4f0a-9a55-2f0c6c1f0b42")
_HEADING = re.compile(r"^(#{2,4}) ([a-z0-9-]+) \| (.*?) ?\| (.+)$")
_ITEM = re.compile(r"^(-|\d+\.|[①-⑳]|[⑴-⒇]) (.+)$")
_NOTE = re.compile(r"^(※|＊\d*|注\d+|[¹²³⁴⁵⁶⁷⁸⁹]) (.+)$")
_LINK = re.compile(r'href="#((?:key|page|section):[a-z0-9-]+)"')


@dataclass(frozen=True, slots=True)
class Heading:
    key: str
    level: int
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    key: str
    html: str


@dataclass(frozen=True, slots=True)
class ItemList:
    key: str
    style: ListStyle
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    key: str
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    key: str
    caption: str
    header_rows: int
    header_columns: int
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


Block = Heading | Paragraph | ItemList | Note | Table | Special


@dataclass(frozen=True, slots=True)
class Text:
    """What stands in one file: the head's values and the body's blocks."""

    head: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]

    def value(self, name: str) -> str:
        return dict(self.head).get(name, "")

    def values(self, name: str) -> tuple[str, ...]:
        """Return what a name that may stand several times says each time."""
        return tuple(value for said, value in self.head if said == name)


def read_text(path: Path) -> Text:
    """Read one text file of the demo town."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    pairs = (line.partition(": ") for line in head.splitlines())
    return Text(tuple((name, value.strip()) for name, _, value in pairs), parse(body))


def parse(body: str) -> tuple[Block, ...]:
    """Turn the lines of a body into blocks; keys follow the heading that they stand under."""
    blocks: list[Block] = []
    place, count = "top", 0
    for group in _groups(body.splitlines()):
        if found := _HEADING.match(group[0]):
            place, count = found[2], 0
            blocks.append(Heading(found[2], len(found[1]), found[3].strip(), found[4]))
            continue
        if group[0].startswith(":: "):
            blocks.append(read_special(group))
            continue
        if group[0].startswith(("#", "::")):
            raise TextError(f"A heading is “## key | number | text”: {group[0]}")
        count += 1
        blocks.append(_block(f"{place}.{count}", group))
    return tuple(blocks)


def block_id(document: str, key: str) -> UUID:
    """Return the id that a block keeps for good, the same in each translation."""
    return uuid5(_TOWN, f"{document}#{key}")


def resolve(html: str, address: Callable[[str], str]) -> str:
    """Replace each link target such as `#key:why` by what `address("key:why")` returns."""
    return _LINK.sub(lambda found: f'href="{address(found[1])}"', html)


def targets(blocks: Iterable[Block]) -> tuple[str, ...]:
    """List the link targets of some blocks in reading order, as `key:why`."""
    return tuple(
        found for block in blocks for text in texts(block) for found in _LINK.findall(text)
    )


def texts(block: Block) -> tuple[str, ...]:
    """List the pieces of text in a block, in reading order."""
    match block:
        case Paragraph(html=html):
            return (html,)
        case ItemList(items=items):
            return items
        case Table(caption=caption, rows=rows, note=note):
            return (caption, *(cell for row in rows for cell in row), *((note,) if note else ()))
        case Special():
            return tuple(block.pieces())
        case Heading(text=text) | Note(text=text):
            return (text,)


def _groups(lines: list[str]) -> list[list[str]]:
    """Gather items of one style, tables with their rows, special blocks; all else stands alone."""
    groups: list[list[str]] = []
    last = ""
    for line in lines:
        if last == "special" and line.strip() and not line.startswith(("::", "##", "|=")):
            groups[-1].append(line.strip())
            continue
        kind = _kind(line)
        if kind and kind == last and kind != "special":
            groups[-1].append(line)
        elif line.strip():
            groups.append([line.strip()])
        last = "table" if kind == "caption" else kind
    return groups


def _kind(line: str) -> str:
    if line.startswith(":: "):
        return "special"
    if line.startswith("|="):
        return "caption"
    if line.startswith(("| ", "|: ")):
        return "table"
    found = _ITEM.match(line)
    return _style(found[1]) if found else ""


def _style(mark: str) -> ListStyle:
    if mark == "-":
        return "bullet"
    if mark[0].isascii():
        return "decimal"
    return "circled" if "①" <= mark <= "⑳" else "bracketed"


def _block(key: str, group: list[str]) -> Block:
    if group[0].startswith("|="):
        return _table(key, group)
    if found := _ITEM.match(group[0]):
        return ItemList(key, _style(found[1]), tuple(line.split(" ", 1)[1] for line in group))
    if found := _NOTE.match(group[0]):
        return Note(key, found[1], found[2])
    return Paragraph(key, group[0])


def _table(key: str, group: list[str]) -> Table:
    parts = cells(group[0].removeprefix("|="))
    if len(parts) != 3 or not (parts[1] + parts[2]).isdecimal():  # noqa: PLR2004 -- as written above
        raise TextError(f"A table begins with “|= caption | header rows | columns”: {group[0]}")
    rows = tuple(cells(line[1:]) for line in group[1:] if line.startswith("| "))
    if len({len(row) for row in rows}) != 1:
        raise TextError(f"The rows of this table differ in length: {group[0]}")
    note = "".join(line[2:].strip() for line in group if line.startswith("|:"))
    return Table(key, parts[0], int(parts[1]), int(parts[2]), rows, note)
