"""Write the result: sections and blocks with ids that a second import of the same file repeats."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import NAMESPACE_URL, UUID, uuid5

from . import notes, references
from .furniture import Furniture
from .names import BACK, name_of
from .nodes import Node
from .pieces import Piece
from .repairs import Repairs
from .result import (
    Block,
    ImportedGuideline,
    Item,
    ItemList,
    Note,
    Paragraph,
    Repair,
    Section,
    SetAside,
    Table,
)
from .sources import Source

_HOUSE = uuid5(NAMESPACE_URL, "tomoni/guideline")
_SEPARATOR = "\x1f"


class Writer:
    """Turns pieces and nodes into the frozen result, giving each its id."""

    def __init__(self, title: str, source: Source, repairs: Repairs, removed: Furniture) -> None:
        self.title, self.source, self.encoding = title, source.text, source.encoding
        self.repairs, self.removed = repairs, removed
        self.aside: list[SetAside] = []
        self.anchors: set[str] = set()
        self.ordinals: Counter[str] = Counter()
        self.pages: list[int] = []
        self.blocks: list[tuple[Block, int]] = []

    def write(self, front: Sequence[Piece], nodes: Sequence[Node]) -> ImportedGuideline:
        """Write the whole guideline."""
        for line, reason in self.removed.set_aside:
            self._set_aside(line.text, line.number, reason)
        front_blocks = self._body(front, "")
        chapters = tuple(self._section(node, ()) for node in nodes)
        attached = {note.id: note for note in notes.attach(self.blocks)}
        sections = [section for chapter in chapters for section in chapter.walk()]
        found, shift = references.resolve(
            sections,
            self.pages,
            self.removed.numbers,
            self.removed.contents,
            {block.id: page for block, page in self.blocks},
        )
        known = dict(self.removed.numbers)
        printed = [known.get(at, 0) if shift is None else at + shift for at in self.pages]
        pages = {one.id: at for one, at in zip(sections, printed, strict=True) if at > 0}
        return ImportedGuideline(
            title=self.title,
            encoding=self.encoding,
            front=_with_notes(front_blocks, attached, ""),
            chapters=tuple(_finished(chapter, attached, pages) for chapter in chapters),
            notes=tuple(self._notes(front_blocks, sections, attached)),
            references=tuple(found),
            repairs=tuple(
                Repair(before, after, tuple(sorted(lines)))
                for (before, after), lines in sorted(self.repairs.places.items())
            ),
            set_aside=tuple(sorted(self.aside, key=lambda one: one.line)),
            source=self.source,
        )

    def _notes(
        self, front: Sequence[Block], sections: Sequence[Section], attached: dict[UUID, Note]
    ) -> Iterator[Note]:
        places = [("", front), *((section.anchor, section.blocks) for section in sections)]
        for anchor, blocks in places:
            for block in _with_notes(blocks, attached, anchor):
                if isinstance(block, Note):
                    yield block

    def _id(self, letter: str, path: str) -> tuple[UUID, str]:
        """Give an id from the path and its ordinal; its short form must be unique as well."""
        while True:
            self.ordinals[path] += 1
            name = _SEPARATOR.join((self.title, path, str(self.ordinals[path])))
            own = uuid5(_HOUSE, name)
            anchor = f"{letter}-{own.hex[:8]}"
            if anchor not in self.anchors:
                self.anchors.add(anchor)
                return own, anchor

    def _section(self, node: Node, path: tuple[str, ...]) -> Section:
        path = (*path, f"{node.number} {node.title}")
        own, anchor = self._id("s", _SEPARATOR.join(path))
        self.repairs.add(node.piece.repairs)
        first = node.piece.first
        self.pages.append(first.page)
        return Section(
            id=own,
            anchor=anchor,
            number=node.number,
            title=node.title,
            level=node.level,
            scheme=node.scheme,
            kind=_kind(node),
            page=None,
            line=first.number,
            blocks=self._body(node.body, _SEPARATOR.join(path)),
            children=tuple(self._section(child, path) for child in node.children),
        )

    def _body(self, pieces: Sequence[Piece], path: str) -> tuple[Block, ...]:
        blocks: list[Block] = []
        row: list[Piece] = []
        for piece in pieces:
            if piece.kind != "drawing":
                self.repairs.add(piece.repairs)
            style = _style(piece)
            if row and style != _style(row[0]):
                blocks.append(self._list(row, path))
                row = []
            if style:
                row.append(piece)
            else:
                blocks.append(self._block(piece, path))
        if row:
            blocks.append(self._list(row, path))
        return tuple(blocks)

    def _kept(self, block: Block, page: int) -> Block:
        self.blocks.append((block, page))
        return block

    def _list(self, row: Sequence[Piece], path: str) -> Block:
        own, _ = self._id("l", path + _SEPARATOR + "list")
        items = tuple(Item(piece.sign, piece.text) for piece in row)
        first = row[0].first
        return self._kept(ItemList(own, _style(row[0])[0], items, first.number), first.page)

    def _block(self, piece: Piece, path: str) -> Block:
        first = piece.first
        if piece.kind == "drawing":
            return self._set_aside(piece.text, first.number, piece.sign, path)
        if piece.kind == "note":
            own, anchor = self._id("n", path + _SEPARATOR + "note")
            return self._kept(Note(own, anchor, piece.sign, piece.text, first.number), first.page)
        if first.grid:
            own, _ = self._id("t", path + _SEPARATOR + "table")
            grid, caption = first.grid, piece.text
            table = Table(
                own, caption, grid.rows, grid.header_rows, grid.header_columns, first.number
            )
            return self._kept(table, first.page)
        own, _ = self._id("p", path + _SEPARATOR + "text")
        text = f"{piece.sign} {piece.text}" if piece.sign and piece.mark else piece.text
        return self._kept(Paragraph(own, text, first.number), first.page)

    def _set_aside(self, text: str, line: int, reason: str, path: str = "") -> SetAside:
        own, _ = self._id("a", path + _SEPARATOR + reason)
        one = SetAside(own, text, line, reason)
        self.aside.append(one)
        return one


def _style(piece: Piece) -> tuple[str, ...]:
    """Return what must be the same for pieces to be items of one list; empty for no item."""
    if "heading" in piece.tags:
        return ()
    if piece.kind == "bullet":
        return ("bullet", piece.sign)
    if piece.mark and "list" in piece.tags:
        return ("number" if piece.mark.counts else "bullet", piece.mark.scheme)
    return ()


def _kind(node: Node) -> str:
    if node.scheme == "unit 条":
        return "article"
    if node.scheme == "front":
        return "foreword"
    if node.scheme == "supplement" or (node.scheme == "known" and name_of(node.title) in BACK):
        return "appendix"
    return "chapter" if node.level == 1 else "section"


def _with_notes(
    blocks: Sequence[Block], attached: dict[UUID, Note], anchor: str
) -> tuple[Block, ...]:
    return tuple(
        replace(attached.get(block.id, block), section=anchor) if isinstance(block, Note) else block
        for block in blocks
    )


def _finished(section: Section, attached: dict[UUID, Note], pages: dict[UUID, int]) -> Section:
    return replace(
        section,
        page=pages.get(section.id),
        blocks=_with_notes(section.blocks, attached, section.anchor),
        children=tuple(_finished(child, attached, pages) for child in section.children),
    )
