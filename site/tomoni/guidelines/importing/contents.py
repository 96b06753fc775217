"""A table of contents: its lines, and what it tells of the titles that stand in the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .folding import plain
from .lines import Line

_LEADERS = " .．…‥・･·⋯─-ー―－\u3000\t"
_CONTENTS = re.compile(
    r"[【〔<＜\s]*(?:目\s*次|も\s*く\s*じ|CONTENTS|Contents|contents)[】〕>＞\s]*"
)
_ARTICLES = re.compile(
    r"[（(]第(?:[^（）()]{1,20}条[^（）()]{0,20}|[第0-9０-９一二三四五六七八九十－～・,、-]{1,20})[)）]$",
)
UNKNOWN = -1  # the contents list a title without saying how deep
_SHORT = 40
_FEW = 3
_UNLIKE = 2  # titles one after another that the text writes otherwise


@dataclass(frozen=True)
class Entry:
    """A title with the page on which it stands, 0 where the contents do not say."""

    title: str
    page: int = 0
    led: bool = False  # a row of points leads from the title to the page
    heading: bool = False  # the heading of the contents themselves


def find(lines: Sequence[Line]) -> dict[int, Entry]:
    """Return which lines are a table of contents, and what each of them says."""
    entries = [_entry(line) for line in lines]
    led = {at: entry for at, entry in enumerate(entries) if entry and entry.led}
    found: dict[int, Entry] = led if len(led) >= _FEW else {}
    known = Counter(_title(line.text) for line in lines)
    for start, line in enumerate(lines):
        if not _CONTENTS.fullmatch(line.text):
            continue
        found[start] = Entry(line.text, heading=True)
        seen: set[str] = set()
        leads = start + 1 in found
        for at in range(start + 1, len(lines)):
            entry = entries[at]
            title = _title(entry.title if entry else lines[at].text)
            again = not leads and _again(lines, at, known, seen)
            # The first title that comes a second time is the text's own heading.
            if (not entry and not again) or (title in seen and not (entry and entry.led)):
                break
            found[at] = entry or Entry(lines[at].text)
            seen.add(title)
    return found


def _again(lines: Sequence[Line], at: int, known: Mapping[str, int], seen: set[str]) -> bool:
    """Say whether a title comes again in the text, or a title not yet met stands right below."""
    for line in lines[at : at + _UNLIKE + 1]:
        title = _title(line.text)
        if line.width >= _SHORT or line.ends_sentence or (title in seen and line is not lines[at]):
            return False
        if known[title] > 1:
            return True
    return False


def _entry(line: Line) -> Entry | None:
    """Read a line of a table of contents: its title, its page, and whether it has leaders."""
    title = line.text.rstrip("0123456789０１２３４５６７８９")
    digits = line.text[len(title) :]
    if not 1 <= len(digits) <= _FEW:
        return None
    title = title.rstrip("PpＰｐ.．") if title.rstrip(_LEADERS) != title else title
    bare = title.rstrip(_LEADERS)
    leaders = title[len(bare) :]
    if not bare or not leaders:
        return None
    led = len(leaders.strip(" \u3000\t")) >= _FEW or "…" in leaders
    return Entry(bare, int(digits), led)


def _title(text: str) -> str:
    """Fold a title; the contents of an ordinance name the articles of each chapter after it."""
    return plain(_ARTICLES.sub("", text))


def recognise(lines: list[Line], listed: Sequence[tuple[Line, Entry]]) -> list[Line]:
    """Return the lines with each title that the contents list marked by its depth there."""
    indents = sorted({line.indent for line, entry in listed if entry.page})
    depths = {indent: depth for depth, indent in enumerate(indents, 1)}
    if len(indents) == 1:
        depths[indents[0]] = UNKNOWN
    wanted: dict[str, list[int]] = defaultdict(list)
    for line, entry in listed:
        if entry.page:
            wanted[plain(entry.title)].append(depths[line.indent])
    wanted.pop("", None)
    result = list(lines)
    for at, line in enumerate(lines):
        waiting = wanted.get(plain(line.text)) if line.width < _SHORT else None
        if waiting:
            result[at] = replace(line, listed=waiting.pop(0))
    return result
