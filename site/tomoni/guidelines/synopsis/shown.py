"""The parts of a comparison as its template takes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.safestring import SafeString

from tomoni.guidelines.comparing import State
from tomoni.guidelines.grids import Grid
from tomoni.home.frame import Link

SHORT = 12


@dataclass(frozen=True)
class Cells:
    """One side of a line: its cells with the words marked, and what it is on the page."""

    role: str
    cells: tuple[SafeString, ...]
    indent: int = 0


@dataclass(frozen=True)
class Table:
    """One side of a table: laid out, with the words of its cells marked, by their numbers."""

    label: str
    caption: SafeString
    grid: Grid
    cells: Mapping[int, SafeString]
    notes: tuple[SafeString, ...] = ()


@dataclass(frozen=True)
class Strip:
    """What stands side by side: a line of each side, or a whole table of each."""

    state: State
    moved: bool
    old: tuple[Cells | Table, ...]
    new: tuple[Cells | Table, ...]
    is_table: bool = False
    is_heading: bool = False


@dataclass(frozen=True)
class Fold:
    """A run of strips in which nothing changed, folded away."""

    strips: tuple[Strip, ...]

    is_fold = True

    @property
    def count(self) -> int:
        return len(self.strips)


@dataclass(frozen=True)
class Change:
    """A passage that changed, with all that is told of it."""

    anchor: str
    title: str
    state: State
    words: tuple[str, ...]
    strips: tuple[Strip | Fold, ...]
    is_opening: bool = False
    moved_from: str = ""
    parts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    old_url: str = ""
    new_url: str = ""
    more_anchors: tuple[str, ...] = ()
    # Where links to the change before and after lead.
    previous: str = ""
    following: str = ""

    is_change = True

    @property
    def is_one_sided(self) -> bool:
        """Whether all of it is new, or all of it is gone."""
        return self.state in {State.ADDED, State.REMOVED}

    @property
    def only_side(self) -> tuple[Strip, ...]:
        """The text of what is new or gone; its heading stands above it already."""
        return tuple(
            strip for strip in self.strips if isinstance(strip, Strip) and not strip.is_heading
        )


@dataclass(frozen=True)
class Unchanged:
    """A run of passages in which nothing changed: their titles and texts."""

    titles: tuple[str, ...]
    strips: tuple[tuple[str, tuple[Strip, ...]], ...]

    @property
    def count(self) -> int:
        return len(self.titles)


@dataclass(frozen=True)
class Chapter:
    """A chapter in a comparison: its passages in order, and how many of them changed."""

    title: str
    anchor: str
    items: tuple[Change | Unchanged, ...] = ()
    total: int = 0

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return tuple(item for item in self.items if isinstance(item, Change))

    @property
    def changed(self) -> int:
        return len(self.changes)

    @property
    def share(self) -> int:
        """The part of the chapter that changed, in hundredths, for its bar."""
        return round(100 * self.changed / self.total) if self.total else 0


@dataclass(frozen=True)
class Synopsis:
    """A whole comparison, ready to be shown."""

    chapters: tuple[Chapter, ...]
    counts: tuple[tuple[str, str, int], ...] = ()
    reasons: tuple[Link | str, ...] = field(default=())

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return tuple(change for chapter in self.chapters for change in chapter.changes)

    @property
    def is_short(self) -> bool:
        """Whether the list of all changes is taken in at a glance."""
        return len(self.changes) <= SHORT
