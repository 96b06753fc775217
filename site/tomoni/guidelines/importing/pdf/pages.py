"""One page of a PDF: its signs, tables, pictures and readings, put in reading order."""

from itertools import pairwise
from typing import Any

from .glyphs import Glyph, Stretch, stretches_of
from .order import rows_of
from .printed import Drawn, drawn_on
from .records import Page, Row
from .ruled import tables_of

_RUBY = 0.62  # of the size of the line below
_LARGE = 0.02  # of the page, from which a picture is worth naming
_VERTICAL = 0.6  # of the signs that stand under the one before
_FEW = 20


def read_page(page: Any, number: int, gutters: set[int]) -> Page:  # Any: untyped library
    """Return what a page of pdfplumber prints; `gutters` keeps where columns were found."""
    width, height = float(page.width), float(page.height)
    drawn = drawn_on(page)
    glyphs = drawn.glyphs
    vertical = _is_vertical(glyphs)
    tables: list[Row] = []
    if vertical:
        glyphs = [_laid_down(glyph, width) for glyph in glyphs]
    else:
        tables, glyphs = tables_of(page, drawn.rulings, glyphs)
    stretches = stretches_of(glyphs)
    readings = _readings(stretches)
    rows = rows_of([one for one in stretches if id(one) not in readings], gutters)
    rows = _placed(rows, [*tables, *_pictures(drawn, width * height)])
    rows += [_beside("ruby", one) for one in stretches if id(one) in readings]
    if drawn.turned:
        rows.append(Row("turned", "".join(drawn.turned), 0, 0, 0, height))
    return Page(number, width, height, rows, drawn.signs, drawn.unknown)


def _is_vertical(glyphs: list[Glyph]) -> bool:
    """Say whether a page is set in vertical lines: most signs stand under the one before."""
    words = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if len(words) < _FEW:
        return False
    under = sum(
        abs(one.left - after.left) < one.size * 0.3 and 0 < after.top - one.top < one.size * 2
        for one, after in pairwise(words)
    )
    return under > len(words) * _VERTICAL


def _laid_down(glyph: Glyph, width: float) -> Glyph:
    """Turn a vertical line into a horizontal one: down becomes right, left becomes down."""
    return Glyph(
        glyph.text,
        glyph.top,
        width - glyph.right,
        glyph.bottom,
        width - glyph.left,
        glyph.size,
        glyph.strong,
    )


def _readings(stretches: list[Stretch]) -> set[int]:
    """Find the small kana above a line that tell how its characters are read."""
    found: set[int] = set()
    for one in stretches:
        kana = all("ぁ" <= glyph.text <= "ヿ" or glyph.text.isspace() for glyph in one.glyphs)
        if kana and any(_reads(one, base) for base in stretches if base is not one):
            found.add(id(one))
    return found


def _reads(one: Stretch, base: Stretch) -> bool:
    small = one.size <= base.size * _RUBY
    above = -one.size <= base.top - one.bottom <= base.size * 0.6
    over = base.left - one.size <= one.left and one.right <= base.right + one.size
    return small and above and over


def _beside(kind: str, one: Stretch) -> Row:
    return Row(kind, one.text, one.left, one.top, one.right, one.bottom)


def _pictures(drawn: Drawn, area: float) -> list[Row]:
    return [
        Row("picture", "", *box)
        for box in drawn.pictures
        if (box[2] - box[0]) * (box[3] - box[1]) >= area * _LARGE
    ]


def _placed(rows: list[Row], others: list[Row]) -> list[Row]:
    """Put tables and pictures before the first row that stands below them."""
    result = list(rows)
    for other in sorted(others, key=lambda one: one.top):
        at = next(
            (at for at, row in enumerate(result) if row.top >= other.top and _beneath(row, other)),
            len(result),
        )
        result.insert(at, other)
    return result


def _beneath(row: Row, other: Row) -> bool:
    return row.column == 0 or (row.left < other.right and other.left < row.right)
