"""Turn the HTML of the screen into that of paper: notes at the foot, page numbers, no buttons."""

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from tomoni.guidelines.printing import shapes
from tomoni.guidelines.printing.short_cells import keep_short_cells

# What is for the screen alone.
SCREEN_ONLY = (
    "permalink",
    "note-back",
    "no-print",
    "quote",
    "visually-hidden",
    "table-narrow",
)
SCREEN_ELEMENTS = ("script", "button", "dialog", "template")
NUMBER = re.compile(r"[0-9０-９]+")
EMPTY_ELEMENT = re.compile(r"<(wbr|source|track)\b([^>]*?)/?>")
# Columns from which a table is set in smaller type, and from which its page is turned.
MANY_COLUMNS, TOO_MANY_COLUMNS = 6, 9


def to_paper(source: str, *, page_words: tuple[str, str]) -> str:
    """Return the HTML of paper; `page_words` stand before and after a page's number."""
    # The parser is older than these elements and would look for their end.
    root = html.document_fromstring(EMPTY_ELEMENT.sub(r"<\1\2></\1>", source))
    _drop_screen(root)
    shapes.keep_phrases(root)
    shapes.turn_lists_of_facts(root)
    shapes.keep_decoration_silent(root)
    _put_notes_at_marks(root)
    _print_page_numbers(root, page_words)
    _make_tables_fit(root)
    keep_short_cells(root)
    _open_disclosures(root)
    return "<!DOCTYPE html>\n" + str(html.tostring(root, encoding="unicode"))


def with_class(root: HtmlElement, name: str, tag: str = "*") -> list[HtmlElement]:
    found = root.xpath(f".//{tag}[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    return list(found)


def _drop_screen(root: HtmlElement) -> None:
    for name in SCREEN_ONLY:
        for one in with_class(root, name):
            one.drop_tree()
    for name in SCREEN_ELEMENTS:
        for one in list(root.iter(name)):
            one.drop_tree()
    for one in root.xpath(".//*[@hidden]"):
        one.drop_tree()


def _put_notes_at_marks(root: HtmlElement) -> None:
    """Move each note that has a mark in the text to that mark; WeasyPrint sets it at the foot."""
    notes = {str(one.get("id")): one for one in with_class(root, "note") if one.get("id")}
    moved = set()
    for sign in with_class(root, "note-mark"):
        link = next(sign.iter("a"), None)
        anchor = (link.get("href") or "").removeprefix("#") if link is not None else ""
        note = notes.get(anchor)
        if link is None or note is None or anchor in moved:
            _unlink(sign)
            continue
        moved.add(anchor)
        sign.addnext(_footnote(note, mark=link.text_content()))
        sign.getnext().tail, sign.tail = sign.tail, None
        # What the mark's own place was called still leads there.
        sign.getnext().set("id", link.get("id") or anchor)
        sign.getparent().remove(sign)
    for anchor in moved:
        box = notes[anchor].getparent()
        notes[anchor].drop_tree()
        if box is not None and not len(box) and not (box.text or "").strip():
            box.drop_tree()


def _footnote(note: HtmlElement, *, mark: str) -> HtmlElement:
    """Return a note as WeasyPrint wants it: in the line, so that it may stand in a paragraph."""
    made = html.Element("span", {"class": "footnote", "data-mark": mark})
    for sign in with_class(note, "note-sign"):
        sign.drop_tree()
    for one in list(note.iter("p", "div")):
        if one is not note:
            one.tag = "span"
            one.set("class", "footnote-part")
    made.text = (note.text or "").strip()
    for child in list(note):
        child.tail = (child.tail or "").strip()
        made.append(child)
    return made


def _unlink(sign: HtmlElement) -> None:
    for link in list(sign.iter("a")):
        link.drop_tag()


def _print_page_numbers(root: HtmlElement, words: tuple[str, str]) -> None:
    """Say on which page a reference ends, and unlink what leads nowhere in this paper."""
    anchors = {str(one.get("id")) for one in root.iter() if one.get("id")}
    for link in list(root.iter("a")):
        target = link.get("href") or ""
        if not target:
            link.drop_tag()
            continue
        if not target.startswith("#"):
            continue
        if target.removeprefix("#") not in anchors:
            link.drop_tag()
        elif _has(link, "page-reference"):
            _number_in_place(link, target)
        elif _has(link, "reference"):
            link.set("data-before", words[0])
            link.set("data-after", words[1])
            link.set("class", f"{link.get('class')} to-page")


def _number_in_place(link: HtmlElement, target: str) -> None:
    """Let the number in the words of a page reference be the number of its page here.

    On the screen such a reference names its section instead of its own words.
    """
    words = link.get("data-on-paper") or link.text_content()
    found = NUMBER.search(words)
    for child in list(link):
        link.remove(child)
    link.text = words[: found.start()] if found else words
    number = etree.SubElement(link, "span", {"class": "page-number", "data-target": target})
    number.tail = words[found.end() :] if found else ""


def _make_tables_fit(root: HtmlElement) -> None:
    for table in root.iter("table"):
        columns = max((_columns(row) for row in table.iter("tr")), default=0)
        if columns >= TOO_MANY_COLUMNS:
            _add_class(table, "turned")
        elif columns >= MANY_COLUMNS:
            _add_class(table, "small")


def _columns(row: HtmlElement) -> int:
    return sum(int(cell.get("colspan") or 1) for cell in _cells(row))


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    return (cell for cell in row if cell.tag in {"td", "th"})


def _open_disclosures(root: HtmlElement) -> None:
    """Paper cannot be unfolded: what is folded is shown, or, in a comparison, only counted."""
    for one in with_class(root, "unchanged", "details"):
        if one.get("open") is None:
            for child in [child for child in one if child.tag != "summary"]:
                one.remove(child)
    for one in list(root.iter("details")):
        one.tag = "div"
    for one in list(root.iter("summary")):
        one.tag = "p"


def _has(element: HtmlElement, name: str) -> bool:
    return name in (element.get("class") or "").split()


def _add_class(element: HtmlElement, name: str) -> None:
    element.set("class", f"{element.get('class') or ''} {name}".strip())
