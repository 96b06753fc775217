"""The present text of a document as parts to match with: its newest drafts, chapter by chapter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tomoni.guidelines.anchors import heading_anchor
from tomoni.guidelines.importing.result import ImportedGuideline, Section
from tomoni.guidelines.outlining.matching import Part, text_of
from tomoni.guidelines.texts import ANCHORED, PageText

CHAPTER = "page:"


@dataclass(frozen=True)
class PresentPart:
    """A part of the present text, the anchor that leads to it, and its own blocks."""

    part: Part
    anchor: str
    blocks: Sequence[Mapping[str, Any]]  # Any: what a stream field stores


def present_parts(pages: Sequence[PageText]) -> list[PresentPart]:
    """Return the chapters and sections of pages; a section's key is the id of its block."""
    found: list[PresentPart] = []
    for page in pages:
        own: list[Mapping[str, Any]] = []  # Any: what a stream field stores
        chapter = (CHAPTER + str(page.page), 1 if page.slug else 0, page.number, page.title)
        current, anchor = chapter, page.anchor
        for block in [*page.body, None]:
            if block is not None and block["type"] not in ANCHORED:
                own.append(block)
                continue
            key, depth, number, title = current
            text = " ".join(text_of(one["value"]) for one in own)
            found.append(PresentPart(Part(key, depth, number, title, text), anchor, tuple(own)))
            own = []
            if block is not None:
                current = (str(block["id"]), 2, *_name(block))
                anchor = heading_anchor(str(block["id"]))
    return found


def _name(block: Mapping[str, Any]) -> tuple[str, str]:  # Any: what a stream field stores
    value = block["value"]
    title = value.get("text") or value.get("caption") or value.get("title") or ""
    return str(value.get("number") or ""), str(title)


def new_parts(imported: ImportedGuideline) -> list[Part]:
    """Return the sections of an imported text; a section's key is the id of its heading."""
    found = []
    for section in imported.sections():
        # A foreword becomes part of the document's own page, where it is no chapter.
        depth = 2 if section.kind == "foreword" else section.level
        found.append(Part(str(section.id), depth, section.number, section.title, own_text(section)))
    return found


def own_text(section: Section) -> str:
    """Return the words that stand directly under a section's heading."""
    words = []
    for block in section.blocks:
        items = getattr(block, "items", ())
        words += [item.text for item in items] or [getattr(block, "text", "")]
    return " ".join(words)
