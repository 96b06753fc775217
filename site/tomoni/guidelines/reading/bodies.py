"""Turn a stream of blocks into parts: references, notes, terms."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue

from tomoni.guidelines.anchors import (
    ANCHORED,
    block_id_of,
    heading_anchor,
    headline,
    mark_anchor,
    note_anchor,
)
from tomoni.guidelines.glossary import NO_TERMS, Glossary, Term, distinct
from tomoni.guidelines.marks import NoteMark, Place, Position, find_places, tie
from tomoni.guidelines.reading.leaves import Leaf, Texts, leaves_of, plain_html
from tomoni.guidelines.reading.parts import Note, Part
from tomoni.guidelines.reading.resolving import resolve_references
from tomoni.guidelines.selectors import TOP_LEVEL, Contents
from tomoni.home.frame import SectionCard, SiteFrame
from tomoni.home.reading import addresses
from tomoni.home.shelf import Shelf, unpack, with_links


def read_body(
    *,
    body: StreamValue,
    page_id: int,
    contents: Contents,
    frame: SiteFrame,
    glossary: Glossary = NO_TERMS,
    contact: SectionCard | None = None,
    shelf: Shelf | None = None,
    whole: bool = False,
) -> tuple[Part, ...]:
    """Return the parts of a stream of guideline blocks, in reading order.

    The stream may be a page's or one made from the stored blocks of an old edition. `whole` says
    that all pages of the document stand on one: links stay on it, headings are one level deeper.
    `shelf` is what was fetched for this body before, `contact` the page's own section.
    """
    links = addresses(shelf=shelf or unpack(body), frame=frame)
    leaves = [leaf for place, child in enumerate(body) for leaf in leaves_of(place, child)]
    htmls = {
        leaf.position: resolve_references(
            plain_html(leaf.source) if leaf.is_cell else with_links(leaf.source, links),
            page_id=page_id,
            contents=contents,
            glossary=glossary,
            whole=whole,
        )
        for leaf in leaves
    }
    notes = [
        NoteMark((place, 0), block_id_of(child), child.value["mark"])
        for place, child in enumerate(body)
        if child.block_type == "note"
    ]
    noted = {note.position for note in notes}
    searched = sorted((place, html) for place, html in htmls.items() if place not in noted)
    tied = tie(notes, find_places(searched, [note.mark for note in notes]))
    here = {page_id} | ({term.page_id for term in glossary.terms} if whole else set())
    ready, used = explained(body, leaves, link_marks(htmls, tied), glossary=glossary, here=here)
    texts = Texts(leaves, ready)
    given: dict[str, Any] = {"frame": frame, "contact": contact, "page_addresses": links}
    parts: list[Part] = []
    for place, child in enumerate(body):
        if child.block_type == "note":
            add_note(parts, child, texts.of(place)[0], is_tied=block_id_of(child) in tied)
        else:
            parts.append(part_of(child, texts, place, given, deeper=int(whole)))
    away = tuple(term for term in used if term.page_id not in here)
    if away:
        parts.append(Part(kind="definitions", terms=away))
    chapters = {chapter.page_id for chapter in contents.chapters}
    return ranked(parts, above=2 if whole and page_id in chapters else 1)


def ranked(parts: Iterable[Part], *, above: int) -> tuple[Part, ...]:
    """Give headings the ranks that they have in HTML: none is left out below the one `above`."""
    over: list[int] = []
    found = []
    for part in parts:
        if not part.level:
            found.append(part)
            continue
        while over and over[-1] >= part.level:
            over.pop()
        over.append(part.level)
        rank = above + len(over)
        context = {**part.context, "level": rank} if part.context else part.context
        found.append(replace(part, rank=rank, context=context))
    return tuple(found)


def explained(
    body: StreamValue,
    leaves: list[Leaf],
    htmls: Mapping[Position, str],
    *,
    glossary: Glossary,
    here: set[int],
) -> tuple[dict[Position, str], tuple[Term, ...]]:
    """Explain each term where it first stands in a section; return the texts and those terms."""
    ready = dict(htmls)
    used: list[Term] = []
    seen: set[str] = set()
    by_place: dict[int, list[Leaf]] = {}
    for leaf in leaves:
        by_place.setdefault(leaf.position[0], []).append(leaf)
    for place, child in enumerate(body):
        if child.block_type in ANCHORED and headline(child.block_type, child.value)[0] <= TOP_LEVEL:
            seen = set()
        if child.block_type == "note":
            continue
        for leaf in by_place.get(place, ()):
            ready[leaf.position], found = glossary.explain(
                ready[leaf.position], seen=seen, here=here, but=leaf.defines
            )
            used += found
    return ready, distinct(used)


def link_marks(htmls: Mapping[Position, str], tied: Mapping[str, Place]) -> dict[Position, str]:
    """Turn each mark that has a note into a link to it."""
    linked = dict(htmls)
    # From the last place to the first, so that an insertion moves no place still to come.
    for block_id, place in sorted(tied.items(), key=lambda item: -item[1].start):
        html = linked[place.position]
        link = format_html(
            '<sup class="note-mark"><a id="{}" href="#{}" aria-describedby="{}">{}</a></sup>',
            mark_anchor(block_id),
            note_anchor(block_id),
            note_anchor(block_id),
            mark_safe(html[place.start : place.end]),
        )
        linked[place.position] = html[: place.start] + link + html[place.end :]
    return linked


def add_note(parts: list[Part], child: Any, html: SafeString, *, is_tied: bool) -> None:
    """Add a note to the run of notes that the page ends with, or begin a run."""
    block_id = block_id_of(child)
    note = Note(
        mark=child.value["mark"],
        html=html,
        anchor=note_anchor(block_id),
        back=mark_anchor(block_id) if is_tied else "",
    )
    if parts and parts[-1].kind == "notes":
        parts[-1] = replace(parts[-1], notes=(*parts[-1].notes, note))
    else:
        parts.append(Part(kind="notes", notes=(note,)))


def part_of(
    child: Any, texts: Texts, place: int, given: Mapping[str, Any], *, deeper: int
) -> Part:  # Any: a Wagtail bound stream block
    """Return one block as a part; a block of another kind renders itself."""
    kind, value = child.block_type, child.value
    if kind == "paragraph":
        return Part(kind=kind, html=texts.of(place)[0])
    if kind == "list":
        marks = [item["mark"] for item in value["items"]]
        return Part(kind=kind, items=tuple(zip(marks, texts.of(place), strict=True)))
    level, number, text = headline(kind, value) if kind in ANCHORED else (0, "", "")
    anchor = heading_anchor(block_id_of(child)) if kind in ANCHORED else ""
    level += deeper if level else 0
    if kind == "heading":
        return Part(kind=kind, anchor=anchor, number=number, text=text, level=level)
    context = {
        **given,
        "block_id": block_id_of(child),
        "level": level,
        "told": texts.by_key(place, cells=False),
        "told_cells": texts.by_key(place, cells=True),
    }
    return Part(
        kind=kind,
        anchor=anchor,
        number=number,
        text=text,
        level=level,
        block=child,
        context=context,
    )
