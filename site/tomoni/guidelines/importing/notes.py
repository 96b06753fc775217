"""Notes: their definitions gathered whole, and each attached to the mark in the text."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from . import footnotes
from .folding import figures, plain
from .pieces import Piece
from .result import Block, ItemList, Note, Paragraph, Table

MARK = re.compile(
    r"※\s?[0-9０-９]{0,2}|[*＊]\s?[0-9０-９]{0,2}|[（(][注註]\s?[0-9０-９]{0,3}[)）]"
    r"|(?<![発受傾補])[注註]\s?[0-9０-９]{1,3}[)）]?|[¹²³⁰⁴-⁹]{1,3}|†{1,3}",
)
_TERM_END = re.compile(r"\s|とは|は|：|:|…")
_STANDS_OFF = re.compile(r"(\S{1,12})[ \u3000]+(?=\S)")
_TERM = 20
_REACH = 60  # marks looked at on each side of a note
_PAGE_OF_NOTES = 4


@dataclass
class _Place:
    """A mark standing in the text."""

    order: int
    page: int
    block: UUID
    item: int | None
    mark: str
    at: int
    before: str
    taken: bool = False


def gather(pieces: list[Piece]) -> list[Piece]:
    """Put each note's definition together where it runs over several paragraphs."""
    footnotes.tell(pieces)
    on_page: dict[int, int] = {}
    for piece in pieces:
        on_page[piece.first.page] = on_page.get(piece.first.page, 0) + 1
    gathered: list[Piece] = []
    for piece in pieces:
        note = gathered[-1] if gathered and gathered[-1].kind == "note" else None
        told = note is not None and (note.first.note or note.first.whole)
        if note and not told and piece.kind == "text" and _belongs(note, piece, on_page):
            note.repairs.add(piece.repairs)
            term = _STANDS_OFF.match(piece.first.text)
            cut = len(term[1]) if term and piece.text.startswith(term[1]) else 0
            own = f"{piece.text[:cut]} {piece.text[cut:]}" if cut else piece.text
            note.text += "\n" + own
            note.lines = [*note.lines, *piece.lines]
            continue
        gathered.append(piece)
    return gathered


def _belongs(note: Piece, piece: Piece, on_page: dict[int, int]) -> bool:
    if not piece.ends_sentence:
        return False
    if not note.ends_sentence:
        return piece.first.gap <= 1
    # A page that begins with a note and has no more than a few texts holds only notes.
    page = note.first.page
    return (
        note.first.starts_page
        and piece.first.page == page
        and on_page[page] <= _PAGE_OF_NOTES
        and bool(_STANDS_OFF.match(piece.first.text))
    )


def attach(blocks: Sequence[tuple[Block, int]]) -> list[Note]:
    """Attach each note among the blocks (given with their pages) to the mark it explains."""
    marks = [footnotes.shape_of(block.mark) for block, _ in blocks if isinstance(block, Note)]
    places = _places(blocks, {shape for shape in marks if shape is not None})
    orders = [place.order for place in places]
    attached: list[Note] = []
    for order, (block, page) in enumerate(blocks):
        if not isinstance(block, Note):
            continue
        middle = bisect_left(orders, order)
        before = [one for one in places[max(0, middle - _REACH) : middle] if not one.taken]
        after = [one for one in places[middle : middle + _REACH] if not one.taken]
        found = _choose(block, page, before, after)
        if found:
            found.taken = True
            attached.append(
                replace(
                    block,
                    attached_to=found.block,
                    attached_item=found.item,
                    attached_mark=found.mark,
                    attached_at=found.at,
                )
            )
        else:
            attached.append(_by_word(block, blocks[max(0, order - _REACH) : order]))
    return attached


def _by_word(note: Note, before: Sequence[tuple[Block, int]]) -> Note:
    """Attach a note without a mark in the text to the last place that has the word it explains."""
    term = re.split(r"\s", note.text, maxsplit=1)[0].strip("「」")
    if not 1 < len(term) <= _TERM:
        return note
    for block, _ in reversed(before):
        if isinstance(block, Paragraph) and term in block.text:
            return replace(
                note, attached_to=block.id, attached_at=block.text.index(term) + len(term)
            )
    return note


def _places(blocks: Sequence[tuple[Block, int]], shapes: set[str]) -> list[_Place]:
    places: list[_Place] = []
    for order, (block, page) in enumerate(blocks):
        texts: list[tuple[int | None, str]] = []
        if isinstance(block, Paragraph):
            texts = [(None, block.text)]
        elif isinstance(block, ItemList):
            texts = [(at, item.text) for at, item in enumerate(block.items)]
        elif isinstance(block, Table):
            texts = list(block.cells())
        for item, text in texts:
            marks = [(found.start(), found[0].strip()) for found in MARK.finditer(text)]
            marks += [one for shape in shapes for one in footnotes.raised(text, shape)]
            for at, mark in sorted(marks):
                before = text[max(0, at - 40) : at]
                if at:
                    places.append(_Place(order, page, block.id, item, mark, at, before))
    return places


def _choose(note: Note, page: int, before: list[_Place], after: list[_Place]) -> _Place | None:
    sign, digits = _folded(note.mark)
    term = _term(note.text)
    same = [one for one in before if _folded(one.mark)[1] == digits]
    for one in reversed(same):
        if term and plain(one.before).endswith(term):
            return one
    alike = [one for one in same if digits or _folded(one.mark)[0] == sign]
    here = [one for one in alike if one.page == page]
    if here:
        return here[-1] if digits else here[0]
    if alike:
        return alike[-1]
    # A box with the note may have been extracted before the text that it explains.
    later = [one for one in after if one.page == page and _folded(one.mark) == (sign, digits)]
    return later[0] if later else None


def _folded(mark: str) -> tuple[str, str]:
    folded = unicodedata.normalize("NFKC", mark)
    return "".join(sign for sign in folded if sign in "※*注註†"), figures(mark)


def _term(text: str) -> str:
    head = text.split("\n", maxsplit=1)[0][: _TERM * 2]
    term = plain(_TERM_END.split(head, maxsplit=1)[0])
    return term if 1 < len(term) <= _TERM else ""
