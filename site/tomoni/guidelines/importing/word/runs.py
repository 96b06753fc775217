"""The text of one paragraph of Word, with what stands in it that is no running text."""

from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from tomoni.guidelines.importing import reasons

from .names import child, local, switched, value, whole
from .styles import Styles
from .symbols import sign_of

_SUPER = str.maketrans("0123456789０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹")
_SKIPPED = {"instrText", "delInstrText", "pPr", "rPr", "tblPr", "sdtPr", "sdtEndPr", "rubyPr",
            "Fallback", "fldData", "proofErr", "bookmarkStart", "bookmarkEnd", "ctrlPr",
            "oMathParaPr"}  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
_DRAWN = {"drawing", "pict", "object"}
_BREAKS = {"page", "column"}
_SUPERSCRIPT, _SUBSCRIPT = "superscript", "subscript"
_DEEPEST = 200


class TooDeepError(Exception):
    """Elements stand in one another deeper than any document has them."""


@dataclass
class Printed:
    """What one paragraph prints: its lines, its looks, its notes, and what stands beside it."""

    parts: list[str] = field(default_factory=list)
    sizes: dict[int, int] = field(default_factory=dict)  # half-points: signs
    bold: int = 0
    notes: list[tuple[str, str, str]] = field(default_factory=list)  # kind, id, own mark
    boxes: list[Element] = field(default_factory=list)
    aside: list[tuple[str, str]] = field(default_factory=list)  # text, reason
    breaks_before: int = 0
    breaks_after: int = 0

    @property
    def text(self) -> str:
        return "".join(self.parts)


@dataclass(frozen=True)
class Setting:
    """In what a piece of text stands: a style, a deletion, raised, and how deep."""

    style: str = ""
    state: str = ""  # deleted, hidden, or empty
    place: str = ""
    depth: int = 0

    def deeper(self) -> "Setting":
        """Return the setting one element further in."""
        if self.depth > _DEEPEST:
            raise TooDeepError
        return replace(self, depth=self.depth + 1)


class Runs:
    """Reads the runs of paragraphs, counting the notes' marks."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.marks: dict[tuple[str, str], str] = {}  # of each note, by its kind and id
        self.counted = {"footnote": 0, "endnote": 0}

    def read(self, paragraph: Element, style: str) -> Printed:
        """Return what a paragraph prints."""
        printed = Printed()
        self._walk(paragraph, printed, Setting(style))
        return printed

    def _walk(self, element: Element, printed: Printed, setting: Setting) -> None:
        setting = setting.deeper()
        for one in element:
            name = local(one)
            if name in _SKIPPED:
                continue
            if name in ("del", "moveFrom"):
                self._walk(one, printed, replace(setting, state="deleted"))
            elif name == "r":
                self._run(one, printed, setting)
            elif name == "t":  # of a formula
                _put(printed, one.text or "", setting.state)
            elif not self._beside(one, name, printed, setting):
                self._walk(one, printed, setting)

    def _beside(self, one: Element, name: str, printed: Printed, setting: Setting) -> bool:
        """Take what may stand inside a run and beside one; say whether it was such a thing."""
        if name in _DRAWN:
            _draw(one, printed)
        elif name == "ruby":
            self._ruby(one, printed, setting)
        return name in _DRAWN or name == "ruby"

    def _ruby(self, one: Element, printed: Printed, setting: Setting) -> None:
        above, below = child(one, "rt"), child(one, "rubyBase")
        if below is not None:
            self._walk(below, printed, setting)
        if above is not None:
            reading = Printed()
            self._walk(above, reading, replace(setting, state=""))
            printed.aside.append((reading.text, reasons.READING))

    def _run(self, run: Element, printed: Printed, setting: Setting) -> None:
        properties = child(run, "rPr")
        own = value(child(properties, "rStyle"))
        hidden = switched(child(properties, "vanish"))
        if not setting.state and (hidden or (hidden is None and self.styles.hides(own))):
            setting = replace(setting, state="hidden")
        setting = replace(setting, place=value(child(properties, "vertAlign")))
        before = len(printed.text)
        for one in run:
            self._piece(one, printed, setting)
        signs = len("".join(printed.text[before:].split()))
        if signs and not setting.state and setting.place not in (_SUPERSCRIPT, _SUBSCRIPT):
            size, bold = self.styles.look(*filter(None, (own, setting.style)))
            given = child(properties, "sz")
            size = whole(value(given), size) if given is not None else size
            said = switched(child(properties, "b"))
            printed.sizes[size] = printed.sizes.get(size, 0) + signs
            printed.bold += signs if (bold if said is None else said) else 0

    def _piece(self, one: Element, printed: Printed, setting: Setting) -> None:
        name, state = local(one), setting.state
        if name in ("t", "delText"):
            text = one.text or ""
            raised = setting.place == _SUPERSCRIPT and text.strip().isdecimal()
            _put(printed, text.translate(_SUPER) if raised else text, state)
        elif name in _SIGNS:
            _put(printed, _SIGNS[name], state)
        elif name == "br" and value(one, "type") in _BREAKS:
            _turn(printed)
        elif name in ("br", "cr"):
            _put(printed, "\n", state)
        elif name == "lastRenderedPageBreak":
            _turn(printed)
        elif name == "sym":
            _put(printed, sign_of(whole(value(one, "char"), base=16)), state)
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(one, name.removesuffix("Reference"), printed, state)
        elif not self._beside(one, name, printed, setting) and name not in _SKIPPED and len(one):
            self._walk(one, printed, setting)

    def _note(self, one: Element, kind: str, printed: Printed, state: str) -> None:
        own = value(one, "id")
        if state == "deleted":
            return
        if value(one, "customMarkFollows").lower() in ("1", "true", "on"):
            mark = ""
        else:
            mark = self.marks.get((kind, own)) or self._next(kind)
            _put(printed, mark, state)
        self.marks[kind, own] = mark
        printed.notes.append((kind, own, mark))

    def _next(self, kind: str) -> str:
        self.counted[kind] += 1
        count = str(self.counted[kind])
        return count.translate(_SUPER) if kind == "footnote" else f"注{count}"


def _put(printed: Printed, text: str, state: str) -> None:
    if state:
        reason = reasons.DELETED if state == "deleted" else reasons.HIDDEN
        if printed.aside and printed.aside[-1][1] == reason:
            printed.aside[-1] = (printed.aside[-1][0] + text, reason)
        elif text:
            printed.aside.append((text, reason))
    else:
        printed.parts.append(text)


def _turn(printed: Printed) -> None:
    """Count a page that ends here: before the paragraph's text, or within or after it."""
    if printed.text.strip():
        printed.breaks_after += 1
    else:
        printed.breaks_before += 1


def _draw(one: Element, printed: Printed) -> None:
    """Keep the text boxes of a drawing, and name what cannot be read."""
    boxes = [box for box in _outside_fallback(one) if local(box) == "txbxContent"]
    printed.boxes += boxes
    if boxes:
        return
    names = [
        (value(part, "descr") or value(part, "title") or value(part, "name")).strip()
        for part in one.iter()
        if local(part) in ("docPr", "shape", "imagedata")
    ]
    printed.aside.append((next(filter(None, names), ""), reasons.PICTURE))


def _outside_fallback(element: Element) -> list[Element]:
    found: list[Element] = []
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if local(one) == "Fallback":
            continue
        found.append(one)
        if local(one) != "txbxContent" or one is element:
            waiting += reversed(list(one))
    return found
