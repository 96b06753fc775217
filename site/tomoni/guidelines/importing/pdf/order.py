"""The order in which the stretches of a page are read: column by column, line by line."""

from collections.abc import Sequence

from .glyphs import Stretch
from .records import Row

_LEAST = 6  # lines that make two columns
_AGAIN = 2  # lines beside others where earlier pages have two columns at the same place
_START, _MOSTLY = 2.5, 0.5  # signs from the gutter at which the lines of a column begin, mostly
_WIDE = 7  # signs that a column is wide, at least on average
_BOTH = 0.4  # of the lines of a region that stand in both columns
_CENTRE = (0.42, 0.58)  # of the width of the text
_GUTTER, _FILLED = 4, 0.3  # signs from a full line to the gutter, of the lines of a column
_OFF = 0.6  # of the size
_SAME_LINE = 0.5  # of the size
_DEEPEST = 3


def rows_of(stretches: Sequence[Stretch], known: set[int] | None = None) -> list[Row]:
    """Return the lines of a page in reading order; `known` keeps the gutters of earlier pages."""
    ordered = sorted(stretches, key=lambda one: (one.top, one.left))
    return _read(ordered, 0, _DEEPEST, set() if known is None else known)


def _read(stretches: Sequence[Stretch], column: int, deeper: int, known: set[int]) -> list[Row]:
    region = _region(stretches, known) if deeper else None
    if region is None:
        return _lines(stretches, column)
    gutter, start, end = region
    if deeper == _DEEPEST:
        known.add(round(gutter))
    inside = [one for one in stretches if start <= one.top < end]
    left = [one for one in inside if one.right <= gutter]
    right = [one for one in inside if one.right > gutter]
    above = [one for one in stretches if one.top < start]
    below = [one for one in stretches if one.top >= end]
    first = column * 2 + 1
    return [
        *_read(above, column, deeper - 1, known),
        *_read(left, first, deeper - 1, known),
        *_read(right, first + 1, deeper - 1, known),
        *_read(below, column, deeper - 1, known),
    ]


def _lines(stretches: Sequence[Stretch], column: int) -> list[Row]:
    lines: list[list[Stretch]] = []
    for one in stretches:
        last = lines[-1] if lines else None
        if last and abs(last[0].bottom - one.bottom) <= _SAME_LINE * min(last[0].size, one.size):
            last.append(one)
        else:
            lines.append([one])
    return [_row(sorted(line, key=lambda one: one.left), column) for line in lines]


def _row(line: list[Stretch], column: int) -> Row:
    longest = max(line, key=lambda one: len(one.glyphs))
    return Row(
        kind="text",
        text="\u3000\u3000".join(one.text for one in line),
        left=round(line[0].left, 1),
        top=round(min(one.top for one in line), 1),
        right=round(max(one.right for one in line), 1),
        bottom=round(max(one.bottom for one in line), 1),
        size=round(longest.size, 2),
        strong=all(one.strong for one in line),
        column=column,
    )


def _region(stretches: Sequence[Stretch], known: set[int]) -> tuple[float, float, float] | None:
    """Find where a page has two columns: the gutter's place, the first and the last line."""
    if len(stretches) >= _LEAST * 2:
        for gutter in _gutters(stretches):
            found = _longest_free(stretches, gutter, _LEAST - 1)
            if found:
                return (gutter, *found)
    for place in sorted(known) if len(stretches) >= _LEAST else ():
        found = _longest_free(stretches, float(place), _AGAIN)
        if found:
            return (float(place), *found)
    return _middle(stretches)


def _middle(stretches: Sequence[Stretch]) -> tuple[float, float, float] | None:
    """Find two short columns: their gutter is in the middle, and left lines run up to it."""
    if len(stretches) < _LEAST:
        return None
    leftmost = min(one.left for one in stretches)
    width = max(one.right for one in stretches) - leftmost
    for gutter in _gutters(stretches, _AGAIN):
        if not _CENTRE[0] <= (gutter - leftmost) / width <= _CENTRE[1]:
            continue
        found = _longest_free(stretches, gutter, _AGAIN)
        left = [one for one in stretches if one.right <= gutter and found]
        full = sum(gutter - one.right <= _GUTTER * one.size for one in left)
        if found and full >= max(_AGAIN, len(left) * _FILLED):
            return (gutter, *found)
    return None


def _gutters(stretches: Sequence[Stretch], least: int = _LEAST - 1) -> list[float]:
    """Return the places where the most stretches begin right of others, the likeliest first."""
    starts: dict[int, int] = {}
    for one in stretches:
        place = round(one.left / 4)
        starts[place] = starts.get(place, 0) + 1
    leftmost = min(one.left for one in stretches)
    likely = sorted(starts, key=lambda place: -starts[place])[:6]
    return [
        place * 4 - 3.0
        for place in likely
        if starts[place] >= least and place * 4 > leftmost + 8 * _WIDE
    ]


def _longest_free(
    stretches: Sequence[Stretch], gutter: float, least: int
) -> tuple[float, float] | None:
    best: tuple[int, float, float] | None = None
    run: list[Stretch] = []
    end = max(one.bottom for one in stretches) + 1
    for one in [*stretches, None]:
        crosses = one is not None and one.left < gutter < one.right
        if one is not None and not crosses:
            run.append(one)
            continue
        if run and _two_columns(run, gutter, least):
            stop = one.top if one is not None else end
            if best is None or len(run) > best[0]:
                best = (len(run), run[0].top, stop)
        run = []
    return best[1:] if best else None


def _two_columns(run: list[Stretch], gutter: float, least: int) -> bool:
    left = [one for one in run if one.right <= gutter]
    right = [one for one in run if one.left >= gutter]
    if min(len(left), len(right)) < least:
        return False
    # The numbers of a table of contents begin at one place as well, but are no lines.
    begin = [one for one in right if one.left - gutter <= _START * one.size]
    signs = sum((one.right - one.left) / max(one.size, 1) for one in begin)
    if len(begin) < len(right) * _MOSTLY or signs < _WIDE * len(begin):
        return False
    # Titles set the lines of the columns off against one another by less than a line.
    both = sum(
        any(
            other.top - _OFF * other.size < (one.top + one.bottom) / 2
            and (one.top + one.bottom) / 2 < other.bottom + _OFF * other.size
            for other in right
        )
        for one in left
    )
    wide = all(
        sum((one.right - one.left) / max(one.size, 1) for one in side) >= _WIDE * len(side)
        for side in (_lines(left, 0), _lines(right, 0))
    )
    return wide and both >= min(len(left), len(right)) * _BOTH
