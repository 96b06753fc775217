"""Build what readers see from a comparison, the addresses of both sides, and the reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _

from tomoni.guidelines.comparing import Comparison, Passage, Place, Row, Span, State
from tomoni.guidelines.comparing.pieces import TABLES
from tomoni.guidelines.synopsis import tables
from tomoni.guidelines.synopsis.addresses import Addresses
from tomoni.guidelines.synopsis.marked import STATES, marked, picture_word
from tomoni.guidelines.synopsis.shown import (
    Cells,
    Change,
    Chapter,
    Fold,
    Strip,
    Synopsis,
    Unchanged,
)

CHAPTER_LEVEL = 1


def synopsis_of(
    comparison: Comparison,
    *,
    old: Addresses,
    new: Addresses,
    reasons: Mapping[str, Sequence[str]],
) -> Synopsis:
    """Return a comparison as its template takes it; `reasons` has them by anchor."""
    builder = Builder(comparison, old, new, reasons)
    chapters = [_chapter(builder, run) for run in _chapters(comparison.passages)]
    return Synopsis(chapters=tuple(_linked(chapters)), counts=tuple(_counts(comparison)))


@dataclass(frozen=True)
class Builder:
    """What every part needs."""

    comparison: Comparison
    old: Addresses
    new: Addresses
    reasons: Mapping[str, Sequence[str]]

    def change(self, passage: Passage) -> Change:
        """Return a passage that changed, with its reasons, links and strips."""
        anchors = [place.anchor for place in (*passage.news, *passage.olds)]
        words = [str(STATES["moved"])] if passage.moved else []
        if passage.state is not State.SAME:
            words.insert(0, str(STATES[passage.state]))
        several = passage.news if len(passage.news) > 1 else passage.olds
        return Change(
            anchor=anchors[0],
            title=passage.place.full_title,
            state=passage.state,
            words=tuple(words),
            strips=tuple(folded(strips_of(passage))),
            is_opening=passage.place.level == CHAPTER_LEVEL,
            moved_from=self.moved_from(passage),
            parts=tuple(place.full_title for place in several) if len(several) > 1 else (),
            reasons=tuple(
                reason
                for anchor in dict.fromkeys(anchors)
                for reason in self.reasons.get(anchor, ())
            ),
            old_url=self.old.url_of(passage.olds[0]) if passage.olds else "",
            new_url=self.new.url_of(passage.news[0]) if passage.news else "",
            more_anchors=tuple(
                anchor for anchor in dict.fromkeys(anchors) if anchor and anchor != anchors[0]
            ),
        )

    def moved_from(self, passage: Passage) -> str:
        """Return the sentence that says where a passage stood before."""
        if not passage.moved or not passage.olds or not passage.news:
            return ""
        was, now = (
            pages[place.page] if place.page < len(pages) else ""
            for pages, place in (
                (self.comparison.old_pages, passage.olds[0]),
                (self.comparison.new_pages, passage.news[0]),
            )
        )
        if passage.place.level == CHAPTER_LEVEL:
            return _("The chapter stands at another place now.")
        if was == now:
            return _("It stood at another place of this chapter.")
        return _("It stood in “%(chapter)s”.") % {"chapter": was}


def _chapters(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Yield the passages of each chapter; one begins with the chapter's own."""
    run: list[Passage] = []
    for passage in passages:
        if passage.place.level == CHAPTER_LEVEL and run:
            yield run
            run = []
        run.append(passage)
    if run:
        yield run


def _chapter(builder: Builder, passages: list[Passage]) -> Chapter:
    first = passages[0]
    items: list[Change | Unchanged] = []
    for is_changed, run in groupby(passages, key=lambda one: one.is_changed):
        if is_changed:
            items += [builder.change(passage) for passage in run]
        else:
            items.append(_unchanged(list(run)))
    title = first.place.full_title
    if first.place.level > CHAPTER_LEVEL:
        pages = builder.comparison.new_pages if first.news else builder.comparison.old_pages
        title = pages[first.place.page]
    return Chapter(
        title=title, anchor=f"c-{first.place.anchor}", items=tuple(items), total=len(passages)
    )


def _unchanged(passages: list[Passage]) -> Unchanged:
    return Unchanged(
        titles=tuple(passage.place.full_title for passage in passages),
        strips=tuple((passage.place.full_title, tuple(strips_of(passage))) for passage in passages),
    )


def _linked(chapters: list[Chapter]) -> Iterator[Chapter]:
    """Yield the chapters, each change knowing the one before and after it."""
    anchors = [change.anchor for chapter in chapters for change in chapter.changes]
    neighbours = iter(zip(["", *anchors], [*anchors[1:], ""], strict=False))
    for chapter in chapters:
        items: list[Change | Unchanged] = []
        for item in chapter.items:
            if isinstance(item, Change):
                before, after = next(neighbours)
                items.append(replace(item, previous=before, following=after))
            else:
                items.append(item)
        yield replace(chapter, items=tuple(items))


def _counts(comparison: Comparison) -> Iterator[tuple[str, str, int]]:
    counts = comparison.counts
    for state, word in STATES.items():
        number = counts.get(state, 0)
        if state == State.SAME:
            number = len(comparison.passages) - len(comparison.changed)
        if number:
            yield state, str(word), number


def strips_of(passage: Passage) -> Iterator[Strip]:
    """Yield what stands side by side in a passage; an unchanged heading is said above it."""
    for number, block in enumerate(passage.blocks):
        if block.kind == "heading" and block.state is State.SAME:
            continue
        if block.kind in TABLES:
            yield Strip(
                state=block.state,
                moved=block.moved,
                old=tables.side_of(block, is_new=False, prefix=_prefix("o", passage.olds, number)),
                new=tables.side_of(block, is_new=True, prefix=_prefix("n", passage.news, number)),
                is_table=True,
            )
            continue
        for row in block.rows:
            yield Strip(
                state=row.state,
                moved=block.moved or row.moved,
                old=_line(row, row.old, is_new=False),
                new=_line(row, row.new, is_new=True),
                is_heading=block.kind == "heading",
            )


def _prefix(side: str, places: Sequence[Place], number: int) -> str:
    """Return how the ids of a table's cells begin: each section stands once on its side."""
    return f"{side}-{places[0].anchor}-{number}-" if places else ""


def _line(
    row: Row, side: tuple[tuple[Span, ...], ...] | None, *, is_new: bool
) -> tuple[Cells, ...]:
    if side is None:
        return ()
    cells = side
    if row.role == "picture":
        cells = tuple(tuple(replace(span, text=picture_word()) for span in one) for one in side)
    return (Cells(row.role, tuple(marked(one, is_new=is_new) for one in cells), row.indent),)


def folded(strips: Iterable[Strip]) -> Iterator[Strip | Fold]:
    """Yield the strips, runs of unchanged ones folded."""
    for is_same, run in groupby(strips, key=lambda one: one.state is State.SAME and not one.moved):
        if is_same:
            yield Fold(tuple(run))
        else:
            yield from run
