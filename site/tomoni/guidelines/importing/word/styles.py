"""The styles of a Word file: which are headings, contents or titles, how large, how bold."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from .names import child, local, switched, value, whole

_HEADING = re.compile(r"(?:heading|見出し|标题|제목)\s*([1-9１-９])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目次)\s*(?:[1-9１-９]|heading|の見出し)", re.IGNORECASE)
_TITLES = {"title", "表題", "タイトル"}
_CAPTIONS = {"caption", "図表番号"}
_DEEPEST = 9
_USUAL = 21  # half-points: 10.5 pt, what Japanese Word begins with
_CHAIN = 20  # styles that may be based on one another


@dataclass
class Style:
    """What a style says of itself; None where it leaves it to the style it is based on."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    size: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    numbering: str | None = None
    depth: int | None = None


@dataclass
class Styles:
    """All styles by their ids, and what holds where none says anything."""

    named: dict[str, Style] = field(default_factory=dict)
    size: int = _USUAL
    paragraph: str = ""  # the id of the style of paragraphs that name none

    def chain(self, own: str) -> list[Style]:
        """Return a style and those it is based on, nearest first."""
        found: list[Style] = []
        while own in self.named and len(found) < _CHAIN:
            found.append(self.named[own])
            own = self.named[own].based_on
        return found

    def level(self, own: str) -> int:
        """Return the level of a heading's style, 0 for other styles."""
        for style in self.chain(own):
            heading = _HEADING.match(style.name)
            if heading:
                return int(heading[1])
            if style.outline is not None:
                return style.outline + 1 if style.outline < _DEEPEST else 0
        return 0

    def is_contents(self, own: str) -> bool:
        """Say whether the style belongs to a table of contents."""
        return any(_CONTENTS.match(style.name) for style in self.chain(own)[:2])

    def is_title(self, own: str) -> bool:
        """Say whether the style is that of the document's title."""
        return any(style.name.lower() in _TITLES for style in self.chain(own)[:1])

    def is_caption(self, own: str) -> bool:
        """Say whether the style is that of captions."""
        return any(style.name.lower() in _CAPTIONS for style in self.chain(own)[:1])

    def look(self, *owns: str) -> tuple[int, bool]:
        """Return size in half-points and boldness that the styles give, the first the strongest."""
        chains = [style for own in owns for style in self.chain(own)]
        size = next((one.size for one in chains if one.size is not None), self.size)
        bold = next((one.bold for one in chains if one.bold is not None), False)
        return size, bold

    def hides(self, own: str) -> bool:
        """Say whether the style hides its text."""
        return next((one.hidden for one in self.chain(own) if one.hidden is not None), False)


def styles_of(root: Element | None) -> Styles:
    """Read the part styles.xml."""
    styles = Styles()
    for one in root if root is not None else ():
        if local(one) == "docDefaults":
            default = child(one, "rPrDefault", "rPr", "sz")
            styles.size = whole(value(default), 20) if default is not None else 20
        if local(one) != "style":
            continue
        own = value(one, "styleId")
        styles.named[own] = _style(one)
        if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true"):
            styles.paragraph = own
            styles.size = styles.named[own].size or styles.size
    return styles


def _style(one: Element) -> Style:
    outline = child(one, "pPr", "outlineLvl")
    size = child(one, "rPr", "sz")
    numbering = child(one, "pPr", "numPr", "numId")
    depth = child(one, "pPr", "numPr", "ilvl")
    return Style(
        name=value(child(one, "name")).strip(),
        based_on=value(child(one, "basedOn")),
        outline=None if outline is None else whole(value(outline), _DEEPEST),
        size=None if size is None else whole(value(size), _USUAL),
        bold=switched(child(one, "rPr", "b")),
        hidden=switched(child(one, "rPr", "vanish")),
        numbering=None if numbering is None else value(numbering),
        depth=None if depth is None else whole(value(depth)),
    )
