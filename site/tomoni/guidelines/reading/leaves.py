"""The texts within a body's blocks, wherever they stand, and the same once they are finished."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText

from tomoni.guidelines.anchors import term_anchor
from tomoni.guidelines.blocks.tables import cells_of
from tomoni.guidelines.marks import Position


@dataclass(frozen=True)
class Leaf:
    """A text within a block; `key` is what its template asks for it by.

    `defines` is the anchor of the term whose definition it is.
    """

    position: Position
    key: int
    source: str
    is_cell: bool = False
    defines: str = ""


class Texts:
    """The finished texts of a body, by block."""

    def __init__(self, leaves: list[Leaf], ready: Mapping[Position, str]) -> None:
        self._leaves: dict[int, list[Leaf]] = {}
        for leaf in leaves:
            self._leaves.setdefault(leaf.position[0], []).append(leaf)
        self._ready = ready

    def of(self, place: int) -> list[SafeString]:
        """Return the texts of a block in reading order."""
        return [mark_safe(self._ready[leaf.position]) for leaf in self._leaves.get(place, ())]

    def by_key(self, place: int, *, cells: bool) -> dict[int, SafeString]:
        """Return the texts of a block by what its template asks for them by."""
        return {
            leaf.key: mark_safe(self._ready[leaf.position])
            for leaf in self._leaves.get(place, ())
            if leaf.is_cell == cells
        }


def leaves_of(place: int, child: Any) -> Iterator[Leaf]:  # Any: a Wagtail bound stream block
    """Yield every text of a block: rich text wherever it stands in it, and cells of a table."""
    if child.block_type == "table":
        for key, text in cells_of(child.value):
            yield Leaf((place, key), key, text, is_cell=True)
        return
    defined = {}
    if child.block_type == "terms":
        bound = child.value["terms"].bound_blocks
        defined = {id(one.value["definition"]): term_anchor(one.id) for one in bound if one.id}
    for number, text in enumerate(rich_texts(child.value)):
        yield Leaf((place, number), id(text), text.source, defines=defined.get(id(text), ""))


def rich_texts(value: Any) -> Iterator[RichText]:  # Any: whatever a block holds
    """Yield the rich texts within a block's value, in the order in which its fields stand."""
    if isinstance(value, RichText):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from rich_texts(one)
    elif isinstance(value, ListValue):
        for one in value:
            yield from rich_texts(one)
    elif isinstance(value, StreamValue):
        for child in value:
            yield from rich_texts(child.value)


def plain_html(text: str) -> str:
    """Return plain text as HTML, its lines broken where they were."""
    return str(escape(text)).replace("\n", "<br>")
