"""Compare two whole texts: sections matched, their blocks paired, their words marked."""

from collections.abc import Iterable, Sequence

from tomoni.guidelines.comparing.blocks import compare_blocks
from tomoni.guidelines.comparing.matching import Matching, match_sections
from tomoni.guidelines.comparing.pairing import Part, in_order, pair_up
from tomoni.guidelines.comparing.pieces import Others, Piece, strings_in
from tomoni.guidelines.comparing.result import BlockPair, Comparison, Mark, Passage, State
from tomoni.guidelines.comparing.sections import Section, sections_of
from tomoni.guidelines.texts import EditionText, PageText


def compare(
    old: EditionText, new: EditionText, *, language: str = "ja", others: Others = strings_in
) -> Comparison:
    """Return what changed from one text to the other.

    `others` tells what readers find in blocks of kinds that this room does not know.
    """
    olds = sections_of(old, language=language, others=others)
    news = sections_of(new, language=language, others=others)
    matching = match_sections(olds, news)
    return Comparison(
        passages=tuple(_passages(olds, news, matching, language)),
        old_pages=tuple(_title(page) for page in old.pages),
        new_pages=tuple(_title(page) for page in new.pages),
    )


def _title(page: PageText) -> str:
    return page.full_title


def _passages(
    olds: Sequence[Section], news: Sequence[Section], matching: Matching, language: str
) -> Iterable[Passage]:
    """Yield the passages in the new order; what is gone follows what it stood behind."""
    parts = {j for parts in matching.splits.values() for j in parts}
    gone = {i for parts in matching.merges.values() for i in parts}
    moved = {(i, matching.pairs[i]) for i in matching.moved}
    for pair in in_order(len(olds), len(news), matching.pairs.items(), moved):
        if pair.new in parts and pair.old is None:
            continue
        if pair.old in gone and pair.new is None:
            continue
        was = [] if pair.old is None else [pair.old]
        now = [] if pair.new is None else [pair.new]
        if pair.old is not None and pair.new is not None:
            now = sorted([*now, *matching.splits.get(pair.old, ())])
            was = sorted([*was, *matching.merges.get(pair.new, ())])
        yield _passage(
            [olds[i] for i in was], [news[j] for j in now], moved=pair.moved, language=language
        )


def _passage(olds: list[Section], news: list[Section], *, moved: bool, language: str) -> Passage:
    blocks = tuple(_block_pairs(olds, news, language))
    return Passage(
        state=_state(olds, news, blocks),
        olds=tuple(one.place for one in olds),
        news=tuple(one.place for one in news),
        blocks=blocks,
        moved=moved,
    )


def _state(olds: list[Section], news: list[Section], blocks: Sequence[BlockPair]) -> State:
    match len(olds), len(news):
        case 0, _:
            return State.ADDED
        case _, 0:
            return State.REMOVED
        case 1, 1:
            return _state_of_one(blocks[0], body_state(blocks[1:]))
        case 1, _:
            return State.SPLIT
        case _:
            return State.MERGED


def _state_of_one(heading: BlockPair, body: State) -> State:
    """Return what happened to one section from what happened to its heading and its body."""
    if heading.state is State.CHANGED:
        number, title = _cells_changed(heading)
        return State.RENUMBERED if body is State.SAME and number and not title else State.CHANGED
    if State.CHANGED in {heading.state, body}:
        return State.CHANGED
    return State.NOTATION if State.NOTATION in {heading.state, body} else State.SAME


def body_state(blocks: Iterable[BlockPair]) -> State:
    states = {block.state for block in blocks}
    if any(block.moved for block in blocks):
        return State.CHANGED
    if states <= {State.SAME}:
        return State.SAME
    return State.NOTATION if states <= {State.SAME, State.NOTATION} else State.CHANGED


def _cells_changed(heading: BlockPair) -> tuple[bool, bool]:
    """Say whether the number, and whether the title of a heading changed."""
    row = heading.rows[0]
    sides = [side for side in (row.old, row.new) if side is not None]
    changed = [
        any(span.mark is Mark.CHANGED for side in sides for span in side[k]) for k in range(2)
    ]
    return changed[0], changed[1]


def _block_pairs(olds: list[Section], news: list[Section], language: str) -> Iterable[BlockPair]:
    """Yield the pairs of headings and blocks; the partners' headings are always one pair."""
    before = [piece for section in olds for piece in section.all]
    after = [piece for section in news for piece in section.all]
    if olds and news and len(olds) == len(news) == 1:
        yield compare_blocks(before.pop(0), after.pop(0), language=language)
    for pair in pair_up([_part(one) for one in before], [_part(one) for one in after]):
        yield compare_blocks(
            before[pair.old] if pair.old is not None else None,
            after[pair.new] if pair.new is not None else None,
            language=language,
            moved=pair.moved,
        )


def _part(piece: Piece) -> Part:
    return Part(kind=piece.kind, id=piece.id, text=piece.folded)
