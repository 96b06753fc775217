"""From printed lines to pieces: paragraphs put together again, headings and notes begun anew."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from .lines import Line, Profile
from .names import is_name
from .numbering import BULLETS, Marker, marker
from .repairs import Repairs, joined, mend_spaces

_SIGN_OF_NOTE = (
    r"※\s*[0-9０-９]{0,2}|[*＊]\s?[0-9０-９]{0,2}|†{1,3}|[¹²³⁰⁴-⁹]{1,3}"
    r"|[（(]?[注註](?:\s?[0-9０-９]{1,3}[)）.．]?|[)）]|(?=[\s\u3000:：]))"
)
_NOTE = re.compile(rf"({_SIGN_OF_NOTE})[\s\u3000:：]*(?=\S)")
# A note that the file itself calls one may have a mark that looks like a heading's number.
_TOLD = re.compile(rf"({_SIGN_OF_NOTE}|[（(]?[0-9０-９]{{1,3}}[)）.．]?)[\s\u3000:：]*(?=\S)")
_BULLET = re.compile(rf"([{BULLETS}]|[-–](?=\s))\s*(?=\S)")
_CONNECTIVE = re.compile(
    r"(また|さらに|一方|しかし|なお|そこで|このた|このよう|これら|そのた|そして|例えば|たとえば"
    r"|ただし|今後|特に|次に|まず|もちろん|加えて|同時に|本|当)",
)
_CAPTION = re.compile(r"[（(][^（）()。]{1,30}[)）]")
_LEADS_ON = re.compile(r"[、にのをとがはでやへもて]$")
_LEAST_OPEN = 10
_NARROW = 11  # signs below which a column is a table's
_NEARLY = 0.7  # of the usual width
_UNEVEN = 4.5
_REACH = 14  # lines a narrow column may have
_TITLE = 60
_ASKING, _QUESTION = tuple("？?！!"), 40
# The word that a note explains stands off from its explanation.
_TERM = re.compile(r"[^\s。、「]{1,12}[ \u3000]+(?=[^\x00-\x7f])")
_PARTED = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
_STRAY = 2  # of three lines, if a table begins there
_CUT = 150  # lines a table may put between the two halves of a sentence


@dataclass
class Piece:
    """A paragraph, list item, note or candidate for a heading, with the lines it came from."""

    kind: str  # text, candidate, bullet, note
    lines: list[Line]
    text: str = ""
    mark: Marker | None = None
    sign: str = ""  # the written mark of a bullet or note
    tags: set[str] = field(default_factory=set)
    repairs: Repairs = field(default_factory=Repairs)

    @property
    def first(self) -> Line:
        """Return the line on which the piece begins."""
        return self.lines[0]

    @property
    def ends_sentence(self) -> bool:
        """Say whether the piece ends where a sentence ends."""
        return self.lines[-1].ends_sentence

    @property
    def states(self) -> bool:
        """Say whether the piece ends as a sentence does; a short question may be a title."""
        asks = self.text[-1:] in _ASKING and len(self.lines) == 1 and len(self.text) <= _QUESTION
        return self.ends_sentence and not asks

    @property
    def stands_out(self) -> bool:
        """Say whether the piece is printed larger or bolder than running text, and is no text."""
        looks = [line.look for line in self.lines]
        return len(self.text) <= _TITLE and all(look and look.stands_out for look in looks)

    def unmark(self) -> None:
        """Take for plain text what only looked like a number at its beginning."""
        text = f"{self.sign} {self.text}"
        self.text = mend_spaces(text, self.first.number, self.repairs, prose=True)
        self.kind, self.mark, self.sign = "text", None, ""

    @property
    def width(self) -> float:
        """Count the signs of all its lines."""
        return sum(line.width for line in self.lines)


def assemble(lines: list[Line], profile: Profile) -> list[Piece]:
    """Put the lines together into pieces."""
    pieces: list[Piece] = []
    used: set[int] = set()
    at = 0
    while at < len(lines):
        if at in used:
            at += 1
            continue
        piece = _begun(lines[at])
        end = _extent(lines, at, piece, profile, used)
        piece.lines = lines[at:end]
        rest = _resumed(lines, end, profile, piece, used)
        if rest:
            piece.lines = [*piece.lines, *lines[rest[0] : rest[1]]]
            used.update(range(*rest))
        _write(piece)
        pieces.append(piece)
        at = end
    return pieces


def _begun(line: Line) -> Piece:
    if line.grid:
        return Piece("table", [line])
    if line.style:
        return _titled(line)
    note = _TOLD.match(line.text) if line.note else _NOTE.match(line.text)
    if note or line.note:
        return Piece("note", [line], sign=note[1].strip() if note else "")
    bullet = _BULLET.match(line.text)
    if bullet:
        return Piece("bullet", [line], sign=bullet[1])
    found = marker(line.text)
    if found:
        return Piece("candidate", [line], mark=found[0], sign=found[0].written)
    return Piece("text", [line])


def _titled(line: Line) -> Piece:
    found = marker(line.text)
    mark = found[0] if found else None
    kind = "candidate" if mark else "text"
    sign = mark.written if mark else ""
    return Piece(kind, [line], mark=mark, sign=sign, tags={"heading", "styled"})


def starts_block(line: Line) -> bool:
    """Say whether a line begins with a mark of any kind."""
    return _starts_block(line.text)


@lru_cache(maxsize=20000)
def _starts_block(text: str) -> bool:
    return bool(_NOTE.match(text) or _BULLET.match(text) or marker(text))


def _extent(lines: list[Line], start: int, piece: Piece, profile: Profile, used: set[int]) -> int:
    """Return the index after the last line of the piece that begins at `start`."""
    if lines[start].listed or is_name(lines[start].text):
        return start + 1
    narrow = _narrow_column(lines, start, piece)
    if narrow and not used.intersection(range(start, narrow)):
        return narrow
    end = start + 1
    while end < len(lines) and end not in used and _continues(lines, end, piece, profile):
        end += 1
        piece.lines = lines[start:end]
    return end


def _continues(  # noqa: PLR0911 -- one answer for each kind of evidence
    lines: list[Line], at: int, piece: Piece, profile: Profile
) -> bool:
    """Say whether a line goes on with the piece that the line before belongs to."""
    before, line = lines[at - 1], lines[at]
    apart = before.whole or line.whole or before.grid or line.grid or _look_apart(before, line)
    if apart or before.listed or line.listed:
        return False
    if is_name(before.text) or is_name(line.text) or _captions(lines, at):
        return False
    if before.fills and line.look and line.look.stands_out and not line.gap:
        # A title that is too long for one line goes on in the same print.
        return not starts_block(line)
    if before.column or line.column or _left_open(before, line, piece):
        return not (before.column or line.column)
    told = _told_by_trail(before, line, piece, profile) if profile.trail_ends else None
    if told is not None:
        return told
    if not profile.wrapped or not profile.full(before) or (line.gap and not line.starts_page):
        return False
    if before.ends_sentence:
        return _same_paragraph(before, line, profile)
    if starts_block(line):
        # A number at the start of a line may be one inside a sentence: 「比率の高い 20～30 歳代」.
        return piece.kind == "text" and not _announces(line, profile)
    if piece.kind == "text":
        return _is_prose(lines, at, profile)
    return not (profile.indent_starts and line.indent and not before.indent)


def _captions(lines: list[Line], at: int) -> bool:
    """Say whether a line is the caption of the article on the next line."""
    if at + 1 >= len(lines) or not _CAPTION.fullmatch(lines[at].text):
        return False
    found = marker(lines[at + 1].text)
    return found is not None and found[0].scheme == "unit 条"


def _look_apart(before: Line, line: Line) -> bool:
    """Say whether the file shows that another thing begins: another print, a note."""
    if line.note and starts_block(line):
        return True
    return before.note != line.note or bool(before.look and not before.look.like(line.look))


def _told_by_trail(before: Line, line: Line, piece: Piece, profile: Profile) -> bool | None:
    """Decide where a blank at a line's end tells the end of a paragraph; None: it does not."""
    if before.trail == 0 and not before.ends_sentence:
        return not (starts_block(line) and (line.gap or before.width < profile.width * _NEARLY))
    if len(piece.lines) > 1 and not before.ends_sentence and not starts_block(line):
        return line.width >= profile.width * _NEARLY and not line.gap
    return False if before.trail or not profile.full(before) else None


def _is_prose(lines: list[Line], at: int, profile: Profile) -> bool:
    line = lines[at]
    if profile.full(line) or line.ends_sentence:
        return True
    # Latin letters make a line look shorter; the one after shows that the sentence goes on.
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or line.width < profile.width * _NEARLY or starts_block(after):
        return False
    return profile.full(after) or after.ends_sentence


def _left_open(before: Line, line: Line, piece: Piece) -> bool:
    """Say whether the line before cannot end a text: a bracket is open, a particle leads on."""
    if line.gap > 1 or piece.kind == "candidate" or before.ends_sentence or starts_block(line):
        return False
    if piece.kind == "bullet":
        return line.text[:1] in "（(" or bool(_LEADS_ON.search(before.text))
    closes = before.text.rfind("「") > before.text.rfind("」") and "」" in line.text
    return closes and before.width > _LEAST_OPEN


def _announces(line: Line, profile: Profile) -> bool:
    """Say whether a marked line after an open one is a heading or item and not wrapped text."""
    found = marker(line.text)
    if _NOTE.match(line.text) or (found and found[0].counts):
        return not (profile.full(line) or line.ends_sentence or _NOTE.match(line.text))
    return True


def _same_paragraph(before: Line, line: Line, profile: Profile) -> bool:
    if starts_block(line):
        return False
    if profile.indent_starts:
        return line.indent == 0
    return before.width >= profile.width - 1 and not _CONNECTIVE.match(line.text)


def _narrow_column(lines: list[Line], start: int, piece: Piece) -> int:
    """Find a paragraph set in a narrow column: even lines, then the end of a sentence."""
    if piece.kind == "candidate" or (lines[start].ends_sentence and not lines[start].column):
        return 0
    widths: list[float] = []
    for at in range(start, min(start + _REACH, len(lines))):
        line = lines[at]
        if at > start and (starts_block(line) or line.gap > 1 or line.starts_page):
            return 0
        if line.ends_sentence:
            even = not widths or (min(widths) >= _NARROW and max(widths) - min(widths) <= _UNEVEN)
            return (
                at + 1
                if even
                and line.width <= max([*widths, line.width]) + 2
                and (not widths or line.width <= max(widths) + 2)
                else 0
            )
        widths.append(line.width + (1 if at == start else 0))
        if min(widths) < _NARROW or max(widths) - min(widths) > _UNEVEN:
            return 0
    return 0


def _resumed(
    lines: list[Line], end: int, profile: Profile, piece: Piece, used: set[int]
) -> tuple[int, int] | None:
    """Find the rest of a sentence that a table or figure cuts off at a page's foot."""
    last = piece.lines[-1]
    is_open = piece.kind in ("text", "bullet") and profile.full(last) and not last.ends_sentence
    if not is_open or profile.trail_ends or not profile.wrapped or end >= len(lines):
        return None
    stray = [one for one in lines[end : end + 3] if not (profile.full(one) or one.ends_sentence)]
    if len(stray) < _STRAY:
        return None
    for at in range(end, min(end + _CUT, len(lines))):
        line = lines[at]
        if line.page > last.page + 1:
            break
        if at in used or not line.starts_page or starts_block(line):
            continue
        if not (profile.full(line) or line.ends_sentence):
            continue
        stop = at + 1
        while stop < len(lines) and stop not in used and _continues(lines, stop, piece, profile):
            stop += 1
        return at, stop
    return None


def _defines(piece: Piece, text: str) -> bool:
    """Say whether an item's only blank parts a word from what is said of it."""
    return piece.kind == "candidate" and piece.ends_sentence and len(_PARTED.findall(text)) == 1


def _write(piece: Piece) -> None:
    """Write the piece's text: its lines joined, its mark taken off, its spaces mended."""
    if piece.kind == "table":
        return
    text = ""
    for at, line in enumerate(piece.lines):
        text = line.text if at == 0 else joined(text, line.text)
        if at:
            piece.repairs.note("\n", "", line.number)
    if piece.kind == "candidate" and piece.mark:
        found = marker(text)
        text = found[1] if found else text
    elif piece.sign:
        told = _TOLD if piece.first.note else _NOTE
        shape = told if piece.kind == "note" else _BULLET
        found_sign = shape.match(text)
        if found_sign:
            piece.sign, text = found_sign[0].strip(), text[found_sign.end() :]
    sentence = piece.ends_sentence or len(text) > _TITLE
    term = _TERM.match(text) if piece.kind == "note" or _defines(piece, text) else None
    head, text = (term[0].rstrip() + " ", text[term.end() :]) if term else ("", text)
    piece.text = head + mend_spaces(text, piece.first.number, piece.repairs, prose=sentence)
    if piece.kind == "candidate":
        piece.sign = piece.mark.written if piece.mark else ""
