"""What the importer returns: a guideline as a tree of sections, with its notes and references."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from .grids import LEFT, UP


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    id: UUID
    text: str
    line: int


@dataclass(frozen=True)
class Item:
    """One item of a list, with its mark as written."""

    mark: str
    text: str


@dataclass(frozen=True)
class ItemList:
    """A list; its style is "number" where the marks count and "bullet" where they do not."""

    id: UUID
    style: str
    items: tuple[Item, ...]
    line: int


@dataclass(frozen=True)
class Table:
    """A table; a cell with ← is one with that to its left, one with ↑ is one with that above."""

    id: UUID
    caption: str
    rows: tuple[tuple[str, ...], ...]
    header_rows: int
    header_columns: int
    line: int

    def cells(self) -> Iterator[tuple[int, str]]:
        """Yield the place and the text of each cell that is not merged with another."""
        for at, cell in enumerate(cell for row in self.rows for cell in row):
            if cell not in (LEFT, UP):
                yield at, cell


@dataclass(frozen=True)
class Note:
    """A note, where it stands, and the place of the text that it explains."""

    id: UUID
    anchor: str
    mark: str
    text: str
    line: int
    section: str = ""  # the anchor of the section that holds the note
    attached_to: UUID | None = None  # the block in whose text the mark stands
    attached_item: int | None = None  # which item of a list, which cell of a table
    attached_mark: str = ""  # the mark as it stands there
    attached_at: int | None = None  # the character before which it stands


@dataclass(frozen=True)
class SetAside:
    """Text of the source that is no part of the guideline's text, with the reason."""

    id: UUID
    text: str
    line: int
    reason: str


Block = Paragraph | ItemList | Table | Note | SetAside


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    id: UUID
    anchor: str
    number: str  # as written: 第１章, ⑴, ○
    title: str
    level: int
    scheme: str
    kind: str  # foreword, chapter, section, article, appendix
    page: int | None  # the printed page, where it is known
    line: int
    blocks: tuple[Block, ...] = ()
    children: tuple["Section", ...] = ()

    def walk(self) -> Iterator["Section"]:
        """Yield this section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Reference:
    """A place where the text refers to another part of the guideline."""

    text: str
    target: str  # the anchor of a section, empty where none was found
    line: int
    block: UUID
    page: int | None = None

    @property
    def resolved(self) -> bool:
        """Say whether the section referred to was found."""
        return bool(self.target)


@dataclass(frozen=True)
class Repair:
    """A change made to the text wherever the same damage stood."""

    before: str
    after: str
    lines: tuple[int, ...]

    @property
    def count(self) -> int:
        """Return how often it was made."""
        return len(self.lines)


@dataclass(frozen=True)
class ImportedGuideline:
    """A guideline as read from a file."""

    title: str
    encoding: str
    front: tuple[Block, ...]  # what stands before the first heading
    chapters: tuple[Section, ...]
    notes: tuple[Note, ...]
    references: tuple[Reference, ...]
    repairs: tuple[Repair, ...]
    set_aside: tuple[SetAside, ...]
    source: str  # the text as decoded, for the account

    def sections(self) -> Iterator[Section]:
        """Yield every section in reading order."""
        for chapter in self.chapters:
            yield from chapter.walk()

    def to_json(self) -> dict[str, object]:
        """Return what `tomoni import_guideline --json` prints."""
        return {
            "title": self.title,
            "chapters": [_outline(chapter) for chapter in self.chapters],
            "notes": [
                {"mark": note.mark, "text": note.text, "anchor": note.anchor} for note in self.notes
            ],
            "references": [
                {"text": one.text, "target": one.target or None, "resolved": one.resolved}
                for one in self.references
            ],
            "repairs": [
                {"from": one.before, "to": one.after, "count": one.count} for one in self.repairs
            ],
            "set_aside": [
                {"text": one.text, "line": one.line, "reason": one.reason} for one in self.set_aside
            ],
        }


def _outline(section: Section) -> dict[str, object]:
    return {
        "number": section.number,
        "title": section.title,
        "level": section.level,
        "id": section.anchor,
        "children": [_outline(child) for child in section.children],
    }


@dataclass(frozen=True)
class Account:
    """Signs of the source that are nowhere in the result, and signs in it from nowhere."""

    lost: tuple[tuple[str, int], ...]
    invented: tuple[tuple[str, int], ...]

    @property
    def balanced(self) -> bool:
        """Say whether nothing was lost and nothing made up."""
        return not self.lost and not self.invented


def account_for(result: ImportedGuideline) -> Account:
    """Count every sign of the source against the result, the repairs and what was set aside."""
    source = _signs(result.source)
    found = Counter[str]()
    for text in _texts(result):
        found += _signs(text)
    for repair in result.repairs:
        for sign, count in _signs(repair.before).items():
            found[sign] += count * repair.count
        for sign, count in _signs(repair.after).items():
            found[sign] -= count * repair.count
    lost = Counter(source)
    lost.subtract(found)
    return Account(
        lost=tuple(sorted((sign, count) for sign, count in lost.items() if count > 0)),
        invented=tuple(sorted((sign, -count) for sign, count in lost.items() if count < 0)),
    )


def _signs(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def _texts(result: ImportedGuideline) -> Iterator[str]:
    blocks = list(result.front)
    for section in result.sections():
        yield section.number
        yield section.title
        blocks += section.blocks
    for block in blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                yield item.mark
                yield item.text
        elif isinstance(block, Table):
            yield block.caption
            yield from (cell for _, cell in block.cells())
        elif isinstance(block, Note):
            yield block.mark
            yield block.text
        elif isinstance(block, Paragraph):
            yield block.text
    # A drawing set aside stands in its section too; here it counts once.
    for one in result.set_aside:
        yield one.text
