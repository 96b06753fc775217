"""Keep short cells of tables in one line on paper: a number never parts from its unit.

Paper cannot scroll, so columns shrink to one sign where another column is full of text. Cells
that may not break widen their columns; how long they may be is what leaves room for the others.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

from lxml.html import HtmlElement

# All in widths of a full-width sign: how long a short cell may be, from the longest that is tried.
LENGTHS = range(9, 1, -1)
NARROW = 0.6
# What columns with longer texts need, and the margins within a cell.
TEXT, MARGINS = 7, 1.3
# The widths of the page in the type of its tables; see paper.css.
UPRIGHT, SMALL, TURNED = 46, 55, 96
# Two editions side by side share a page that lies.
HALF = 0.83
NUMBER = re.compile(r"[^\s\d]{0,2}\d[\d.,．，]*[^\s\d]{0,3}")


def keep_short_cells(root: HtmlElement) -> None:
    """Mark the cells that may not break in every table that is one on the screen."""
    share = HALF if root.xpath(".//body[contains(@class, 'side-by-side')]") else 1.0
    for table in root.xpath(".//*[contains(@class, 'table-scroll')]//table"):
        cells = [(column, cell, _width(cell)) for column, cell in _placed(table)]
        room = _room(table) * share
        longest = next((one for one in LENGTHS if _needed(cells, one) <= room), 0)
        for _column, cell, width in cells:
            if _is_short(cell, width, longest):
                cell.set("class", f"{cell.get('class') or ''} short".strip())


Placed = tuple[int, HtmlElement, float]


def _placed(table: HtmlElement) -> Iterator[tuple[int, HtmlElement]]:
    """Yield each cell with its column; cells that reach down take their place in later rows."""
    taken: dict[int, int] = {}
    for row in table.iter("tr"):
        free = (column for column in count() if taken.get(column, 0) <= 0)
        begun: dict[int, int] = {}
        for cell in row.iterchildren("td", "th"):
            places = [next(free) for _ in range(int(cell.get("colspan") or 1))]
            begun.update(dict.fromkeys(places, int(cell.get("rowspan") or 1)))
            yield places[0], cell
        taken = {column: rows - 1 for column, rows in {**taken, **begun}.items() if rows > 1}


def _needed(cells: list[Placed], longest: int) -> float:
    """Return how wide a table is at least where cells up to that length do not break."""
    columns: dict[int, float] = {}
    for column, cell, width in cells:
        if int(cell.get("colspan") or 1) > 1:
            continue
        least = width if _is_short(cell, width, longest) else min(width, TEXT)
        columns[column] = max(columns.get(column, 0), least)
    return sum(columns.values()) + MARGINS * len(columns)


def _is_short(cell: HtmlElement, width: float, longest: int) -> bool:
    return width <= longest or NUMBER.fullmatch(cell.text_content().strip()) is not None


def _width(cell: HtmlElement) -> float:
    return sum(
        1 if unicodedata.east_asian_width(sign) in "WFA" else NARROW
        for sign in cell.text_content().strip()
    )


def _room(table: HtmlElement) -> int:
    names = (table.get("class") or "").split()
    return TURNED if "turned" in names else SMALL if "small" in names else UPRIGHT
