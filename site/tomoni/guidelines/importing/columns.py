"""Text set in two columns that extraction printed side by side: put one after the other again."""

import re
from dataclasses import replace

from .lines import Line
from .numbering import marker

_SPLIT = re.compile(r"(?<=\S) {4,}(?=\S)")
_DEEP = 12  # an indent that only a right-hand column has
_APART = 3  # lines of the left column alone within a region
_LEAST = 5  # lines that make a region


def unfold(lines: list[Line]) -> list[Line]:
    """Return the lines with every two-column region read column by column."""
    result: list[Line] = []
    at = 0
    while at < len(lines):
        end, folded = _region(lines, at)
        result += _columns(lines[at:end]) if folded else lines[at:end]
        at = end
    return result


def _sided(line: Line) -> bool:
    return line.indent >= _DEEP or bool(_SPLIT.search(line.text))


def _region(lines: list[Line], start: int) -> tuple[int, bool]:
    """Return where the stretch beginning at this line ends, and whether it has two columns."""
    if not _sided(lines[start]):
        return start + 1, False
    end, last, sided = start + 1, start, 1
    while end < len(lines) and not lines[end].starts_page:
        apart = end - last
        if _sided(lines[end]):
            sided, last = sided + 1, end
        elif apart > _APART or (apart == _APART and lines[end].ends_sentence):
            break
        end += 1
    split = sum(1 for line in lines[start : last + 1] if _SPLIT.search(line.text))
    # The left column may be the longer one and end below the right.
    while last + 1 < end and not lines[last + 1].gap:
        last += 1
    return last + 1, sided >= _LEAST and split >= _LEAST - 1


def _columns(lines: list[Line]) -> list[Line]:
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        parts = [part.strip() for part in _SPLIT.split(line.text) if part.strip()]
        own = [replace(line, text=part, trail=0, indent=0, column=True) for part in parts]
        if line.indent >= _DEEP:
            right += own
        else:
            left += own[:1]
            right += own[1:]
    return _in_number([left, right])


def _in_number(streams: list[list[Line]]) -> list[Line]:
    """Put numbered pieces that a drawing sets in a circle back in the order of their numbers."""
    pieces: list[tuple[int, list[Line]]] = []
    lead: list[Line] = []
    scheme = ""
    for stream in streams:
        current = lead
        for line in stream:
            found = marker(line.text)
            if found and found[0].counts and scheme in ("", found[0].scheme):
                scheme = found[0].scheme
                current = []
                pieces.append((found[0].ordinal, current))
            current.append(line)
    orders = [order for order, _ in pieces]
    if sorted(orders) != list(range(1, len(orders) + 1)):
        return [line for stream in streams for line in stream]
    ordered = sorted(pieces, key=lambda piece: piece[0])
    return lead + [line for _, piece in ordered for line in piece]
