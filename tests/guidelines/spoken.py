"""What a PDF says to readers' voices: its text by tags, in reading order."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf

SPACES = re.compile(r"[\s\u200b]+")


@dataclass(frozen=True)
class Element:
    """An element of the structure tree: its tag, its own words, and what lies in it."""

    tag: str
    text: str
    page: int
    alt: str
    children: tuple["Element", ...]

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, tag: str) -> list["Element"]:
        return [one for one in self.walk() if one.tag == tag]

    @property
    def told(self) -> str:
        """All its words, without spaces."""
        return SPACES.sub("", "".join(one.text for one in self.walk()))


@dataclass(frozen=True)
class Heard:
    """A whole PDF: its structure, the plain text of each page, and what bears no tag."""

    root: Element
    pages: tuple[str, ...]
    untagged: str

    def page_with(self, words: str) -> int:
        return next(number for number, text in enumerate(self.pages, start=1) if words in text)


def listen(data: bytes) -> Heard:
    """Read a PDF by its structure tree."""
    words: dict[tuple[int, int], str] = defaultdict(str)
    untagged, pages = "", []
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            pages.append(SPACES.sub("", "".join(one["text"] for one in page.chars)))
            for one in page.chars:
                if one.get("mcid") is None:
                    untagged += one["text"]
                else:
                    words[page.page_number, one["mcid"]] += one["text"]
        words.update(actual_texts(data))
        roots = [_element(one, words, 1) for one in pdf.structure_tree]
    return Heard(roots[0], tuple(pages), untagged)


def actual_texts(data: bytes) -> dict[tuple[int, int], str]:
    """Return what is said in place of the glyphs, where a PDF says so."""
    found = {}
    with pikepdf.open(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            for operands, operator in pikepdf.parse_content_stream(page, "BDC"):
                if str(operator) == "BDC" and "/ActualText" in operands[1]:
                    found[number, int(operands[1].MCID)] = str(operands[1].ActualText)
    return found


def _element(node: dict[str, Any], words: dict[tuple[int, int], str], page: int) -> Element:
    page = node.get("page_number") or page
    return Element(
        tag=node["type"],
        text="".join(words[page, mcid] for mcid in node.get("mcids", ())),
        page=page,
        alt=node.get("alt_text") or "",
        children=tuple(_element(child, words, page) for child in node.get("children", ())),
    )
