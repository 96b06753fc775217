"""Cut folded text into runs: words between spaces, and runs of scripts that need no spaces."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from .tokens import Tier

# No token is longer: what is, is no word, and stores have limits of their own.
LONGEST = 48

KANA = "\u3041-\u3096\u309d\u309eー"
HAN = "々〆〇ヵヶ\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Thai, Lao, Burmese and Khmer.
UNSPACED = f"{KANA}{HAN}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u30a1-\u30fa\u30fd\u30fe"
RUN_ON = re.compile(f"[{UNSPACED}]")


def _marks() -> str:
    """Return the combining marks as ranges of a pattern: Indic vowels are no letters to `re`."""
    numbers = [
        number
        for number in range(0x300, 0x20000)
        if unicodedata.category(chr(number)) in {"Mn", "Mc"} and not RUN_ON.match(chr(number))
    ]
    ranges = []
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        members = [number for _, number in group]
        ranges.append(f"{chr(members[0])}-{chr(members[-1])}")
    return "".join(ranges)


MARKS = _marks()
LETTER = f"(?![{UNSPACED}])[^\\W_]"
RUN = re.compile(f"([{UNSPACED}]+)|({LETTER}(?:{LETTER}|[{MARKS}])*)")
UNSPACED_RUN = re.compile(f"[{UNSPACED}]+")
HANGUL = re.compile("[\uac00-\ud7a3]+")


def has_signs(folded: str) -> bool:
    """Tell whether a text has signs of words or syllables, of which few say much."""
    return bool(RUN_ON.search(folded) or HANGUL.search(folded))


@dataclass(frozen=True)
class Run:
    """A run of a folded text; `apart` says that a sign stood between it and the run before."""

    text: str
    begin: int
    end: int
    unspaced: bool
    apart: bool


def runs(folded: str) -> Iterator[Run]:
    """Yield the runs of a folded text in their order."""
    last = 0
    for match in RUN.finditer(folded):
        begin, end = match.span()
        between = folded[last:begin]
        yield Run(match.group(), begin, end, match.group(1) is not None, between.strip() != "")
        last = end


def unspaced_grams(folded: str) -> list[str]:
    """Return the grams of all runs of a folded text in scripts without spaces."""
    found: list[str] = []
    for run in UNSPACED_RUN.findall(folded):
        found += grams(run)
    return found


def grams(run: str, tier: Tier = Tier.GRAM) -> list[str]:
    """Return each two neighbours of a run, or the one sign that it has, as tokens of `tier`."""
    mark = tier.value
    if len(run) == 1:
        return [mark + run]
    return [mark + run[at : at + 2] for at in range(len(run) - 1)]
