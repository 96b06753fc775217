"""Numbering definitions of a Word file: from numbering.xml to the number that stands in print."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from .counting import written
from .names import child, local, switched, value, whole
from .styles import Styles
from .symbols import symbol

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass
class Level:
    """One level of a numbering: how it counts and what is printed around the number."""

    start: int = 1
    manner: str = "decimal"
    text: str = ""
    style: str = ""
    gap: str = "\t"
    plain_digits: bool = False
    restarts_after: int = -1  # the level whose next number makes this one begin again


@dataclass
class Numbering:
    """All numberings, and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by the abstract's id
    abstract_of: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def number(self, properties: Element | None, style: str, styles: Styles) -> str:
        """Count on for a paragraph and return its printed number with the gap after it."""
        own, depth = self._which(properties, style, styles)
        if own in ("", "0") or own not in self.abstract_of:
            return ""
        depth = min(max(depth, 0), _LEVELS - 1)
        level = self._level(own, depth)
        if level is None:
            return ""
        counts = self._counted(own, depth)
        if level.manner == "bullet":
            return symbol(level.text) + " " if level.text else ""
        text = _PLACE.sub(
            lambda found: self._figure(own, int(found[1]) - 1, level, counts), level.text
        )
        return text + ("" if level.gap == "nothing" else " ") if text else ""

    def _which(self, properties: Element | None, style: str, styles: Styles) -> tuple[str, int]:
        own = child(properties, "numPr", "numId")
        depth = child(properties, "numPr", "ilvl")
        chain = styles.chain(style)
        if own is not None:
            return value(own), whole(value(depth))
        inherited = next((one.numbering for one in chain if one.numbering is not None), "")
        if not inherited:
            return "", 0
        # A style that is tied to a level of the numbering is printed at that level.
        levels = self.levels.get(self.abstract_of.get(inherited, ""), {})
        tied = (at for at, level in levels.items() if level.style and level.style == style)
        given = (one.depth for one in chain if one.depth is not None)
        return inherited, next(tied, next(given, 0))

    def _level(self, own: str, depth: int) -> Level | None:
        return self.overrides.get(own, {}).get(depth) or self.levels.get(
            self.abstract_of[own], {}
        ).get(depth)

    def _counted(self, own: str, depth: int) -> list[int]:
        abstract = self.abstract_of[own]
        counts = self.counts.setdefault(abstract, [0] * _LEVELS)
        if own not in self.begun:
            self.begun.add(own)
            for at in self.starts.get(own, {}):
                counts[at] = 0
        level = self._level(own, depth)
        start = self.starts.get(own, {}).get(depth, level.start if level else 1)
        counts[depth] = counts[depth] + 1 if counts[depth] else start
        for lower in range(depth + 1, _LEVELS):
            below = self._level(own, lower)
            if below is None or below.restarts_after < 0 or depth < below.restarts_after:
                counts[lower] = 0
        return counts

    def _figure(self, own: str, at: int, level: Level, counts: list[int]) -> str:
        other = self._level(own, at) or Level()
        manner = "decimal" if level.plain_digits else other.manner
        return written(counts[at] or other.start, manner)


def numbering_of(root: Element | None) -> Numbering:
    """Read the part numbering.xml."""
    numbering = Numbering()
    by_style: dict[str, str] = {}
    for one in root if root is not None else ():
        if local(one) == "abstractNum":
            own = value(one, "abstractNumId")
            numbering.levels[own] = dict(map(_level, _named(one, "lvl")))
            by_style[value(child(one, "styleLink"))] = own
            numbering.links[own] = value(child(one, "numStyleLink"))
    for one in root if root is not None else ():
        if local(one) == "num":
            _instance(one, numbering, by_style)
    return numbering


def _instance(one: Element, numbering: Numbering, by_style: dict[str, str]) -> None:
    own = value(one, "numId")
    abstract = value(child(one, "abstractNumId"))
    link = numbering.links.get(abstract, "")
    numbering.abstract_of[own] = by_style.get(link, abstract) if link else abstract
    for override in _named(one, "lvlOverride"):
        depth = whole(value(override, "ilvl"))
        start = child(override, "startOverride")
        if start is not None:
            numbering.starts.setdefault(own, {})[depth] = whole(value(start), 1)
        level = child(override, "lvl")
        if level is not None:
            numbering.overrides.setdefault(own, {})[depth] = _level(level)[1]


def _named(element: Element, name: str) -> list[Element]:
    return [one for one in element if local(one) == name]


def _level(one: Element) -> tuple[int, Level]:
    restart = child(one, "lvlRestart")
    manner = child(one, "numFmt")
    return whole(value(one, "ilvl")), Level(
        start=whole(value(child(one, "start")), 1),
        manner=value(manner) or "decimal",
        text=value(child(one, "lvlText")),
        style=value(child(one, "pStyle")),
        gap=value(child(one, "suff")) or "tab",
        plain_digits=switched(child(one, "isLgl")) or False,
        restarts_after=-1 if restart is None else whole(value(restart), -1),
    )
