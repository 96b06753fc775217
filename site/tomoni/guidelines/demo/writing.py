"""Turn the written blocks of a document into the stored ones; keys become lasting ids."""

from collections.abc import Iterable, Sequence
from typing import Any, assert_never

from tomoni.guidelines import drafts
from tomoni.guidelines.demo.desk import Desk
from tomoni.guidelines.demo.specials import value_of
from tomoni.guidelines.drafts import RawBlock
from tomoni.home.demo.content.blocks import (
    Block,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Table,
)
from tomoni.home.demo.content.specials import Special


def raw_blocks(desk: Desk, blocks: Iterable[Block]) -> list[RawBlock]:
    return [raw_block(desk, block) for block in blocks]


def raw_block(desk: Desk, block: Block) -> RawBlock:
    lasting = desk.id_of(block.key)
    match block:
        case Heading():
            return drafts.heading(
                block_id=lasting, number=block.number, text=block.text, level=block.level
            )
        case Paragraph():
            return drafts.paragraph(block_id=lasting, html=desk.prose([block.html]))
        case ItemList():
            items = [
                (mark(block.style, number), desk.prose([item]))
                for number, item in enumerate(block.items)
            ]
            return drafts.marked_list(block_id=lasting, items=items)
        case Note():
            return drafts.note(block_id=lasting, mark=block.mark, html=desk.prose([block.text]))
        case Table():
            return drafts.raw(lasting, "table", table(desk, block))
        case Special():
            return drafts.raw(lasting, block.kind, value_of(desk, block))
    assert_never(block)


def table(desk: Desk, block: Table) -> dict[str, Any]:
    """Return a table; ← and ↑ in a cell join it to the one beside or above it."""
    first, *more = block.rows[: block.header_rows]
    value: dict[str, Any] = {
        "caption": block.caption,
        "header": desk.items(f"{block.key}.header", first),
        "first_column_is_header": block.header_columns > 0,
        "rows": grid(desk, f"{block.key}.rows", block.rows[block.header_rows :]),
    }
    if more:
        value["more_headers"] = grid(desk, f"{block.key}.more", more)
    if block.note:
        value["note"] = block.note
    return value


def grid(desk: Desk, key: str, rows: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    cells = [desk.items(f"{key}.row{number}", row) for number, row in enumerate(rows, start=1)]
    return desk.items(key, cells)


def mark(style: str, index: int) -> str:
    """Return the sign in front of a list's item: ①, ⑴, 1. or ・."""
    if style == "circled":
        return chr(ord("①") + index)
    if style == "bracketed":
        return chr(ord("⑴") + index)
    return f"{index + 1}." if style == "decimal" else "・"
