"""The printed lines of a file and what their shape says: width, blanks, ends, page starts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import quantiles

from .grids import Grid
from .repairs import Repairs, mend_signs

# A note's mark may stand behind the full stop.
_MARK = r"(?:[¹²³⁰⁴-⁹]{1,3}|[※＊*†][0-9０-９]{0,2})?"
_SENTENCE_END = re.compile(rf"[。！？!?][」』）〕)”\"]*{_MARK}$|[。！？][」』）][。]?{_MARK}$")
_LONG = 15
# Shares of lines from which a habit of the whole document is learnt.
_MOST, _FEW, _OFTEN = 0.8, 0.25, 0.7
LARGER, _AS_LARGE, _SAME_SIZE = 1.08, 0.95, 0.04  # of the size of running text
_USUAL = 40.0  # signs in a line of A4
_MANY = 4  # quantiles need some lines to say anything


@dataclass(frozen=True)
class Look:
    """How a line is printed, against the running text of the same file."""

    size: float = 1.0
    strong: bool = False

    @property
    def stands_out(self) -> bool:
        """Say whether the line is larger or bolder than running text."""
        return self.size >= LARGER or (self.strong and self.size >= _AS_LARGE)

    def like(self, other: "Look | None") -> bool:
        """Say whether two lines are printed alike."""
        return (
            other is not None
            and self.strong == other.strong
            and abs(self.size - other.size) <= _SAME_SIZE
        )


@dataclass(frozen=True)
class Line:
    """One printed line, with the blanks around it kept as evidence."""

    number: int
    text: str
    indent: int
    trail: int
    gap: int  # blank lines before it, beyond the ordinary spacing
    starts_page: bool
    page: int = 1
    column: bool = False  # taken out of a two-column layout
    look: "Look | None" = None
    style: int = 0  # the level that a style gives to a heading
    whole: bool = False  # a paragraph from its beginning to its end
    note: bool = False  # the file itself says that this is a note
    listed: int = 0  # how deep the table of contents lists this title; -1 unknown, 0 not at all
    fills: bool | None = None  # runs to the right margin, where margins are known
    grid: Grid | None = None

    @cached_property
    def width(self) -> float:
        """Count signs as printed: a Latin letter is half as wide as a Japanese sign."""
        return sum(0.5 if sign.isascii() else 1 for sign in self.text)

    @cached_property
    def ends_sentence(self) -> bool:
        """Say whether the line ends where a sentence ends."""
        return bool(_SENTENCE_END.search(self.text))


@dataclass(frozen=True)
class Profile:
    """What holds for the whole file: how wide lines run and what marks a paragraph's end."""

    width: float
    wrapped: bool
    trail_ends: bool
    indent_starts: bool

    def full(self, line: Line) -> bool:
        """Say whether a line runs to the right margin."""
        if line.fills is not None:
            return line.fills
        return line.width >= self.width * 0.87


def split(text: str, repairs: Repairs) -> list[Line]:
    """Split a text into its printed lines, leaving blank ones out but counting them."""
    raw = [(no, part) for no, part in enumerate(text.split("\n"), 1)]
    spaced = _is_double_spaced([part for _, part in raw])
    lines: list[Line] = []
    blanks, page = 0, False
    for number, part in raw:
        page = page or "\f" in part
        body = part.replace("\f", "").replace("\v", "")
        if not body.strip():
            blanks += 1
            continue
        left = body.lstrip()
        indent = len(body) - len(left)
        # A page extracted from PDF begins right under the last line of the one before.
        tight = spaced and blanks == 0 and indent >= 1 and bool(lines)
        lines.append(
            Line(
                number=number,
                text=mend_signs(left.rstrip(), number, repairs),
                indent=indent,
                trail=len(left) - len(left.rstrip()),
                gap=max(0, blanks - 1) if spaced else blanks,
                starts_page=page or tight or not lines,
            ),
        )
        blanks, page = 0, False
    return [line for line in lines if line.text]


def _is_double_spaced(parts: list[str]) -> bool:
    filled = [bool(part.strip()) for part in parts]
    written = sum(filled)
    touching = sum(1 for one, two in pairwise(filled) if one and two)
    return written > _MANY and touching < written * 0.25


def profile(lines: list[Line]) -> Profile:
    """Learn from a file's own lines how its paragraphs are set."""
    lines = [line for line in lines if not line.grid]
    if lines and all(line.whole for line in lines):
        return Profile(_USUAL, wrapped=False, trail_ends=False, indent_starts=False)
    widths = [line.width for line in lines if line.width >= _LONG]
    width = quantiles(widths, n=10)[7] if len(widths) >= _MANY else _USUAL
    full = [line for line in lines if line.width >= width * 0.87]
    ends = [line for line in lines if line.width >= _LONG and line.ends_sentence]
    runs_on = [line for line in full if not line.ends_sentence]
    followers = [
        after
        for line, after in pairwise(lines)
        if line.ends_sentence and line.width < width * 0.8 and after.width >= _LONG
    ]
    return Profile(
        width=width,
        wrapped=len(runs_on) >= max(1, len(full) * 0.3),
        trail_ends=_share(ends, lambda line: line.trail > 0) >= _MOST
        and _share(runs_on, lambda line: line.trail > 0) <= _FEW
        and len(ends) >= _MANY,
        indent_starts=len(followers) > 1
        and _share(followers, lambda line: line.indent > 0) >= _OFTEN
        and _share(lines, lambda line: line.indent > 0) <= _MOST,
    )


def _share(lines: list[Line], holds: Callable[[Line], bool]) -> float:
    return sum(map(holds, lines)) / len(lines) if lines else 0.0
