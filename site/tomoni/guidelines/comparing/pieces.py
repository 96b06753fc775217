"""Blocks as lines of plain text, so that each kind is compared by what its readers see."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tomoni.guidelines.anchors import heading_anchor
from tomoni.guidelines.comparing.lines import READERS, Line, Value, plain
from tomoni.guidelines.comparing.marking import folded

TABLES = ("table",)
# What is not for readers.
HIDDEN = ("set_aside",)


@dataclass(frozen=True)
class Piece:
    """A block as its lines."""

    kind: str
    id: str
    lines: tuple[Line, ...]
    level: int = 0
    anchor: str = ""
    # The first cell of each row names it.
    names_rows: bool = field(default=False)

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def folded(self) -> str:
        return folded(self.text)


# Returns what readers find in a block of a kind that this room does not know.
Others = Callable[[str, Value], Iterable[str]]


def strings_in(kind: str, value: Value) -> Iterator[str]:
    """Yield every text in a stored value, without ids and types."""
    if isinstance(value, str):
        yield from plain(value)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in {"id", "type"}:
                yield from strings_in(kind, inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from strings_in(kind, inner)


def piece_of(block: Mapping[str, Value], *, language: str, others: Others) -> Piece | None:
    """Return a stored block as lines, or nothing where readers see nothing of it."""
    kind, value = str(block.get("type")), block.get("value")
    if kind in HIDDEN:
        return None
    read = READERS.get(kind)
    lines = (
        tuple(read(value if isinstance(value, Mapping) or kind == "paragraph" else {}, language))
        if read
        else tuple(Line("text", (text,)) for text in others(kind, value) if text.strip())
    )
    block_id = str(block.get("id") or "")
    return Piece(
        kind=kind,
        id=block_id,
        lines=lines,
        level=_level(value) if kind == "heading" else 0,
        anchor=heading_anchor(block_id) if block_id else "",
        names_rows=isinstance(value, Mapping) and bool(value.get("first_column_is_header", True)),
    )


def _level(value: Value) -> int:
    stored = str(value.get("level") or "2") if isinstance(value, Mapping) else "2"
    return int(stored) if stored.isdecimal() else 2
