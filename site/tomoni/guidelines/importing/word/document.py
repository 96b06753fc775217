"""A Word file from its first paragraph to its last, as lines with the evidence of their look."""

import re
from collections import Counter
from dataclasses import replace
from xml.etree.ElementTree import Element

from tomoni.guidelines.importing import reasons
from tomoni.guidelines.importing.grids import Grid
from tomoni.guidelines.importing.lines import Line, Look
from tomoni.guidelines.importing.refusals import MOST_SIGNS, refusal
from tomoni.guidelines.importing.repairs import Repairs, mend_signs
from tomoni.guidelines.importing.sources import Progress, Source, quiet

from .names import child, local, switched, value, whole
from .numbering import numbering_of
from .package import Package
from .runs import Printed, Runs, TooDeepError
from .styles import styles_of
from .tables import grid_of, rows_of

_MOSTLY = 0.8  # of a paragraph's signs
_WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}
_DEEPEST = 100
_EVERY = 200  # elements between two reports of progress


def read_word(data: bytes, repairs: Repairs, progress: Progress = quiet) -> Source:
    """Read the bytes of a .docx."""
    try:
        return _Reader(Package(data), repairs).read(progress)
    except (TooDeepError, RecursionError) as error:
        raise refusal("damaged") from error


class _Reader:
    def __init__(self, package: Package, repairs: Repairs) -> None:
        self.package, self.repairs = package, repairs
        self.related = package.related(package.main)
        self.styles = styles_of(self._part("styles"))
        self.numbering = numbering_of(self._part("numbering"))
        self.runs = Runs(self.styles)
        self.notes = {kind: self._stories(kind) for kind in ("footnote", "endnote")}
        self.lines: list[Line] = []
        self.aside: list[tuple[Line, str]] = []
        self.sizes: Counter[int] = Counter()
        self.drawn_at: list[tuple[int, bool]] = []  # of each line: size in half-points, bold
        self.source: list[str] = []
        self.page = 1
        self.signs = 0
        self.title = ""
        self.told: set[tuple[str, str]] = set()
        self.numbers: list[tuple[int, int]] = []  # page counted, page printed

    def _part(self, kind: str) -> Element | None:
        names = [target for name, target in self.related.values() if name == kind]
        return self.package.tree(names[0]) if names else None

    def _stories(self, kind: str) -> dict[str, Element]:
        root = self._part(kind + "s")
        ordinary = [one for one in root if not value(one, "type")] if root is not None else []
        return {value(one, "id"): one for one in ordinary}

    def read(self, progress: Progress) -> Source:
        """Read the whole file."""
        for count, one in enumerate(self.package.stream(self.package.main, 2)):
            self._element(one, 0)
            if count % _EVERY == 0:
                progress(self.page, 0)
        self._unreferred()
        self._around()
        if not any(line.text.strip() for line in (*self.lines, *(one for one, _ in self.aside))):
            raise refusal("empty")
        body = self.sizes.most_common(1)[0][0] if self.sizes else 1
        lines = [
            line if line.grid else replace(line, look=Look(round(size / max(1, body), 3), bold))
            for line, (size, bold) in zip(self.lines, self.drawn_at, strict=True)
        ]
        return Source(
            text="\n".join(self.source),
            encoding="docx",
            lines=lines,
            aside=self.aside,
            title=self.title,
            numbers=self.numbers if self.page > 1 else (),
        )

    def _element(self, one: Element, depth: int) -> None:
        if depth > _DEEPEST:
            raise TooDeepError
        name = local(one)
        if name == "p":
            self._paragraph(one)
        elif name == "tbl":
            self._table(one, depth)
        elif name == "sectPr":
            self._section(one)
        elif name in _WRAPPERS:
            for inner in one:
                self._element(inner, depth + 1)
        elif name in ("del", "moveFrom"):
            printed = self.runs.read(one, "")
            self._aside(printed.text, reasons.DELETED)
            self._beside(printed)
        elif name == "altChunk":
            target = self.related.get(value(one, "id"), ("", ""))[1]
            self._aside(target.rpartition("/")[2], reasons.PICTURE)

    def _section(self, one: Element) -> None:
        """Count the printed pages of the section that ends here."""
        first = self.numbers[-1][0] + 1 if self.numbers else 1
        start = child(one, "pgNumType")
        going_on = self.numbers[-1][1] + 1 if self.numbers else 1
        printed = whole(value(start, "start"), going_on) if start is not None else going_on
        self.numbers += [(page, printed + page - first) for page in range(first, self.page + 1)]

    def _paragraph(self, one: Element) -> None:
        properties = child(one, "pPr")
        style = value(child(properties, "pStyle")) or self.styles.paragraph
        printed = self.runs.read(one, style)
        turned = printed.breaks_before or bool(switched(child(properties, "pageBreakBefore")))
        self.page += max(printed.breaks_before, int(turned)) if self.lines else 0
        if printed.text.strip():
            number = self.numbering.number(properties, style, self.styles)
            self._print(number, printed, style, properties)
        self._beside(printed)
        self._notes_of(printed)
        ending = child(properties, "sectPr")
        if ending is not None:
            self._section(ending)
            kind = value(child(ending, "type"))
            printed.breaks_after += kind in ("", "nextPage", "oddPage", "evenPage")
        self.page += printed.breaks_after

    def _print(self, number: str, printed: Printed, style: str, properties: Element | None) -> None:
        outline = child(properties, "outlineLvl")
        given = int(value(outline) or 9) + 1 if outline is not None else 0
        level = given if 0 < given <= 9 else self.styles.level(style)  # noqa: PLR2004 -- Word's own
        text = number + printed.text.strip(" \n\t")
        if self.styles.is_contents(style):
            for part in text.split("\n"):
                self._aside(part, reasons.CONTENTS)
            return
        if self.styles.is_title(style):
            self.title = self.title or re.sub(r"[ \t]*\n[ \t]*|[ \t]+", " ", text)
            level = 0
        signs = sum(printed.sizes.values())
        size = max(printed.sizes, key=lambda one: printed.sizes[one], default=self.styles.size)
        bold = bool(signs) and printed.bold >= signs * _MOSTLY
        if not level:
            self.sizes[size] += signs
        parts = ["\u3000".join(text.split("\n"))] if level else text.split("\n")
        for part in parts:
            self._line(part, (size, bold), level=level)

    def _line(
        self,
        text: str,
        look: tuple[int, bool],
        *,
        level: int = 0,
        note: bool = False,
        grid: Grid | None = None,
    ) -> None:
        left = text.lstrip()
        if not left.strip():
            return
        number = len(self.source) + 1
        self.source.append(text)
        self.signs += len(text)
        if self.signs > MOST_SIGNS:
            raise refusal("pages")
        mended = mend_signs(left.rstrip(), number, self.repairs)
        # The repairs of a table's signs are counted once, in its text.
        grid = grid and grid.mapped(lambda cell: mend_signs(cell, number, Repairs()))
        if not mended:
            return
        last = self.lines[-1] if self.lines else None
        self.lines.append(
            Line(
                number=number,
                text=mended.replace("\t", "\u3000"),
                indent=len(text) - len(left),
                trail=0,
                gap=0,
                starts_page=last is None or last.page != self.page,
                page=self.page,
                style=level,
                whole=True,
                note=note,
                grid=grid,
            )
        )
        self.drawn_at.append(look)

    def _table(self, one: Element, depth: int) -> None:
        rows = rows_of(one)
        widest = max((len(cells) for _, cells in rows), default=0)
        if widest <= 1:
            # A frame around text, or a box of several paragraphs: text as any other.
            for _, cells in rows:
                for cell in cells:
                    for inner in cell.element:
                        self._element(inner, depth + 1)
            return
        beside: list[Printed] = []
        grid = grid_of(one, lambda cell: self._cell(cell, beside, depth))
        if grid.text.strip():
            self._line(grid.text, (self.styles.size, False), grid=grid)
        for printed in beside:
            self._beside(printed)
            self._notes_of(printed)

    def _cell(self, cell: Element, beside: list[Printed], depth: int) -> str:
        if depth > _DEEPEST:
            raise TooDeepError
        texts: list[str] = []
        for one in cell:
            if local(one) == "p":
                properties = child(one, "pPr")
                style = value(child(properties, "pStyle")) or self.styles.paragraph
                printed = self.runs.read(one, style)
                beside.append(printed)
                text = printed.text.strip()
                number = self.numbering.number(properties, style, self.styles) if text else ""
                texts.append(number + text)
            elif local(one) == "tbl":
                for _, cells in rows_of(one):
                    inner = (self._cell(each.element, beside, depth + 1) for each in cells)
                    texts.append("\u3000".join(filter(None, inner)))
            elif local(one) in _WRAPPERS:
                texts.append(self._cell(one, beside, depth + 1))
        return "\n".join(filter(None, texts))

    def _beside(self, printed: Printed) -> None:
        for text, reason in printed.aside:
            self._aside(text, reason)
        for box in printed.boxes:
            kept: list[Printed] = []
            text = self._cell(box, kept, 0)
            self._aside(text, reasons.BOX)
            for inner in kept:
                self._beside(inner)
                self._notes_of(inner)

    def _notes_of(self, printed: Printed) -> None:
        for kind, own, mark in printed.notes:
            story = self.notes[kind].pop(own, None)
            if story is None:
                continue
            kept: list[Printed] = []
            text = " ".join(self._cell(story, kept, 0).split("\n"))
            self._line(f"{mark} {text}".strip(), (self.styles.size, False), note=bool(mark))
            for inner in kept:
                self._beside(inner)

    def _unreferred(self) -> None:
        """Set notes aside that no mark in the text leads to."""
        for stories in self.notes.values():
            for story in stories.values():
                self._aside(self._cell(story, [], 0), reasons.NOTE)

    def _around(self) -> None:
        """Set aside what stands at the head and foot of pages, and comments."""
        kinds = {
            "header": reasons.RUNNING_HEAD,
            "footer": reasons.RUNNING_FOOT,
            "comments": reasons.COMMENT,
        }
        for kind, target in self.related.values():
            root = self.package.tree(target) if kind in kinds else None
            for one in root if root is not None else ():
                wrapped = one if local(one) not in ("p", "tbl") else _under(one)
                text = self._cell(wrapped, [], 0)
                if text.strip() and (text, kind) not in self.told:
                    self.told.add((text, kind))
                    self._aside(text, kinds[kind])

    def _aside(self, text: str, reason: str) -> None:
        if not text.strip() and reason != reasons.PICTURE:
            return
        number = len(self.source) + 1
        self.source.append(text)
        line = Line(number, text, 0, 0, 0, starts_page=False, page=self.page, whole=True)
        self.aside.append((line, reason))


def _under(one: Element) -> Element:
    parent = Element("cell")
    parent.append(one)
    return parent
