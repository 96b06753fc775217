"""Notes: marks in the text without a note, and notes whose mark stands nowhere."""

import re
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from tomoni.guidelines.checking.findings import (
    Block,
    Finding,
    Level,
    Subject,
    finding,
    items_of,
    value_of,
)
from tomoni.guidelines.marks import NoteMark, Position, find_places, folded, tie
from tomoni.guidelines.texts import PageText

# Signs that a reader takes for a mark; a bare ※ begins many a remark and is none.
LIKE_A_MARK = re.compile(r"[＊*※]\s?[0-9０-９]{1,2}(?![0-9０-９])|注[0-9０-９]{1,2}(?![0-9０-９])")
TAG = re.compile(r"<[^>]*>")


def check(subject: Subject) -> Iterator[Finding]:
    for page in subject.text.pages:
        yield from page_notes(page)


def page_notes(page: PageText) -> Iterator[Finding]:
    notes = [
        (position, block) for position, block in enumerate(page.body) if block["type"] == "note"
    ]
    htmls = dict(sources_of(page))
    marks = [
        NoteMark((position, 0), str(block.get("id")), str(value_of(block).get("mark") or ""))
        for position, block in notes
    ]
    tied = tie(marks, find_places(sorted(htmls.items()), [one.mark for one in marks]))
    for _position, block in notes:
        if str(block.get("id")) not in tied:
            mark = str(value_of(block).get("mark") or "")
            message = _("The mark %(mark)s of this note stands nowhere in the text.")
            yield finding("lonely_note", Level.WARNING, page, block, message % {"mark": mark}, mark)
    known = {folded(one.mark) for one in marks}
    for (position, _item), html in htmls.items():
        for mark in LIKE_A_MARK.findall(TAG.sub("", html)):
            if folded(mark) not in known:
                message = _("There is no note for the mark %(mark)s on this page.")
                block = page.body[position]
                yield finding(
                    "mark_without_note", Level.WARNING, page, block, message % {"mark": mark}, mark
                )


def sources_of(page: PageText) -> Iterator[tuple[Position, str]]:
    """Yield every paragraph and list item as it is stored, as reading does."""
    for position, block in enumerate(page.body):
        if block["type"] == "paragraph":
            yield (position, 0), str(block["value"])
        elif block["type"] == "list":
            for number, item in enumerate(items_of(value_of(block).get("items"))):
                yield (position, number), text_of_item(item)


def text_of_item(item: Block) -> str:
    return str(item.get("text") or "") if isinstance(item, Mapping) else ""
