"""From what the reader found to the pieces that an editor arranges."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from tomoni.guidelines.importing.result import (
    Block,
    ImportedGuideline,
    ItemList,
    Note,
    Paragraph,
    Reference,
    Section,
    SetAside,
    Table,
)
from tomoni.guidelines.outlining import tables
from tomoni.guidelines.outlining.account import signs
from tomoni.guidelines.outlining.pieces import (
    ASIDE,
    FURNITURE,
    HEADING,
    ITEM,
    LOWEST,
    NOTE,
    PARAGRAPH,
    Link,
    Piece,
    Pieces,
    Tie,
)
from tomoni.guidelines.outlining.repairing import find_mended

# How many signs of an item tell its line, and how far ahead the next item is looked for.
TELLING, FARTHEST = 6, 60


def pieces_of(result: ImportedGuideline) -> Pieces:
    """Return the pieces in reading order, each with its place in the source."""
    return _Arrival(result).pieces()


class _Arrival:
    def __init__(self, result: ImportedGuideline) -> None:
        self.result = result
        self.lines = result.source.split("\n")
        self.links: dict[UUID, list[Reference]] = defaultdict(list)
        for one in result.references:
            self.links[one.block].append(one)
        self.breaks = [
            number for number, line in enumerate(self.lines, 1) for _ in range(line.count("\f"))
        ]
        self.repairs: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for repair in result.repairs:
            for number in repair.lines:
                self.repairs[number].append((repair.before, repair.after))

    def pieces(self) -> Pieces:
        found = list(self._blocks(self.result.front, 0))
        for section in self.result.sections():
            page = section.page or 0
            found.append(_heading(section, page))
            found += self._blocks(section.blocks, page)
        found = self._with_furniture(found)
        starts = sorted({piece.line for piece in found})
        return tuple(self._placed(piece, starts) for piece in found)

    def _blocks(self, blocks: Iterable[Block], page: int) -> Iterator[Piece]:
        for block in blocks:
            yield from (replace(piece, page=page) for piece in self._pieces(block))

    def _pieces(self, block: Block) -> Iterator[Piece]:
        own, line = str(block.id), block.line
        match block:
            case Paragraph():
                yield Piece(own, PARAGRAPH, block.text, line=line, links=self._links(block))
            case ItemList():
                lines = self._lines_of_items(block)
                for at, item in enumerate(block.items):
                    yield Piece(
                        item_id(block.id, at),
                        ITEM,
                        item.text,
                        item.mark,
                        line=lines[at],
                        group=own,
                        links=self._links(block, item.text),
                    )
            case Note():
                yield Piece(
                    own,
                    NOTE,
                    block.text,
                    block.mark,
                    line=line,
                    links=self._links(block),
                    tied=self._tie(block),
                )
            case SetAside():
                yield Piece(own, ASIDE, block.text, line=line, reason=block.reason)
            case Table():
                yield replace(tables.piece_of(block), links=self._links(block))

    def _lines_of_items(self, block: ItemList) -> list[int]:
        """Return where each item begins; one not found begins where the one before it does.

        A list knows only its first line.
        """
        found: list[int] = []
        line = block.line
        for item in block.items:
            wanted = signs(item.mark + item.text)[:TELLING]
            ahead = range(line + bool(found), min(line + FARTHEST, len(self.lines) + 1))
            line = next((at for at in ahead if signs(self._line(at)).startswith(wanted)), line)
            found.append(line)
        return found

    def _links(self, block: Block, text: str | None = None) -> tuple[Link, ...]:
        """Return the references of a block, or those of them that stand in the text of an item."""
        found = self.links.get(block.id, ())
        return tuple(
            Link(one.text, one.target) for one in found if text is None or one.text in text
        )

    def _tie(self, note: Note) -> Tie | None:
        if note.attached_to is None:
            return None
        at = note.attached_item
        # Which item of a list; a table is one piece whatever cell has the mark.
        is_item = at is not None and note.attached_to in self._lists()
        target = item_id(note.attached_to, at) if is_item and at is not None else None
        return Tie(target or str(note.attached_to), note.attached_mark)

    def _lists(self) -> set[UUID]:
        if not hasattr(self, "_known_lists"):
            blocks = [*self.result.front]
            for section in self.result.sections():
                blocks += section.blocks
            self._known_lists = {one.id for one in blocks if isinstance(one, ItemList)}
        return self._known_lists

    def _with_furniture(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Put what the reader took out of every page back at its line, as set aside."""
        there = {piece.id for piece in pieces}
        rest = [
            Piece(str(one.id), ASIDE, one.text, line=one.line, reason=one.reason, role=FURNITURE)
            for one in self.result.set_aside
            if str(one.id) not in there
        ]
        if not rest:
            return list(pieces)
        # Pieces may stand out of the order of lines; each goes behind the last one above it.
        highest, tops = 0, []
        for piece in pieces:
            highest = max(highest, piece.line)
            tops.append(highest)
        behind: dict[int, list[Piece]] = defaultdict(list)
        for piece in rest:
            behind[bisect_right(tops, piece.line)].append(piece)
        mixed: list[Piece] = []
        for at, piece in enumerate(pieces):
            mixed += [*behind.get(at, ()), piece]
        return mixed + behind.get(len(pieces), [])

    def _placed(self, piece: Piece, starts: list[int]) -> Piece:
        """Add the piece's last line, its page, and the repairs that stand in it."""
        first = piece.line
        at = bisect_right(starts, first)
        limit = starts[at] - 1 if at < len(starts) else len(self.lines)
        wanted = len(signs(piece.mark + piece.text))
        last, found = first, len(signs(self._line(first)))
        while last < limit and found < wanted:
            last += 1
            found += len(signs(self._line(last)))
        page = bisect_right(self.breaks, first) + 1 if self.breaks else piece.page
        changes = {change for line in range(first, last + 1) for change in self.repairs[line]}
        source = "\n".join(self._line(line) for line in range(first, last + 1))
        mended = find_mended(piece.text, source, sorted(changes)) if changes else ()
        return replace(piece, last_line=last, page=page, mended=mended)

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def item_id(block: UUID, at: int) -> str:
    """Return the id of an item: the same whenever the same list is read."""
    return str(uuid5(block, f"item {at}"))


def _heading(section: Section, page: int) -> Piece:
    return Piece(
        str(section.id),
        HEADING,
        section.title,
        section.number,
        level=min(section.level, LOWEST),
        line=section.line,
        page=page,
        scheme=section.scheme,
        role=section.kind,
    )
