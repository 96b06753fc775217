"""Give parts of a page the shape that paper and its tags need: phrases, facts, bars, decoration."""

import copy

from lxml import etree, html
from lxml.html import HtmlElement


def keep_phrases(root: HtmlElement) -> None:
    """Let headings break between their phrases only; WeasyPrint would break them anywhere."""
    for heading in root.xpath(".//span[@class='phrases']"):
        pieces = [heading.text or "", *(one.tail or "" for one in heading if one.tag == "wbr")]
        if len(pieces) != len(heading) + 1:
            continue
        for child in list(heading):
            heading.remove(child)
        heading.text = None
        for piece in pieces:
            etree.SubElement(heading, "span", {"class": "phrase"}).text = piece
    for one in list(root.iter("wbr")):
        one.drop_tag()


def turn_lists_of_facts(root: HtmlElement) -> None:
    """Set pairs of a name and what it says as a table: a PDF has no tag for such lists."""
    for facts in list(root.iter("dl")):
        table = html.Element("table", {"class": f"facts {facts.get('class') or ''}".strip()})
        row: HtmlElement | None = None
        for one in list(facts.iter("dt", "dd")):
            if one.tag == "dt" or row is None:
                row = etree.SubElement(table, "tr")
            cell = _cell(one)
            if one.tag == "dd" and len(row) and row[-1].tag == "td":
                _append_below(row[-1], cell)
            else:
                row.append(cell)
        table.tail = facts.tail
        facts.getparent().replace(facts, table)


def keep_decoration_silent(root: HtmlElement) -> None:
    """Draw what says nothing as background, which readers' voices pass over."""
    for drawing in list(root.iter("svg")):
        if drawing.get("aria-hidden") != "true":
            continue
        widths = drawing.xpath(".//rect[@class='bar' or @class='share-changed']/@width")
        if widths:
            bar = html.Element("span", {"class": "paper-bar"})
            etree.SubElement(bar, "span", {"style": f"width: {float(widths[0]):g}%"})
            drawing.addprevious(bar)
        drawing.drop_tree()
    for picture in list(root.iter("img")):
        if not picture.get("alt"):
            _to_background(picture)


def _cell(one: HtmlElement) -> HtmlElement:
    cell = html.Element("th" if one.tag == "dt" else "td")
    if one.tag == "dt":
        cell.set("scope", "row")
    for name in ("id", "class"):
        if one.get(name):
            cell.set(name, one.get(name))
    cell.text = one.text
    cell.extend(copy.deepcopy(child) for child in one)
    return cell


def _append_below(cell: HtmlElement, more: HtmlElement) -> None:
    """Add a second answer to the same name as a paragraph of its own."""
    if not cell.xpath("./p[@class='also']"):
        first = html.Element("p", {"class": "also"})
        first.text, cell.text = cell.text, None
        first.extend(list(cell))
        cell.append(first)
    more.tag = "p"
    more.set("class", "also")
    cell.append(more)


def _to_background(picture: HtmlElement) -> None:
    width, height = picture.get("width") or "100", picture.get("height") or "60"
    # Quotes would end the address; no address of ours has any.
    source = (picture.get("src") or "").replace("'", "%27").replace("\\", "%5C")
    box = html.Element(
        "span",
        {
            "class": "decoration",
            "style": f"background-image: url('{source}'); aspect-ratio: {width} / {height};"
            f" max-width: {width}px",
        },
    )
    box.tail = picture.tail
    picture.getparent().replace(picture, box)
