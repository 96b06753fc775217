"""A PDF from its first page to its last, as lines with the evidence of their place and print."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median, quantiles

from tomoni.guidelines.importing import reasons
from tomoni.guidelines.importing.grids import Grid, header_columns_of, header_rows_of
from tomoni.guidelines.importing.lines import Line, Look
from tomoni.guidelines.importing.refusals import refusal
from tomoni.guidelines.importing.repairs import Repairs, mend_signs
from tomoni.guidelines.importing.sources import Progress, Source, quiet

from .margins import Margins, margins_of
from .process import pages_of
from .records import Page, Row

_END = (b"%%EOF", b"startxref")
_TAIL = 4096
_UNREADABLE = 0.2  # of the signs without a code
_FEW_SIGNS = 8  # a page, below which it is a picture
_SMALL = 0.93  # of the body's size: print of notes
_FOOT = 0.5  # of the page's height, below which its notes stand
_NEAR_EDGE = 1.7  # signs
_GAP = 1.55  # times the usual distance of lines
_MANY = 4
_NOTE = re.compile(r"(※|[*＊†]|[（(]?注|[¹²³⁰⁴-⁹]|[0-9０-９]{1,3}[)）.．\s\u3000])")
_DIGITS_FIRST = re.compile(r"([0-9０-９]{1,3})[)）.．]?[\s\u3000]*(?=\S)")
_RAISED = str.maketrans("0123456789０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹")
_ASIDE = {"ruby": reasons.READING, "turned": reasons.FIGURE, "picture": reasons.PICTURE}


def read_pdf(data: bytes, repairs: Repairs, progress: Progress = quiet) -> Source:
    """Read the bytes of a PDF."""
    if not any(word in data[-_TAIL:] for word in _END):
        raise refusal("damaged")
    pages = list(pages_of(data, progress))
    signs = sum(page.signs for page in pages)
    if pages and all(page.failed for page in pages):
        raise refusal("damaged")
    if signs < _FEW_SIGNS * max(1, len(pages)) * 0.1 or not signs:
        raise refusal("no text")
    if sum(page.unknown for page in pages) > signs * _UNREADABLE:
        raise refusal("no codes")
    return _Printed(pages, repairs).source()


class _Printed:
    def __init__(self, pages: Sequence[Page], repairs: Repairs) -> None:
        self.pages, self.repairs = pages, repairs
        self.margins: Margins = margins_of(pages)
        self.texts = [
            row
            for page in pages
            for row in page.rows
            if row.kind == "text" and id(row) not in self.margins.reasons
        ]
        sizes: Counter[float] = Counter()
        for row in self.texts:
            sizes[round(row.size * 2) / 2] += len(row.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 10.0
        self.strong = sum(len(row.text) for row in self.texts if row.strong) * 2 > sum(
            len(row.text) for row in self.texts
        )
        self.edges = self._edges()
        self.leading = self._leading()
        self.lines: list[Line] = []
        self.aside: list[tuple[Line, str]] = []
        self.source_lines: list[str] = []

    def _edges(self) -> dict[int, tuple[float, float]]:
        """Return the left and right margin of each column."""
        by_column: dict[int, list[Row]] = {}
        for row in self.texts:
            by_column.setdefault(row.column, []).append(row)
        edges = {}
        for column, rows in by_column.items():
            lefts, rights = ([row.left for row in rows], [row.right for row in rows])
            if len(rows) < _MANY:
                edges[column] = min(lefts), max(rights)
            else:
                edges[column] = quantiles(lefts, n=20)[1], quantiles(rights, n=20)[17]
        return edges

    def _leading(self) -> float:
        steps = [
            after.bottom - row.bottom
            for row, after in zip(self.texts, self.texts[1:], strict=False)
            if after.column == row.column and 0 < after.bottom - row.bottom < self.size * 4
        ]
        return median(steps) if steps else self.size * 1.7

    def source(self) -> Source:
        """Return all lines of the file."""
        for page in self.pages:
            if page.failed or page.signs < _FEW_SIGNS:
                self._aside(page, f"p. {page.number}", reasons.WITHOUT_TEXT)
            self._page(page)
        return Source(
            text="\n".join(self.source_lines),
            encoding="pdf",
            lines=self.lines,
            aside=self.aside,
            numbers=self.margins.numbers,
            drawn=True,
        )

    def _page(self, page: Page) -> None:
        before: Row | None = None
        in_notes = False
        raised = any(sign in row.text for row in page.rows for sign in "¹²³⁴⁵⁶⁷⁸⁹")
        for row in page.rows:
            reason = self.margins.reasons.get(id(row)) or _ASIDE.get(row.kind)
            if reason:
                self._aside(page, row.text or f"p. {page.number}", reason)
                continue
            if row.kind == "table":
                self._table(page, row, starts=before is None)
                before, in_notes = row, False
                continue
            low = row.top > page.height * _FOOT
            small = row.size <= self.size * _SMALL
            in_notes = small and low and (in_notes or bool(_NOTE.match(row.text)))
            self._line(page, row, before, note=in_notes, raised=raised)
            before = row

    def _line(self, page: Page, row: Row, before: Row | None, *, note: bool, raised: bool) -> None:
        text = row.text
        digits = _DIGITS_FIRST.match(text) if note and raised else None
        if digits:
            # The figure before a note at a page's foot is the raised one of the text.
            text = f"{digits[1].translate(_RAISED)} {text[digits.end() :]}"
            if digits[0].strip() != digits[1]:
                text = f"{digits[1].translate(_RAISED)}⁾ {row.text[digits.end() :]}"
        left, right = self.edges[row.column]
        distance = row.bottom - before.bottom if before and before.column == row.column else 0
        usual = self.leading * max(1.0, row.size / self.size)
        self._add(
            page,
            text,
            starts=before is None,
            indent=max(0, round((row.left - left) / self.size)),
            gap=int(distance > usual * _GAP) + int(distance > usual * _GAP * 2),
            look=Look(round(row.size / self.size, 2), row.strong and not self.strong),
            fills=row.right >= right - _NEAR_EDGE * row.size,
            note=note,
        )

    def _table(self, page: Page, row: Row, *, starts: bool) -> None:
        rows = tuple(tuple(cells) for cells in row.cells)
        heads = header_rows_of(rows)
        grid = Grid(rows, heads, header_columns_of(rows, heads))
        if grid.text.strip():
            self._add(page, grid.text, starts=starts, grid=grid)

    def _add(
        self,
        page: Page,
        text: str,
        *,
        starts: bool,
        indent: int = 0,
        gap: int = 0,
        look: Look | None = None,
        fills: bool | None = None,
        note: bool = False,
        grid: Grid | None = None,
    ) -> None:
        number = len(self.source_lines) + 1
        self.source_lines.append(text)
        mended = mend_signs(text.strip(), number, self.repairs)
        if "⁾" in mended:
            for _ in range(mended.count("⁾")):
                self.repairs.note("⁾", "", number)
            mended = mended.replace("⁾", "")
        grid = grid and grid.mapped(
            lambda cell: mend_signs(cell, number, Repairs()).replace("⁾", "")
        )
        if mended:
            self.lines.append(
                Line(
                    number=number,
                    text=mended,
                    indent=indent,
                    trail=0,
                    gap=gap,
                    starts_page=starts,
                    page=page.number,
                    look=look,
                    fills=fills,
                    note=note,
                    grid=grid,
                )
            )

    def _aside(self, page: Page, text: str, reason: str) -> None:
        number = len(self.source_lines) + 1
        self.source_lines.append(text)
        line = Line(number, text, 0, 0, 0, starts_page=False, page=page.number)
        self.aside.append((line, reason))
