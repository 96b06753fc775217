"""Print an imported guideline again as a Word file or PDF, so that tests can import it anew."""

import io
from collections.abc import Iterator
from html import escape

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from tomoni.guidelines.importing import ImportedGuideline
from tomoni.guidelines.importing.result import Block, ItemList, Note, Section, SetAside, Table

BODY = 10.5
LARGEST = 22
STEP = 1.8  # points by which the headings of each level are smaller


def blocks_of(guideline: ImportedGuideline) -> Iterator[tuple[Section | None, Block | None]]:
    """Yield each section, and each block with no section, in reading order."""
    for block in guideline.front:
        yield None, block
    for section in guideline.sections():
        yield section, None
        for block in section.blocks:
            yield None, block


def lines_of(block: Block) -> list[str]:
    """Return what a block prints, a line for each paragraph."""
    if isinstance(block, ItemList):
        return [f"{item.mark}\u3000{item.text}" for item in block.items]
    if isinstance(block, Note):
        return [f"{block.mark} {block.text}".replace("\n", " ")]
    if isinstance(block, Table | SetAside):
        return []
    return block.text.split("\n")


def heading_of(section: Section) -> str:
    return f"{section.number}\u3000{section.title}" if section.number else section.title


def turns(page: int, section: Section) -> int:
    """Return how many pages end before a section, where the last heading stood on `page`."""
    return max(0, section.page - page) if page and section.page else 0


def size_of(level: int) -> float:
    return max(LARGEST - STEP * level, BODY + 1.5)


def as_word(guideline: ImportedGuideline, *, styled: bool) -> bytes:
    """Return a .docx whose headings have styles, or are only larger and bold."""
    document = Document()
    page = first = 0
    if styled:
        document.add_heading(guideline.title, 0)
    else:
        run = document.add_paragraph().add_run(guideline.title)
        run.bold, run.font.size = True, Pt(LARGEST + 4)
    for section, block in blocks_of(guideline):
        if section:
            for _ in range(turns(page, section)):
                document.add_page_break()
            page = section.page or page
            first = first or page
            if styled:
                document.add_heading(heading_of(section), min(section.level, 9))
            else:
                run = document.add_paragraph().add_run(heading_of(section))
                run.bold, run.font.size = True, Pt(size_of(section.level))
        else:
            for line in lines_of(block):
                document.add_paragraph(line)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), str(first or 1))
    document.sections[0]._sectPr.append(start)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


PRINT = """
@page { size: 210mm 900mm; margin: 20mm; @bottom-center { content: counter(page) } }
body { font: 10.5pt/1.7 'Noto Serif CJK JP'; }
p, h1, h2, h3, h4, h5, h6, h7, h8 { margin: 0 0 4pt }
.h { font-family: 'Noto Sans CJK JP'; font-weight: bold; line-height: 1.4 }
p.t { text-indent: 1em }
p.note { font-size: 8.5pt; }
.new { break-before: page }
"""


def as_pdf(guideline: ImportedGuideline) -> bytes:
    """Return a PDF with text layer, each section on the page that it says it is on."""
    from weasyprint import HTML  # noqa: PLC0415 -- slow

    title = escape(guideline.title)
    parts = [f"<p class='h' style='font-size:{LARGEST + 4}pt'>{title}</p>"]
    page, first = 0, 1
    for section, block in blocks_of(guideline):
        if section:
            parts += ["<p class=new></p>"] * (turns(page, section) - 1)
            # The counter starts where the section's own printed page is.
            first = section.page if section.page and not page else first
            new = " new" if turns(page, section) else ""
            page = section.page or page
            style = f"font-size:{size_of(section.level)}pt"
            parts.append(f"<p class='h{new}' style='{style}'>{escape(heading_of(section))}</p>")
            continue
        kind = "note" if isinstance(block, Note) else "t"
        kind = "" if isinstance(block, ItemList) else kind
        parts += [f"<p class='{kind}'>{escape(line)}</p>" for line in lines_of(block)]
    body = "".join(parts)
    start = f"<style>{PRINT} @page :first {{ counter-reset: page {first} }}</style>"
    return HTML(string=f"<html lang=ja>{start}<body>{body}</body></html>").write_pdf()
