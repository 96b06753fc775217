"""What a comparison says: passages, pairs of blocks in them, rows, cells, and marked words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property


class State(StrEnum):
    """What happened to a passage, a block, a row or a cell."""

    SAME = "same"
    NOTATION = "notation"  # full or half width, spaces: nothing that changes what is said
    RENUMBERED = "renumbered"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"


class Mark(StrEnum):
    """What a span of words is: as on the other side, other than there, or written another way."""

    SAME = "same"
    CHANGED = "changed"
    NOTATION = "notation"


@dataclass(frozen=True)
class Span:
    """Words that follow one another and share a mark."""

    mark: Mark
    text: str


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Row:
    """A line of a block on both sides: an item, a row of a table, a paragraph; its cells in order.

    A side is None where the line stands on the other side only.
    """

    role: str
    state: State
    old: tuple[Spans, ...] | None
    new: tuple[Spans, ...] | None
    indent: int = 0
    moved: bool = False
    # Its place among the old lines, told of tables: each side lays out its own rows.
    was: int = field(default=-1, compare=False, repr=False)


@dataclass(frozen=True)
class BlockPair:
    """A block as it was and as it is; `kind` is the block's name.

    `names_rows` says of each side whether the first cell of a row names it, where it is a table.
    """

    kind: str
    state: State
    rows: tuple[Row, ...]
    moved: bool = False
    anchor: str = ""
    level: int = 0
    names_rows: tuple[bool, bool] = (False, False)

    @property
    def on_old(self) -> bool:
        return any(row.old is not None for row in self.rows)

    @property
    def on_new(self) -> bool:
        return any(row.new is not None for row in self.rows)


@dataclass(frozen=True)
class Place:
    """Where a section stands in its edition; `page` counts the pages of the edition from 0."""

    anchor: str
    number: str
    title: str
    level: int
    page: int

    @property
    def full_title(self) -> str:
        return (
            f"{self.number}　{self.title}"
            if self.number and self.title
            else (self.number or self.title)
        )


@dataclass(frozen=True)
class Passage:
    """A section on both sides; several on one side where it was split or merged."""

    state: State
    olds: tuple[Place, ...]
    news: tuple[Place, ...]
    blocks: tuple[BlockPair, ...]
    moved: bool = False

    @property
    def place(self) -> Place:
        """Where it is found now, or where it was."""
        return (self.news or self.olds)[0]

    @property
    def is_changed(self) -> bool:
        return self.moved or self.state is not State.SAME


@dataclass(frozen=True)
class Comparison:
    """Two editions beside one another, in the order of the newer one."""

    passages: tuple[Passage, ...]
    old_pages: tuple[str, ...]
    new_pages: tuple[str, ...]

    @cached_property
    def changed(self) -> tuple[Passage, ...]:
        return tuple(passage for passage in self.passages if passage.is_changed)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many passages are in which state; those that moved are counted as such too."""
        counted = Counter(str(passage.state) for passage in self.passages)
        counted["moved"] = sum(passage.moved for passage in self.passages)
        return dict(counted)


def rows_of(comparison: Comparison) -> Iterator[Row]:
    """Yield every line of a comparison."""
    for passage in comparison.passages:
        for block in passage.blocks:
            yield from block.rows


def joined(spans: list[Span]) -> Spans:
    """Return the spans with neighbours of the same mark made one, and empty ones left out."""
    found: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if found and found[-1].mark is span.mark:
            found[-1] = replace(found[-1], text=found[-1].text + span.text)
        else:
            found.append(span)
    return tuple(found)
