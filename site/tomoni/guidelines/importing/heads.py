"""Page numbers that stand in a running head, or in kanji: told because they count on."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from .folding import plain
from .lines import Line
from .numbering import number

_FIGURES = "[0-9０-９]{1,3}"
_HEAD = re.compile(
    rf"(?P<words>\S.{{4,38}}?)[ \t\u3000]{{2,}}(?P<after>{_FIGURES})"
    rf"|(?P<before>{_FIGURES})[ \t\u3000]{{2,}}(?P<title>\S.{{4,38}})",
)
_KANJI = re.compile("[〇一二三四五六七八九十]{1,3}")
_INDENT = 4  # blanks before a number in the middle of a page's foot
_FEW, _LONGEST = 3, 80


def find(lines: Sequence[Line]) -> dict[int, int]:
    """Return the lines that hold a page's number, with that number."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        found = _HEAD.fullmatch(line.text) if len(line.text) < _LONGEST else None
        if found:
            words = plain(found["words"] or found["title"])
            groups[words].append((at, number(found["after"] or found["before"])))
        elif line.indent >= _INDENT and _KANJI.fullmatch(line.text):
            groups[""].append((at, number(line.text)))
    return {
        at: page
        for words, group in groups.items()
        if len(group) >= _FEW and _count(group, closely=bool(words))
        for at, page in group
    }


def lead(lines: Sequence[Line], found: dict[int, int]) -> bool:
    """Say whether they stand at the heads of pages: a text follows the last of them."""
    return bool(found) and max(found) < len(lines) - 1


def _count(group: list[tuple[int, int]], *, closely: bool) -> bool:
    """Say whether the numbers rise, and by one where other lines might look the same."""
    steps = [after - page for (_, page), (_, after) in pairwise(group)]
    return all(step == 1 if closely else step > 0 for step in steps)
