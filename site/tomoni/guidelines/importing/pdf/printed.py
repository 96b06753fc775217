"""What a page draws, as the library lays it out: its signs, its ruling lines, its pictures."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage

from .glyphs import Glyph, once

GETA = "〓"  # what printers set for a sign they lack
_STRONG = re.compile(r"bold|heavy|black|demi|[-_]w[6-9]|gothice|ゴシックe|[,-]b\b", re.IGNORECASE)
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_PRIVATE = range(0xE000, 0xF900)


@dataclass
class Drawn:
    """The contents of a page before they are put in order."""

    glyphs: list[Glyph] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)  # signs that do not stand upright
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    rulings: int = 0
    signs: int = 0
    unknown: int = 0  # signs whose code the file does not tell


def drawn_on(page: Any) -> Drawn:  # Any: untyped library
    """Return what a page draws; of the rulings only those that a table may consist of."""
    drawn = Drawn()
    left, top = (float(side) for side in page.mediabox[:2])
    height = float(page.height)
    glyphs: list[Glyph] = []
    others: dict[str, list[Any]] = {}
    for one in _leaves(page.layout):
        if isinstance(one, LTChar):
            _sign(one, drawn, glyphs, (left, top + height))
        elif isinstance(one, LTImage):
            box = (left + one.x0, top + height - one.y1, left + one.x1, top + height - one.y0)
            drawn.pictures.append(box)
        elif isinstance(one, LTCurve):
            drawn.rulings += 1
            found = page.process_object(one)
            others.setdefault(found["object_type"], []).append(found)
    # The library would make a record of every sign, which takes longer than all the rest.
    page._objects = others  # noqa: SLF001 -- what it keeps its records in
    drawn.glyphs = once(one for one in glyphs if one.bottom >= top and one.top <= top + height)
    return drawn


def _leaves(container: Iterable[Any]) -> Iterator[Any]:  # Any: untyped library
    for one in container:
        if isinstance(one, LTContainer):
            yield from _leaves(one)
        else:
            yield one


def _sign(one: LTChar, drawn: Drawn, glyphs: list[Glyph], origin: tuple[float, float]) -> None:
    text = one.get_text()
    if not text.strip("\x00") or one.size <= 0:
        return
    drawn.signs += bool(text.strip())
    if _UNKNOWN.search(text) or text == "\ufffd" or ord(text[0]) in _PRIVATE:
        drawn.unknown += 1
        text = GETA
    if not one.upright:
        drawn.turned.append(text)
        return
    left, base = origin
    glyphs.append(
        Glyph(
            text,
            left + one.x0,
            base - one.y1,
            left + one.x1,
            base - one.y0,
            one.size,
            _is_strong(str(one.fontname)),
        )
    )


@lru_cache(maxsize=500)
def _is_strong(font: str) -> bool:
    return bool(_STRONG.search(font))
