"""References inside the guideline, by page or by section, each led to the section it means."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from .bytitle import Titles
from .folding import plain
from .numbering import number
from .pages import offset
from .pointers import Numbers
from .result import Block, ItemList, Note, Paragraph, Reference, Section, Table

_N = "[0-9０-９]{1,3}"
_P = rf"(?:{_N}|[一二三四五六七八九十百]{{1,5}})"
_SEE = r"\s?(?:を|へ|も)?(?:ご?参照|ご覧)"
_OF = r"(?:の[^\s、。]{1,8})?"  # 12ページの表を参照
_TO = rf"(?:[~～〜\-－―]\s?(?:[PpＰｐ][.．]?\s?)?{_P})?"
_UNIT = rf"(?:第{_P}|(?<![0-9０-９]){_N})[編部章節]"
_REFERENCE = re.compile(
    rf"[➝→⇒⇨➡➔]\s?(?:[PpＰｐ][.．]?\s?(?P<a>{_N})|(?P<b>{_P})\s?(?:ページ|頁|[PpＰｐ]))"
    rf"|(?<![A-Za-zＡ-Ｚａ-ｚ])[PpＰｐ][.．]?\s?(?P<c>{_N}){_TO}{_OF}{_SEE}"
    rf"|(?P<d>{_P}){_TO}\s?(?:ページ|頁){_OF}{_SEE}"
    rf"|(?<=[（(])(?:[PpＰｐ][.．]?\s?(?P<g>{_N}){_TO}|(?P<h>{_P}){_TO}\s?(?:ページ|頁))(?=[)）の])"
    rf"|(?P<turn>[次前])の?(?:ページ|頁)(?:{_SEE})?(?=[\s）)、。のにをでへか]|$)"
    rf"|(?:[➝→⇒⇨➡➔]\s?(?P<e>{_UNIT}(?:{_UNIT}){{0,3}})|(?P<f>{_UNIT}(?:{_UNIT}){{0,3}}){_SEE})",
)
_UNITS = re.compile(_UNIT)
_NAME = 3  # signs of a title or number that a sentence can be searched for
_ON_PAGE = 60  # sections that a printed page has at most
_OPENINGS = re.compile(r"[「『〔（(【［\[、。・]")


@dataclass(frozen=True)
class _Found:
    text: str
    label: str
    page: int | None
    units: str
    block: Block
    section: int
    target: int | None = None  # where the number of a section tells it
    turn: int = 0  # pages from the one on which the reference stands


class _Index:
    """The sections by title, by number and by page."""

    def __init__(self, sections: Sequence[Section], pages: Sequence[int]) -> None:
        self.sections, self.pages = sections, pages
        self.chapters = [at for at, one in enumerate(sections) if one.level == 1]
        self.texts: dict[int, str] = {}
        self.titles: dict[str, list[int]] = defaultdict(list)
        self.units: dict[tuple[str, int], list[int]] = defaultdict(list)
        for at, section in enumerate(sections):
            self.titles[plain(section.title)].append(at)
            if section.scheme.startswith("unit"):
                unit = _UNITS.match(section.number)
                if unit:
                    self.units[_unit(unit[0])].append(at)

    def by_units(self, units: str, near: int) -> int | None:
        """Find 第３章 or 第３章第２節; a 節 alone is looked for in the same chapter first."""
        parts = [_unit(one) for one in _UNITS.findall(units)]
        low = 0
        if len(parts) == 1:
            return self._nearest(self.units[parts[0]], near, inside=parts[0][0] == "節")
        found: int | None = None
        for part in parts:
            places = self.units[part]
            place = bisect_left(places, low)
            if place == len(places):
                return found
            found = low = places[place]
        return found

    def _nearest(self, places: list[int], near: int, *, inside: bool) -> int | None:
        """Choose among sections of one number: in the same chapter, else the next one, else any."""
        place = bisect_right(places, near)
        chapter = self.chapters[bisect_right(self.chapters, near) - 1] if inside else 0
        if place and places[place - 1] >= chapter:
            return places[place - 1]
        return places[min(place, len(places) - 1)] if places else None

    def by_label(self, label: str, near: int) -> list[int]:
        """Find the sections that the words before the reference name."""
        units = _UNITS.findall(label)
        if units and plain(label).endswith(plain(units[-1])):
            found = self.by_units(units[-1], near)
            return [] if found is None else [found]
        return self.titles.get(plain(label), []) if plain(label) else []

    def by_page(self, page: int, label: str, near: int) -> int | None:
        """Find the section on a page whose text has the words, or else the first on the page."""
        first, last = bisect_left(self.pages, page), bisect_right(self.pages, page)
        here = list(range(first, min(last, first + _ON_PAGE)))
        words = plain(label)
        named = [at for at in here if at != near and self._is_named(at, words)]
        if named:
            return max(named, key=lambda at: len(self._name(at)))
        for at in [*here, *([first - 1] if first else [])]:
            # The section that refers has the words as well, but does not mean itself.
            if words and at != near and words in self._text(at):
                return at
        if here:
            return here[0]
        return first - 1 if first and last < len(self.pages) else None

    def _name(self, at: int) -> str:
        return plain(self.sections[at].number) or plain(self.sections[at].title)

    def _is_named(self, at: int, words: str) -> bool:
        """Say whether the words before a reference name a section by its number or title."""
        names = (self.sections[at].number, self.sections[at].title)
        return any(len(name) >= _NAME and name in words for name in map(plain, names))

    def _text(self, at: int) -> str:
        if at not in self.texts:
            self.texts[at] = plain(" ".join(text for text, _ in _texts(self.sections[at])))
        return self.texts[at]


def _unit(text: str) -> tuple[str, int]:
    return text[-1], number(text.removeprefix("第")[:-1])


def _texts(section: Section) -> Iterator[tuple[str, Block]]:
    for block in section.blocks:
        if isinstance(block, Paragraph | Note):
            yield block.text, block
        elif isinstance(block, ItemList):
            for item in block.items:
                yield item.text, block
        elif isinstance(block, Table):
            for _, cell in block.cells():
                yield cell, block


def resolve(
    sections: Sequence[Section],
    pages: Sequence[int],
    numbers: Sequence[tuple[int, int]],
    titled: Sequence[tuple[str, int]],
    places: Mapping[UUID, int],
) -> tuple[list[Reference], int | None]:
    """Return the references, and by how much printed page numbers differ from counted ones.

    `pages` are the counted pages of the sections, `numbers` the counted pages on which
    printed numbers stand, `titled` the titles and pages of a table of contents, `places` the
    counted pages of the blocks.
    """
    index = _Index(sections, pages)
    named = Numbers(sections)
    finders = (named, Titles(sections, named))
    found = [one for at, section in enumerate(sections) for one in _find(section, at, finders)]
    evidence = [printed - page for page, printed in numbers]
    for title, printed in titled:
        hits = index.titles.get(plain(title), [])
        evidence += [printed - pages[at] for at in hits[:1]]
    for one in found:
        hits = index.by_label(one.label, one.section)
        if one.page is not None and len(hits) == 1:
            evidence.append(one.page - pages[hits[0]])
    shift = offset(evidence)
    exact = {number: page for page, number in numbers} if shift is None else {}
    references = []
    for one in found:
        target = _target(one, index, shift, exact, places[one.block.id])
        references.append(
            Reference(
                text=one.text,
                target="" if target is None else sections[target].anchor,
                line=one.block.line,
                block=one.block.id,
                page=one.page,
            )
        )
    return references, shift


def _find(section: Section, at: int, finders: tuple[Numbers, Titles]) -> Iterator[_Found]:
    for text, block in _texts(section):
        places = list(_REFERENCE.finditer(text))
        taken = [found.span() for found in places]
        for one in (one for finder in finders for one in finder.find(text, at)):
            end = one.start + len(one.text)
            if all(end <= start or one.start >= stop for start, stop in taken):
                taken.append((one.start, end))
                yield _Found(one.text, "", None, "", block, at, one.target)
        for found in places:
            sign = next((found[name] for name in "abcdgh" if found[name]), None)
            turn = {"次": 1, "前": -1}.get(found["turn"] or "", 0)
            before = text[max(0, found.start() - 60) : found.start()].rstrip("（(〔［[ 　」』")
            label = _OPENINGS.split(before)[-1]
            yield _Found(
                text=found[0],
                label=label,
                page=number(sign) if sign else None,
                turn=turn,
                units=found["e"] or found["f"] or "",
                block=block,
                section=at,
            )


def _target(
    one: _Found, index: _Index, shift: int | None, exact: Mapping[int, int], page: int
) -> int | None:
    if one.target is not None:
        return one.target
    if one.turn:
        return index.by_page(page + one.turn, one.label, one.section)
    if one.units:
        return index.by_units(one.units, one.section)
    hits = index.by_label(one.label, one.section)
    counted = exact.get(one.page or 0)
    if shift is not None and one.page is not None:
        counted = one.page - shift
    on_page = [at for at in hits if index.pages[at] == counted]
    if on_page or hits:
        return (on_page or hits)[0]
    return None if counted is None else index.by_page(counted, one.label, one.section)
