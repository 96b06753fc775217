"""Turn the demo town's written blocks into the stored blocks of pages and front pages."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from tomoni.home.anchors import heading_anchor
from tomoni.home.demo.content.blocks import (
    Block,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Table,
    block_id,
)
from tomoni.home.demo.content.records import FrontPage
from tomoni.home.demo.content.specials import Special, TextError

LINK = re.compile(r'<a href="#(key|page|section):([a-z0-9-]+)">(.*?)</a>')
CONTACT = "#contact-title"

RawBlock = dict[str, Any]  # as StreamField stores it: type, value, id
FindPage = Callable[[str], int | None]


def page_body(document: str, blocks: Iterable[Block], find_page: FindPage) -> list[RawBlock]:
    """Return the stored blocks of an ordinary page."""
    return [_page_block(document, block, find_page) for block in blocks]


def _page_block(document: str, block: Block, find_page: FindPage) -> RawBlock:
    def linked(html: str) -> str:
        return link(html, document, find_page)

    match block:
        case Heading():
            return raw(document, block.key, "heading", _heading(block))
        case Table():
            return raw(document, block.key, "table", _table(document, block))
        case ItemList():
            tag = "ul" if block.style == "bullet" else "ol"
            items = "".join(f"<li>{linked(item)}</li>" for item in block.items)
            return raw(document, block.key, "paragraph", f"<{tag}>{items}</{tag}>")
        case Note():
            return raw(
                document, block.key, "paragraph", f"<p>{block.mark} {linked(block.text)}</p>"
            )
        case Paragraph():
            return raw(document, block.key, "paragraph", f"<p>{linked(block.html)}</p>")
        case Special():
            raise TextError(f"An ordinary page has no block “{block.kind}”.")


def _heading(block: Heading) -> dict[str, str]:
    return {"text": f"{block.number} {block.text}".strip(), "level": str(min(block.level, 3))}


def _table(document: str, block: Table) -> dict[str, Any]:
    def listed(key: str, values: Iterable[Any]) -> list[RawBlock]:
        return items(document, f"{block.key}.{key}", values)

    rows = [listed(f"row{number}", row) for number, row in enumerate(block.rows[1:], start=1)]
    return {
        "caption": block.caption,
        "header": listed("header", block.rows[0]),
        "first_column_is_header": block.header_columns > 0,
        "rows": listed("rows", rows),
    }


def front_body(
    front: FrontPage, find_page: FindPage, picture_ids: dict[str, int]
) -> list[RawBlock]:
    """Return the stored blocks of a front page; its ids are the same in each language."""
    document = "front"

    def target(written: str) -> int | None:
        return find_page(written.removeprefix("page:"))

    cards = [
        {
            "title": card.title,
            "text": card.text,
            "page": target(card.target),
            "picture": picture_ids[card.picture],
        }
        for card in front.cards
    ]
    news = [
        {"date": one.date.isoformat(), "title": one.title, "text": one.text, "page": None}
        for one in front.notices
    ]
    features = {
        key: {
            "title": teaser.title,
            "text": teaser.text,
            "page": target(teaser.target),
            "link_text": teaser.link_text,
            "picture": picture_ids.get(teaser.picture),
        }
        for key, teaser in (("guideline", front.guideline), ("help", front.language_help))
    }
    return [
        raw(
            document, "cards", "cards",
            {"title": front.cards_title, "cards": items(document, "cards", cards)},
        ),
        raw(document, "guideline", "feature", features["guideline"]),
        raw(
            document, "news", "news",
            {"title": front.notices_title, "items": items(document, "news", news)},
        ),
        raw(document, "help", "feature", features["help"]),
    ]  # fmt: skip


def raw(document: str, key: str, kind: str, value: Any) -> RawBlock:
    return {"type": kind, "value": value, "id": str(block_id(document, key))}


def items(document: str, key: str, values: Iterable[Any]) -> list[RawBlock]:
    """Return the items of a list block; each keeps its id, as every block does."""
    return [
        raw(document, f"{key}.item{number}", "item", value)
        for number, value in enumerate(values, start=1)
    ]


def link(html: str, document: str, find_page: FindPage) -> str:
    """Turn written targets into links; words whose page does not stand stay plain words."""

    def stored(found: re.Match[str]) -> str:
        kind, key, words = found.groups()
        if kind == "key":
            return f'<a href="#{heading_anchor(str(block_id(document, key)))}">{words}</a>'
        if kind == "section":
            return f'<a href="{CONTACT}">{words}</a>'
        page_id = find_page(key)
        return words if page_id is None else f'<a id="{page_id}" linktype="page">{words}</a>'

    return LINK.sub(stored, html).replace("<br>", "<br/>")
