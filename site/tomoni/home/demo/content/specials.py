"""Blocks that only one room knows, as they stand in the demo texts: their writing, not their sense.

    :: survey wish | まちのために何かしたいですか    a special block: kind, stable key, parts
    value: 64 %                                  a fact
    「とても」と「できれば」を合わせた数です。       running text
    | とてもしたい | 21                            a row of cells
    - 後援 | B                                   a record with its parts, facts and text below it

It ends with a blank line, or where something begins that does not belong to it: a heading, a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING = re.compile(r"^:: ([a-z]+) ([a-z0-9-]+)((?: \| .*)?)$")
_FACT = re.compile(r"^([a-z_]+): (.*)$")


class TextError(ValueError):
    """Raised with the line that cannot be understood, and why."""


@dataclass(slots=True)
class Lines:
    """Facts and running text, as a special block or one of its records holds them."""

    facts: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        if found := _FACT.match(line):
            if found[1] in self.facts:
                raise TextError(f"“{found[1]}” is said twice: {line}")
            self.facts[found[1]] = found[2].strip()
        else:
            self.texts.append(line)

    def fact(self, name: str) -> str:
        return self.facts.get(name, "")


@dataclass(slots=True)
class Record(Lines):
    """One entry of a special block, such as a term or a form."""

    parts: tuple[str, ...] = ()

    def part(self, number: int) -> str:
        return self.parts[number] if number < len(self.parts) else ""


@dataclass(slots=True)
class Special(Record):
    """A block of a kind that its room gives a sense to."""

    kind: str = ""
    key: str = ""
    records: list[Record] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def pieces(self) -> Iterator[str]:
        """Yield all that is said in the block, in reading order."""
        yield from self.parts
        yield from self.facts.values()
        yield from self.texts
        for record in self.records:
            yield from (*record.parts, *record.facts.values(), *record.texts)
        for row in self.rows:
            yield from row


def read_special(lines: list[str]) -> Special:
    """Read the lines of one special block; raise `TextError` at one that has no sense."""
    opening = OPENING.match(lines[0])
    if opening is None:
        raise TextError(f"A special block begins with “:: kind key | …”: {lines[0]}")
    special = Special(kind=opening[1], key=opening[2], parts=cells(opening[3].lstrip(" |")))
    place: Lines = special
    for line in lines[1:]:
        if line.startswith("| "):
            special.rows.append(cells(line[1:]))
        elif line.startswith("- "):
            place = Record(parts=cells(line[1:]))
            special.records.append(place)
        else:
            place.add(line)
    return special


def cells(line: str) -> tuple[str, ...]:
    """Return the parts between the bars of a line."""
    return tuple(cell.strip() for cell in line.split(" | ")) if line.strip() else ()
