"""What a page of a guideline is made of, once it is ready to be read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from tomoni.guidelines.glossary import Term
from tomoni.guidelines.selectors import Entry


@dataclass(frozen=True)
class Note:
    """A note under a passage: its mark, its text, its address, and the way back to its mark."""

    mark: str
    html: SafeString
    anchor: str
    back: str


@dataclass(frozen=True)
class Part:
    """A piece of a page in reading order.

    `kind` is the block's name, "notes" a run of notes, "definitions" what terms mean that are
    defined on another page.
    """

    kind: str
    anchor: str = ""
    number: str = ""
    level: int = 0
    rank: int = 0  # the level of its heading in HTML, where no level may be left out
    text: str = ""
    html: SafeString = field(default_factory=lambda: mark_safe(""))
    items: tuple[tuple[str, SafeString], ...] = ()
    notes: tuple[Note, ...] = ()
    terms: tuple[Term, ...] = ()
    block: Any = None  # a bound block of another kind, which renders itself
    context: Mapping[str, Any] = field(default_factory=dict)  # what it needs for that


@dataclass(frozen=True)
class MenuItem:
    """A line of a navigation, as the design's components take it."""

    text: str
    url: str
    current: bool = False
    children: tuple["MenuItem", ...] = ()


def menu_of(entries: Iterable[Entry]) -> tuple[MenuItem, ...]:
    return tuple(MenuItem(text=entry.full_title, url=entry.url) for entry in entries)
