"""Finish the tags of a PDF: what WeasyPrint leaves plain, and PDF/UA asks for."""

from collections.abc import Mapping
from typing import Any

# Any below: neither WeasyPrint nor pydyf has types.


def finish(document: Any, pdf: Any) -> None:
    """Tag notes as notes, and say in words where each link leads."""
    by_number = {one.number: one for one in pdf.objects}
    _tag_notes(pdf, by_number)
    _describe_links(document, pdf)


def _tag_notes(pdf: Any, by_number: Mapping[int, Any]) -> None:
    """Tag what stands at the foot of each page, which is a plain box of its own."""

    def follow(reference: bytes) -> Any:
        return by_number[int(reference.split()[0])]

    root = follow(pdf.catalog["StructTreeRoot"])
    for reference in follow(root["K"][0])["K"]:
        area = follow(reference)
        if area["S"] != "/NonStruct":
            continue
        for kid in area["K"]:
            note = follow(kid) if isinstance(kid, bytes) else None
            if note is not None and note.get("S") == "/Span":
                note["S"] = "/Note"
                note["ID"] = f"(note-{note.number})"


def _describe_links(document: Any, pdf: Any) -> None:
    """Name the heading that a link leads to, else its page; a link outwards its address."""
    import pydyf  # noqa: PLC0415 -- optional

    titles = _titles(document)
    for one in pdf.objects:
        if not isinstance(one, pydyf.Dictionary) or one.get("Subtype") != "/Link":
            continue
        target = one["Dest"] if "Dest" in one else one["A"]["URI"]
        words = target.string if isinstance(target, pydyf.String) else str(target)
        one["Contents"] = pydyf.String(titles.get(words, words))


def _titles(document: Any) -> dict[str, str]:
    titles = {}
    for number, page in enumerate(document.pages, start=1):
        labels = {mark[2]: mark[1] for mark in page.bookmarks}
        for name, point in page.anchors.items():
            titles[name] = labels.get(tuple(point[:2])) or str(number)
    return titles
