"""References by number: which section 「２－１」, 「Ｑ５」 or 「第２章の３」 is."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .names import ATTACHED, name_of
from .result import Section

_NUMBERED = r"(?:[0-9０-９]{1,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[一二三四五六七八九十百]{1,5})"
_STEP = (
    rf"(?:第{_NUMBERED}条(?:の{_NUMBERED})?|第?{_NUMBERED}[編部章節款]"
    r"|[0-9０-９]{1,3}(?:[.．\-－‐−][0-9０-９]{1,3}){1,3}"
    rf"|[一-龯ァ-ヶーA-Za-zＡ-Ｚａ-ｚ]{{1,8}}[.．]?{_NUMBERED}"
    r"|[(（][0-9０-９一二三四五六七八九十]{1,3}[)）]|[⑴-⒇①-⑳]"
    rf"|{_NUMBERED})"
)
# A table, form or material behind the text is meant wherever it is named as the rule.
_APPENDED = rf"[一-龯ァ-ヶー]{{2,8}}第?{_NUMBERED}号?"
_CHAIN = rf"{_STEP}(?:[.．]?の?{_STEP}){{0,3}}"
_POINTER = re.compile(
    rf"(?P<a>{_CHAIN}[.．]?)\s?(?:を|へ|も)?(?:ご?参照|ご覧)"
    rf"|[➝→⇒⇨➡➔]\s?(?P<b>{_CHAIN})(?![0-9０-９]|\s?(?:ページ|頁|[PpＰｐ]|年|月|日|か|人|件|円))"
    rf"|(?P<c>{_APPENDED}|別(?:記様式|[表紙添図記]))(?=のとおり|に(?:掲げ|定め|示[しす]|まとめ|よ[りる]))",
)
_STEPS = re.compile(_STEP)
_BARE = re.compile(r"[0-9一二三四五六七八九十()]+")
_LONGEST = 12  # signs of a numbered word, of which the reference may hold only the last


@dataclass(frozen=True)
class Pointer:
    """A place in a text that names a section by its number."""

    start: int
    text: str
    target: int


class Numbers:
    """The sections of a document by the numbers that they bear."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.places: dict[str, list[int]] = defaultdict(list)
        self.ends: list[int] = []
        ids = {section.id: at for at, section in enumerate(sections)}
        for at, section in enumerate(sections):
            name = section.number or _named(section.title)
            if name:
                self.places[_folded(name)].append(at)
            self.ends.append(at + sum(1 for one in section.walk() if one.id in ids))

    def find(self, text: str, near: int) -> Iterator[Pointer]:
        """Yield the places of a text that name a section, `near` the section they stand in."""
        for found in _POINTER.finditer(text):
            chain = found["a"] or found["b"] or found["c"]
            steps = [chain] if found["c"] else _STEPS.findall(chain)
            lead = self._known_end(steps[0])
            dotted = chain[-1] in ".．"
            follow = [lead, *map(_folded, steps[1:])]
            target = self._follow(follow, near, dotted=dotted) if lead else None
            if target is not None:
                cut = len(steps[0]) - len(lead)
                start = found.start() if found["b"] else found.start() + max(0, cut)
                yield Pointer(start, text[start : found.end()], target)

    def _known_end(self, step: str) -> str:
        """Return the longest end of a step that is a number here: 後述の資料２ names 資料２."""
        folded = _folded(step)
        for cut in range(min(len(folded), _LONGEST)):
            if folded[cut:] in self.places and (cut == 0 or not _BARE.fullmatch(folded[cut:])):
                return folded[cut:]
        return ""

    def _follow(self, steps: list[str], near: int, *, dotted: bool) -> int | None:
        # A bare figure may be anything; 「３．を参照」 with its point is a section.
        if len(steps) == 1 and _BARE.fullmatch(steps[0]) and not dotted:
            return None
        # A number that stands in several chapters means the one of the same chapter.
        places = self.places[steps[0]]
        target = min(places, key=lambda at: (not at <= near < self.ends[at], abs(at - near)))
        for step in steps[1:]:
            inner = [at for at in self.places[step] if target < at < self.ends[target]]
            if not inner:
                return None
            target = inner[0]
        return target


def _named(title: str) -> str:
    """Return the number within a title: 別表１ of 「別表１（第３条関係）」."""
    found = re.match(rf"{_APPENDED}(?![0-9０-９一二三四五六七八九十])", title)
    name = name_of(title)
    return found[0] if found else name if name in ATTACHED else ""


def _folded(number: str) -> str:
    folded = unicodedata.normalize("NFKC", number)
    return (
        re.sub(r"[\s:：.。、【】\[\]〔〕]+$|^[【\[〔]+|\s", "", folded)
        .replace("-", "－")
        .casefold()
    )
