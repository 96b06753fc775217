"""What is printed on a page and is no text of the guideline: numbers, heads, contents, links."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from . import contents, heads, reasons
from .folding import plain
from .lines import Line
from .numbering import marker
from .sources import Source

_NUMBER = re.compile(
    r"[-‐－–―—~〜・\[（(［〔【《<＜\s]*(?:(?:[PpＰｐ]|[Pp]age)[.．]?\s*)?([0-9０-９]{1,3})"
    r"(?:\s*(?:/|／|頁|ページ|of)\s*[0-9０-９]*)?[-‐－–―—~〜・\]）)］〕】》>＞\s]*",
)
_ROMAN = re.compile(r"[-‐－–—]\s*[ivxlⅰ-ⅹ]{1,5}\s*[-‐－–—]")  # of the contents' pages
_LINK = re.compile(r"(?:https?://|www\.)[!-~]+")
_ADDRESS = re.compile(r"[!-~]*[%/=&][!-~]*")
_EDITING = {"削除", "修正", "追加", "要確認", "校正", "差替", "差し替え", "挿入", "トル", "ママ"}
_SHORT = 40
_TITLE_PAGE = 3
_CHAPTERS = ("unit 編", "unit 部", "unit 章")
_FEW = 3


@dataclass
class Furniture:
    """The lines set apart, with the reason, and the printed numbers found on the way."""

    set_aside: list[tuple[Line, str]] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)  # page counted, page printed
    contents: list[tuple[str, int]] = field(default_factory=list)  # title, page printed


def clear(source: Source) -> tuple[list[Line], Furniture]:
    """Take the furniture out of the lines and, where a file does not tell them, count the pages."""
    furniture = Furniture(list(source.aside), list(source.numbers), list(source.contents))
    lines = _without_links(list(source.lines), furniture)
    lines = _without_contents(lines, furniture)
    if source.laid_out:
        return _without_editing_marks(lines, furniture), furniture
    lines = _without_running_heads(lines, furniture)
    lines = _counted(lines)
    lines = _without_numbers(lines, furniture)
    return _without_editing_marks(lines, furniture), furniture


def _drop(
    lines: list[Line], gone: dict[int, str], furniture: Furniture, *, numbers: bool = False
) -> list[Line]:
    """Set the named lines aside; a page or gap that one of them began begins with the next."""
    if not gone:
        return lines
    kept: list[Line] = []
    starts, gap = False, 0
    for index, line in enumerate(lines):
        if index in gone:
            furniture.set_aside.append((line, gone[index]))
            starts = starts or line.starts_page or numbers
            gap = max(gap, line.gap)
            continue
        if (starts and not line.starts_page) or gap > line.gap:
            kept.append(
                replace(line, starts_page=line.starts_page or starts, gap=max(line.gap, gap))
            )
        else:
            kept.append(line)
        starts, gap = False, 0
    return kept


def _without_links(lines: list[Line], furniture: Furniture) -> list[Line]:
    gone: dict[int, str] = {}
    for at, line in enumerate(lines):
        # A long address runs on over the next line.
        runs_on = (
            at - 1 in gone and lines[at - 1].trail == 0 and _ADDRESS.fullmatch(line.text[:200])
        )
        if _LINK.fullmatch(line.text) or runs_on:
            gone[at] = reasons.LINK
    return _drop(lines, gone, furniture)


def _without_contents(lines: list[Line], furniture: Furniture) -> list[Line]:
    found = contents.find(lines)
    furniture.contents += [(entry.title, entry.page) for entry in found.values() if entry.page]
    listed = [(lines[at], entry) for at, entry in found.items() if not entry.heading]
    left = _drop(lines, dict.fromkeys(found, reasons.CONTENTS), furniture)
    return contents.recognise(left, listed)


def _without_running_heads(lines: list[Line], furniture: Furniture) -> list[Line]:
    edges: Counter[str] = Counter()
    at_edge: dict[int, str] = {}
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        near = line.starts_page or after is None or after.starts_page
        for other in lines[max(0, at - 1) : at] + ([after] if after else []):
            near = near or bool(_NUMBER.fullmatch(other.text))
        if near and line.width < _SHORT and not line.ends_sentence:
            key = re.sub(r"[0-9０-９]+", "#", line.text)
            if plain(key):
                at_edge[at] = key
                edges[key] += 1
    heads = {at for at, key in at_edge.items() if edges[key] >= _FEW} | _said_again(lines, at_edge)
    # Where it stands first, on the title page, it is the title, and a line of its own.
    gone = dict.fromkeys((at for at in heads if at >= _TITLE_PAGE), reasons.RUNNING_HEAD)
    lines = [
        replace(line, trail=max(1, line.trail)) if at < _TITLE_PAGE and at in heads else line
        for at, line in enumerate(lines)
    ]
    return _drop(lines, gone, furniture)


def _said_again(lines: list[Line], at_edge: Mapping[int, str]) -> set[int]:
    """Return the lines that name a chapter again at the head of each of its pages."""
    said: set[str] = set()
    again: set[int] = set()
    for at, line in enumerate(lines):
        found = marker(line.text) if len(line.text) < _SHORT else None
        if found is None or found[0].scheme not in _CHAPTERS or not found[1]:
            continue
        if plain(line.text) in said and at in at_edge:
            again.add(at)
        said.add(plain(line.text))
    return again


def _counted(lines: list[Line]) -> list[Line]:
    """Number the pages; one with only stray words belongs to the page after it."""
    starts = [at for at, line in enumerate(lines) if line.starts_page or at == 0]
    real: list[int] = []
    for at, after in pairwise([*starts, len(lines)]):
        signs = sum(len(line.text) for line in lines[at:after])
        if signs >= _SHORT or any(_NUMBER.fullmatch(line.text) for line in lines[at:after]):
            real.append(at)
    pages, at_page = [], 0
    opening = set(real[1:])
    for at, line in enumerate(lines):
        at_page += at in opening
        pages.append(replace(line, page=at_page + 1) if at_page else line)
    return pages


def _without_numbers(lines: list[Line], furniture: Furniture) -> list[Line]:
    found = heads.find(lines)
    leads, counted = heads.lead(lines, found), set(found)
    for at, line in enumerate(lines):
        bare = _NUMBER.fullmatch(line.text)
        if bare:
            found[at] = int(bare[1])
    roman = {at for at, line in enumerate(lines) if _ROMAN.fullmatch(line.text)}
    gone = dict.fromkeys([*found, *roman], reasons.PAGE_NUMBER)
    shifted, shift = [], 0
    for at, line in enumerate(lines):
        before_edge = at + 1 == len(lines) or lines[at + 1].starts_page
        shifted.append(replace(line, page=line.page + shift) if shift else line)
        printed = found.get(at)
        if printed is None:
            continue
        furniture.numbers.append((shifted[at].page + (leads and at in counted), printed))
        if not before_edge and not line.starts_page:
            # A number stands at a page's head or foot, so a page ends here unseen.
            shift += 1
    return _drop(shifted, gone, furniture, numbers=True)


def _without_editing_marks(lines: list[Line], furniture: Furniture) -> list[Line]:
    gone = {
        at: reasons.EDITING_MARK
        for at, line in enumerate(lines)
        if line.text.strip("（）()［］[]【】") in _EDITING
    }
    return _drop(lines, gone, furniture)


def printed_number(text: str) -> int | None:
    """Return the page number that a line is, None where it is more or less than one."""
    found = _NUMBER.fullmatch(text)
    return int(found[1]) if found else None
