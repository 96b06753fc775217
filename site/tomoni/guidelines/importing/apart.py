"""Marks that extraction set apart from their text, on lines of their own or by wide gaps."""

import re
from collections import Counter
from dataclasses import replace

from .lines import Line
from .numbering import Marker, marker

_LONGEST = 10  # signs of a mark
_FEW = 2
_PAGES = 3
_GAP = re.compile(r"[ \u3000]{2,}(?=\S)")
_NOTHING = "\u3000題"  # what a mark needs behind it to be read as one


def reunite(lines: list[Line]) -> list[Line]:
    """Return the lines with each mark in front of the text that it belongs to."""
    lines = [_closed(line) for line in lines]
    numbered = _pages_begin_with_numbers(lines)
    marks = [
        None if numbered and line.starts_page and line.text.isdecimal() else _bare(line)
        for line in lines
    ]
    stacks = [(at, height) for at in range(len(lines)) if (height := _stack(lines, marks, at))]
    often = Counter(
        found.scheme
        for at, height in stacks
        for found in marks[at : at + height]
        if found is not None
    )
    usual = Counter(found[0].scheme for line in lines if (found := marker(line.text)) and found[1])
    repeated = Counter(line.text for line in lines)
    heights = {
        at: height
        for at, height in stacks
        if not _page_turns(lines[at : at + height * 2], repeated)
        and all(found and _FEW <= often[found.scheme] >= usual[found.scheme]
               for found in marks[at : at + height])
    }  # fmt: skip
    result: list[Line] = []
    at = 0
    while at < len(lines):
        height = heights.get(at, 0)
        pairs = zip(lines[at : at + height], lines[at + height : at + height * 2], strict=True)
        result += [_joined(mark, text) for mark, text in pairs] if height else [lines[at]]
        at += height * 2 or 1
    return result


def _pages_begin_with_numbers(lines: list[Line]) -> bool:
    """Say whether a bare figure at a page's head is its number: most pages begin with one."""
    heads = [line.text.isdecimal() for line in lines if line.starts_page]
    return len(heads) >= _PAGES and sum(heads) * 2 > len(heads)


def _page_turns(lines: list[Line], repeated: Counter[str]) -> bool:
    """Say whether a figure is the number of a page that ends, and the text the next one's head."""
    if not lines[0].text.isdecimal():
        return False
    text = lines[len(lines) // 2]
    return text.gap > lines[0].gap or repeated[text.text] >= _PAGES


def _joined(mark: Line, text: Line) -> Line:
    return replace(
        text,
        text=f"{mark.text}\u3000{text.text}",
        number=mark.number,
        gap=mark.gap,
        indent=mark.indent,
        starts_page=mark.starts_page,
    )


def _closed(line: Line) -> Line:
    """Close a wide gap between a mark at the line's start and its text."""
    gap = _GAP.search(line.text)
    if gap is None or not 0 < gap.start() <= _LONGEST:
        return line
    head = line.text[: gap.start()]
    found = marker(head + _NOTHING)
    whole = found is not None and found[1] == _NOTHING[1:]
    return replace(line, text=f"{head}\u3000{line.text[gap.end() :]}") if whole else line


def _bare(line: Line) -> Marker | None:
    """Return the mark if a line is nothing else."""
    if len(line.text) > _LONGEST:
        return None
    found = marker(line.text + _NOTHING)
    return found[0] if found and found[1] == _NOTHING[1:] else None


def _stack(lines: list[Line], marks: list[Marker | None], at: int) -> int:
    """Return how many marks stand above one another here, with as many texts below them."""
    if marks[at] is None or (at and marks[at - 1] is not None and not lines[at].starts_page):
        return 0
    height = 1
    while at + height < len(lines) and marks[at + height] is not None:
        height += 1
    texts = lines[at + height : at + height * 2]
    fits = len(texts) == height and not any(map(_numbered, texts))
    on_page = not any(line.starts_page for line in lines[at + 1 : at + height * 2])
    return height if fits and on_page else 0


def _numbered(line: Line) -> bool:
    found = marker(line.text)
    return found is not None and not found[0].scheme.startswith("word")
