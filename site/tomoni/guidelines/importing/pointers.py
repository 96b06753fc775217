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
    r"|(?:[0-9０-９]{1,3}|[Ⅰ-Ⅻ])(?:[.．\-－‐−][0-9０-９]{1,3}){1,3}"
    rf"|[一-龯ァ-ヶーA-Za-zＡ-Ｚａ-ｚ]{{1,8}}[.．]?{_NUMBERED}"
    r"|[(（][0-9０-９一二三四五六七八九十]{1,3}[)）]|[⑴-⒇①-⑳]"
    rf"|{_NUMBERED})"
)
# A table, form or material behind the text is meant wherever it is named as the rule.
_APPENDED = rf"[一-龯ァ-ヶー]{{2,8}}第?{_NUMBERED}号?"
_BY_RULE = r"のとおり|に(?:掲げ|定め|示[しす]|まとめ|よ[りる])"
_MEANT = r"""に(?:あり|ある|沿[いうっ]|基づ|準じ|立ち返|書[いか]|記[しすさ]|のっと|述べ)
|[のはをで](?:規定|定め|考え方|方法|手[順続]|受付|相談|体制|内容|例)|から(?:、|お?読|[1-9１-９一-九]*まで)|で(?:述べ|示し|定め)"""
_MEANT = _MEANT.replace("\n", "")
# Not 「図2-1」, nor what stands behind the name of another law or plan.
_OWN = r"(?<![図表真号注第0-9０-９.．\-－‐−法令例則画程綱領）)」』])(?<![法令例則画程綱領]の)"
_CHAIN = rf"{_STEP}(?:[.．]?の?{_STEP}){{0,3}}"
_POINTER = re.compile(
    rf"(?P<a>{_CHAIN}[.．]?)\s?(?:を|へ|も)?(?:併せて|あわせて)?(?:ご?参照|ご覧|お?読み(?:ください)?|見て(?:ください)?)"
    rf"|[➝→⇒⇨➡➔]\s?(?P<b>{_CHAIN})(?![0-9０-９]|\s?(?:ページ|頁|[PpＰｐ]|年|月|日|か|人|件|円))"
    rf"|(?P<c>{_APPENDED}|別(?:記様式|[表紙添図記]))(?={_BY_RULE})"
    rf"|(?<=[（(])(?P<e>{_APPENDED})(?=[)）])"
    rf"|{_OWN}(?P<d>{_CHAIN})(?={_BY_RULE}|{_MEANT})",
)
_STEPS = re.compile(_STEP)
_ARTICLE = re.compile(rf"第{_NUMBERED}条")
_CHAPTER = re.compile("第?([0-9]+)章")
_BARE = re.compile(r"[0-9一二三四五六七八九十()]+")
_UNCOUNTED = re.compile(r"\W?")
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
            counted = section.number if not _UNCOUNTED.fullmatch(section.number) else ""
            name = counted or _named(section.title)
            if name:
                self.places[_folded(name)].append(at)
            self.ends.append(at + sum(1 for one in section.walk() if one.id in ids))

    def find(self, text: str, near: int) -> Iterator[Pointer]:
        """Yield the places of a text that name a section, `near` the section they stand in."""
        for found in _POINTER.finditer(text):
            appended = found["c"] or found["e"]
            chain = appended or found["a"] or found["b"] or found["d"]
            steps = [appended] if appended else _STEPS.findall(chain)
            if found["d"] and _ARTICLE.match(steps[0]):
                continue  # an article by itself is one of the law spoken of
            lead = self._known_end(steps[0])
            dotted = chain[-1] in ".．" or chain[-1] == "章"
            follow = [lead, *map(_folded, steps[1:])]
            target = self._follow(follow, near, dotted=dotted) if lead else None
            if target is not None:
                cut = len(steps[0]) - len(lead) if _folded(steps[0]).endswith(lead) else 0
                start = found.start() if found["b"] else found.start() + max(0, cut)
                yield Pointer(start, text[start : found.end()], target)

    def _known_end(self, step: str) -> str:
        """Return the longest end of a step that is a number here: 後述の資料２ names 資料２."""
        folded = _folded(step)
        for cut in range(min(len(folded), _LONGEST)):
            if folded[cut:] in self.places and (cut == 0 or not _BARE.fullmatch(folded[cut:])):
                return folded[cut:]
        # 「第４章」 may be numbered 4 where no chapter says more than that.
        chapter = _CHAPTER.fullmatch(folded)
        return chapter[1] if chapter and chapter[1] in self.places else ""

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

    def under(self, places: Sequence[int], step: str) -> int | None:
        """Return the section with a number below one of several sections."""
        for place in places:
            for at in self.places[_folded(step)]:
                if place < at < self.ends[place]:
                    return at
        return None


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
