"""What every reader of a format hands over: the printed lines with the evidence of their look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .lines import Line

# Called with the pages (or parts) done and how many there are; 0 where that is not known.
Progress = Callable[[int, int], None]


def quiet(done: int, total: int) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True)
class Source:
    """A file as read: its whole text, its lines, and what the reader itself set aside."""

    text: str
    encoding: str
    lines: Sequence[Line]
    aside: Sequence[tuple[Line, str]] = ()
    title: str = ""  # as the file marks it; empty where it does not
    numbers: Sequence[tuple[int, int]] = field(default=())  # page counted, page printed
    contents: Sequence[tuple[str, int]] = field(default=())  # title, page printed
    laid_out: bool = True  # pages, columns and paragraphs are known, not guessed from the text
    drawn: bool = False  # drawings may stand among the lines as stray words
