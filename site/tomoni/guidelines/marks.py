"""Tie notes to the places in the text where their marks stand."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Which block of the page, and which item of it where the block is a list.
Position = tuple[int, int]
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# A sign that stands escaped, such as &amp;, is one sign and holds no mark.
TAG_OR_TEXT = re.compile(r"<[^>]*>|&#?\w+;|[^<&]+|&")


@dataclass(frozen=True)
class NoteMark:
    """A note as the text knows it: the position of its block, its id, and its mark as written."""

    position: Position
    block_id: str
    mark: str


@dataclass(frozen=True)
class Place:
    """Where a mark stands: in which block, at which characters of that block's HTML."""

    position: Position
    start: int
    end: int
    mark: str


def folded(mark: str) -> str:
    """Return the mark in the form in which ＊1, *1 and *１ are the same.

    A mark of digits alone is meant raised: a plain 1 in the text is a number and no mark.
    """
    signs = "".join(
        char if char in SUPERSCRIPTS else unicodedata.normalize("NFKC", char)
        for char in mark
        if not char.isspace()
    )
    return "".join(SUPERSCRIPTS[int(sign)] for sign in signs) if signs.isdecimal() else signs


def find_places(htmls: Iterable[tuple[Position, str]], marks: Iterable[str]) -> list[Place]:
    """Return every place of one of `marks` in the texts, in reading order, tags left out."""
    wanted = sorted({folded(mark) for mark in marks if folded(mark)}, key=len, reverse=True)
    if not wanted:
        return []
    pattern = re.compile("|".join(mark_pattern(mark) for mark in wanted))
    places = []
    for position, html in htmls:
        for token in TAG_OR_TEXT.finditer(html):
            if token.group().startswith(("<", "&")):
                continue
            for match in pattern.finditer(token.group()):
                start = token.start() + match.start()
                end = token.start() + match.end()
                places.append(Place(position, start, end, folded(match.group())))
    return places


def mark_pattern(mark: str) -> str:
    """Return a pattern that finds the mark in half and full width, and not as part of another."""
    signs = (f"[{re.escape(char)}{re.escape(full_width(char))}]" for char in mark)
    followed = f"(?![0-9０-９{SUPERSCRIPTS}])" if mark[-1].isdigit() else ""
    return r"\s?".join(signs) + followed


def full_width(char: str) -> str:
    return chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char


def tie(notes: Sequence[NoteMark], places: Sequence[Place]) -> dict[str, Place]:
    """Return for each note's block id the place it belongs to.

    A note belongs to the nearest free place before it with the same mark; only where there is
    none before, to the first one after. Marks may start again on each page, as printed ones do.
    """
    tied: dict[str, Place] = {}
    free: dict[str, list[Place]] = {}
    for place in places:
        free.setdefault(place.mark, []).append(place)
    for note in notes:
        same = free.get(folded(note.mark))
        if not same:
            continue
        before = bisect_left(same, note.position, key=lambda place: place.position)
        tied[note.block_id] = same.pop(max(before - 1, 0))
    return tied
