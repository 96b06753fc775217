"""From the signs of a page to stretches of text on one line, raised marks in their place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

_SUPER = str.maketrans("0123456789０１２３４５６７８９)）(（", "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹⁾⁾⁽⁽")
_RAISED_SIGNS = re.compile(
    r"[0-9０-９]{1,3}[)）]?|[*＊※†]+[0-9０-９]{0,2}|[（(]?注[0-9０-９]{0,3}[)）]?|.{1,6}"
)
_APART = 2.2  # times the size: where a stretch ends
_WORD, _BLANK = 0.22, 0.7  # times the size: a gap that is a space between words, a blank
_RAISED = 0.78  # of its neighbour's size
_BASELINE = 0.3  # of the size
_SAME_PLACE = 0.6  # points within which a sign printed twice is one


@dataclass
class Glyph:
    """A sign with its place; coordinates grow to the right and down."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    strong: bool
    raised: bool = False


@dataclass
class Stretch:
    """Signs on one line without a wide gap."""

    glyphs: list[Glyph] = field(default_factory=list)

    @property
    def size(self) -> float:
        return median(glyph.size for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @property
    def top(self) -> float:
        return min(glyph.top for glyph in self.glyphs if not glyph.raised)

    @property
    def bottom(self) -> float:
        return max(glyph.bottom for glyph in self.glyphs if not glyph.raised)

    @property
    def strong(self) -> bool:
        words = [glyph for glyph in self.glyphs if not glyph.text.isspace()]
        return sum(glyph.strong for glyph in words) > len(words) * 0.8

    @property
    def text(self) -> str:
        return written(self.glyphs)


def once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return the signs of a page, each once: bold is often made by printing a sign twice."""
    found: list[Glyph] = []
    seen: dict[str, list[Glyph]] = {}
    for glyph in glyphs:
        twins = seen.setdefault(glyph.text, [])
        twin = next((one for one in twins[-3:] if _same_place(one, glyph)), None)
        if twin and glyph.text.strip():
            twin.strong = True
            continue
        twins.append(glyph)
        found.append(glyph)
    return found


def _same_place(one: Glyph, other: Glyph) -> bool:
    return abs(one.left - other.left) < _SAME_PLACE and abs(one.top - other.top) < _SAME_PLACE


def stretches_of(glyphs: list[Glyph]) -> list[Stretch]:
    """Put signs on one baseline together, parted where a wide gap is."""
    found: list[Stretch] = []
    for line in _baselines(glyphs):
        stretch, right = Stretch(), 0.0
        for glyph in sorted(line, key=lambda one: one.left):
            if stretch.glyphs and glyph.left - right > _APART * max(glyph.size, 1):
                found.append(stretch)
                stretch, right = Stretch(), 0.0
            stretch.glyphs.append(glyph)
            right = max(right, glyph.right)
        found.append(stretch)
    found = [one for one in found if any(glyph.text.strip() for glyph in one.glyphs)]
    for one in found:
        while one.glyphs[0].text.isspace():
            del one.glyphs[0]
        while one.glyphs[-1].text.isspace():
            del one.glyphs[-1]
    return _with_raised(found)


def _baselines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: (one.bottom, one.left)):
        last = lines[-1] if lines else None
        first = last[0] if last else None
        if (
            last is not None
            and first
            and glyph.bottom - first.bottom <= _BASELINE * min(glyph.size, first.size)
        ):
            last.append(glyph)
        else:
            lines.append([glyph])
    return lines


def _with_raised(stretches: list[Stretch]) -> list[Stretch]:
    """Put small raised signs into the line that they belong to."""
    kept: list[Stretch] = []
    for one in stretches:
        base = _base_of(one, stretches) if len(one.glyphs) <= 8 else None  # noqa: PLR2004 -- a mark
        if base is None:
            kept.append(one)
            continue
        for glyph in one.glyphs:
            glyph.raised = True
        base.glyphs = sorted([*base.glyphs, *one.glyphs], key=lambda glyph: glyph.left)
    return kept


def _base_of(one: Stretch, stretches: list[Stretch]) -> Stretch | None:
    if not _RAISED_SIGNS.fullmatch(one.text):
        return None
    for base in stretches:
        near = base.left - one.size <= one.left and one.right <= base.right + one.size * 3
        if base is one or not near or one.size > base.size * _RAISED:
            continue
        middle = (one.top + one.bottom) / 2
        if base.top - one.size * 0.5 <= middle <= base.bottom and one.bottom < base.bottom:
            return base
    return None


def written(glyphs: list[Glyph]) -> str:
    """Return the text of signs in a row, with spaces where gaps are."""
    parts: list[str] = []
    before: Glyph | None = None
    for glyph in glyphs:
        text = glyph.text.translate(_SUPER) if glyph.raised else glyph.text
        if before and not glyph.text.isspace() and not before.text.isspace():
            gap = glyph.left - before.right
            size = max(min(glyph.size, before.size), 1)
            latin = before.text.isascii() and glyph.text.isascii()
            if gap > _BLANK * size:
                parts.append("\u3000")
            elif latin and gap > _WORD * size:
                parts.append(" ")
        parts.append(text)
        before = glyph
    return "".join(parts)
