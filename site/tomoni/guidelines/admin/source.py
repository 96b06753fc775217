"""The source as printed, line by line, for the pane beside the outline."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class SourceLine:
    number: int
    text: str
    page: int  # the page that begins with this line, else 0


def lines_of(source: str) -> Iterator[SourceLine]:
    """Yield the lines with their numbers and where a page begins."""
    page = 1
    for number, line in enumerate(source.split("\n"), 1):
        breaks = line.count("\f")
        page += breaks
        text = line.replace("\f", "").replace("\v", "").rstrip()
        yield SourceLine(number, text, page if breaks or (number == 1 and "\f" in source) else 0)
