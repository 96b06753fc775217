"""From the pieces as arranged back to a guideline, ready to be made into pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from uuid import UUID

from tomoni.guidelines.anchors import heading_anchor, note_anchor
from tomoni.guidelines.importing.result import (
    Block,
    ImportedGuideline,
    Item,
    ItemList,
    Note,
    Paragraph,
    Reference,
    Section,
    SetAside,
)
from tomoni.guidelines.outlining import tables
from tomoni.guidelines.outlining.pieces import (
    ASIDE,
    DROPPED,
    HEADING,
    ITEM,
    NOTE,
    TABLE,
    Piece,
    Pieces,
)


def guideline_of(
    pieces: Pieces, *, title: str, anchors: Mapping[str, str] | None = None
) -> ImportedGuideline:
    """Return the guideline that the pieces make; `anchors` says which headings keep an old one."""
    anchors = anchors or {}
    wanted = [one for one in pieces if one.kind != DROPPED and not one.is_furniture]
    first = next((at for at, one in enumerate(wanted) if one.kind == HEADING), len(wanted))
    lists = _lists(wanted)
    front = tuple(_blocks(wanted[:first], lists))
    chapters = tuple(_sections(wanted[first:], 1, anchors, lists))
    notes = [one for one in front if isinstance(one, Note)]
    for chapter in chapters:
        for section in chapter.walk():
            notes += [one for one in section.blocks if isinstance(one, Note)]
    return ImportedGuideline(
        title=title,
        encoding="",
        front=front,
        chapters=chapters,
        notes=tuple(notes),
        references=tuple(_references(wanted, anchors, lists)),
        repairs=(),
        set_aside=tuple(_aside(one) for one in wanted if one.kind == ASIDE),
        source="",
    )


def renamed(pieces: Pieces, ids: Mapping[str, str]) -> Pieces:
    """Return the pieces under other ids, with all that leads to them."""
    if not ids:
        return pieces
    anchors = {heading_anchor(own): heading_anchor(new) for own, new in ids.items()}
    return tuple(
        replace(
            piece,
            id=ids.get(piece.id, piece.id),
            links=tuple(
                replace(link, target=anchors.get(link.target, link.target)) for link in piece.links
            ),
            group=ids.get(piece.group, piece.group),
            tied=replace(piece.tied, piece=ids.get(piece.tied.piece, piece.tied.piece))
            if piece.tied
            else None,
        )
        for piece in pieces
    )


def _sections(
    pieces: Sequence[Piece], depth: int, anchors: Mapping[str, str], lists: Mapping[str, UUID]
) -> Iterator[Section]:
    """Yield the sections that begin here; what is skipped in levels does not skip in the tree."""
    at = 0
    while at < len(pieces):
        heading, end = pieces[at], at + 1
        while end < len(pieces) and not (
            pieces[end].kind == HEADING and pieces[end].level <= heading.level
        ):
            end += 1
        inside = pieces[at + 1 : end]
        first = next((i for i, one in enumerate(inside) if one.kind == HEADING), len(inside))
        yield Section(
            id=heading.uuid,
            anchor=anchors.get(heading.id, heading.anchor),
            number=heading.mark,
            title=heading.text,
            level=depth,
            scheme=heading.scheme,
            kind=heading.role or ("chapter" if depth == 1 else "section"),
            page=heading.page or None,
            line=heading.line,
            blocks=tuple(_blocks(inside[:first], lists)),
            children=tuple(_sections(inside[first:], depth + 1, anchors, lists)),
        )
        at = end


def _blocks(pieces: Sequence[Piece], lists: Mapping[str, UUID]) -> Iterator[Block]:
    for own, group in groupby(pieces, key=lambda one: lists.get(one.id)):
        row = list(group)
        if own is None:
            yield from map(_block, row)
        else:
            items = tuple(Item(one.mark, one.text) for one in row)
            yield ItemList(own, "number", items, row[0].line)


def _lists(pieces: Sequence[Piece]) -> dict[str, UUID]:
    """Return for each item the id of its list: that with which it was read, or of its first item.

    What stands together is one list, unless two of the source touch.
    """
    found: dict[str, UUID] = {}
    used: set[str] = set()
    row: list[Piece] = []
    for piece in [*pieces, None]:
        groups = {one.group for one in row if one.group}
        if row and (
            piece is None or piece.kind != ITEM or (piece.group and groups - {piece.group})
        ):
            own = next((one.group for one in row if one.group and one.group not in used), row[0].id)
            used.add(own)
            found |= {one.id: UUID(own) for one in row}
            row = []
        if piece is not None and piece.kind == ITEM:
            row.append(piece)
    return found


def _block(piece: Piece) -> Block:
    if piece.kind == NOTE:
        tie = piece.tied
        return Note(
            piece.uuid,
            note_anchor(piece.id),
            piece.mark or (tie.mark if tie else "") or "※",
            piece.text,
            piece.line,
            attached_mark=tie.mark if tie else "",
        )
    if piece.kind == ASIDE:
        return _aside(piece)
    if piece.kind == TABLE:
        return tables.table_of(piece)
    return Paragraph(piece.uuid, piece.whole, piece.line)


def _aside(piece: Piece) -> SetAside:
    return SetAside(piece.uuid, piece.whole, piece.line, piece.reason)


def _references(
    pieces: Sequence[Piece], anchors: Mapping[str, str], lists: Mapping[str, UUID]
) -> Iterator[Reference]:
    kept = {one.anchor: anchors.get(one.id, one.anchor) for one in pieces if one.kind == HEADING}
    for piece in pieces:
        for link in piece.links:
            if link.target in kept:
                block = lists.get(piece.id, piece.uuid)
                yield Reference(link.text, kept[link.target], piece.line, block)
