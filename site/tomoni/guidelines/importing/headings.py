"""Which numbered or marked lines are headings: decided by runs, by shape and by what follows."""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from . import articles, laws, marked, questions, unnumbered
from .lines import Profile
from .marked import TITLE, body, tag
from .names import ATTACHED, BACK
from .numbering import Marker
from .pieces import Piece

_TITLED = {"unit 編", "unit 部", "unit 章", "unit 節"}
_TWO_WIDTHS = {"digit", "dotted .", "half )", "paren"}
_WIDE = re.compile(r"[０-９]")
_OUT_OF_REACH = 100
_CAPTIONS = {"図表", "写真", "グラフ", "イラスト"}
_BRIEF, _SEVERAL = 20, 3
_MOSTLY = 0.7  # of the items of a run


@dataclass
class Run:
    """Items of one scheme that count on without a hole."""

    scheme: str
    items: list[int] = field(default_factory=list)
    last: int = 0


def whole(pieces: list[Piece]) -> list[Piece]:
    """Put a chapter's number and its title together where they stand on two lines."""
    result: list[Piece] = []
    for piece in pieces:
        before = result[-1] if result else None
        bare = before and before.mark and not before.text and before.mark.scheme in _TITLED
        title = piece.kind == "text" and len(piece.lines) == 1 and len(piece.text) <= TITLE
        if before and bare and title and not piece.states:
            before.text, before.lines = piece.text, [*before.lines, *piece.lines]
            before.repairs.add(piece.repairs)
            continue
        result.append(piece)
    return result


def decide(pieces: list[Piece], profile: Profile) -> None:
    """Tag each piece that is a heading or an item of a list."""
    articles.caption(pieces)
    articles.quote(pieces)
    unnumbered.known(pieces)
    unnumbered.listed(pieces)
    _part_widths(pieces)
    questions.ask(pieces)
    questions.answer(pieces)
    runs = _runs(pieces)
    for run in runs:
        _judge(run, pieces, profile)
    _judge_alike(runs, pieces, profile)
    marked.judge(pieces, profile)
    marked.judge_alike(pieces)
    unnumbered.spaced(pieces)
    unnumbered.set_off(pieces)
    unnumbered.like_chapters(pieces, profile)
    unnumbered.kana_rows(pieces)
    unnumbered.standing_out(pieces)
    unnumbered.beginning(pieces)
    unnumbered.opening(pieces)
    laws.enclose(pieces)


def _key(piece: Piece, mark: Marker) -> str:
    """Keep sentences apart from titles: the paragraphs of an article also count 1, 2, 3."""
    if mark.scheme == "question":
        return mark.scheme
    sentence = (piece.states and not piece.stands_out) or len(piece.text) > TITLE
    return mark.scheme + (" sentence" if sentence else "")


def _part_widths(pieces: list[Piece]) -> None:
    """Take （１） and (1) for two schemes where each counts by itself."""
    groups: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.mark and piece.mark.scheme in _TWO_WIDTHS and not piece.ends_sentence:
            groups[piece.mark.scheme].append(piece)
    for items in groups.values():
        wide = [one for one in items if _WIDE.search(one.sign)]
        narrow = [one for one in items if not _WIDE.search(one.sign)]
        if _counts(wide) and _counts(narrow):
            for one in wide:
                if one.mark:
                    one.mark = replace(one.mark, scheme=one.mark.scheme + " wide")


def _counts(items: list[Piece]) -> bool:
    """Say whether numbers follow one another, beginning anew at 1 as often as they like."""
    last: set[int] = set()
    for item in items:
        ordinal = item.mark.ordinal if item.mark else 0
        if ordinal > 1 and ordinal - 1 not in last:
            return False
        last = {one for one in last if one < ordinal} | {ordinal}
    return len(items) > 1


def _runs(pieces: list[Piece]) -> list[Run]:
    runs: list[Run] = []
    waiting, outer = _waiting({}), set[str]()
    for at, piece in enumerate(pieces):
        mark = piece.mark
        if mark is None or not mark.counts or piece.tags & {"styled", "answer"}:
            continue
        if mark.scheme.startswith("unit"):
            if mark.scheme in ("unit 編", "unit 部", "unit 章") and not piece.ends_sentence:
                # Only a word that counts from before the first chapter, PART1, counts on over it.
                outer = outer or {key for key in waiting if key.startswith("word ")} | {""}
                waiting = _waiting({key: waiting[key] for key in outer & waiting.keys()})
            runs.append(Run(mark.scheme, [at], mark.ordinal))
            continue
        key, ordinal = _key(piece, mark), mark.ordinal
        iroha = mark.iroha and waiting[key + " イ"][mark.iroha - 1]
        if iroha or (mark.iroha == 1 and not waiting[key][1]):
            key, ordinal = key + " イ", mark.iroha
        before = waiting[key][ordinal - 1] or _broken_off(key, ordinal, at, waiting, pieces)
        if before and ordinal > 1:
            run = before.pop()
        else:
            run = Run(key)
            runs.append(run)
        run.items.append(at)
        run.last = ordinal
        waiting[key][ordinal].append(run)
    return runs


def _waiting(kept: dict[str, dict[int, list[Run]]]) -> dict[str, dict[int, list[Run]]]:
    return defaultdict(lambda: defaultdict(list), kept)


def _broken_off(
    key: str,
    ordinal: int,
    at: int,
    waiting: dict[str, dict[int, list[Run]]],
    pieces: list[Piece],
) -> list[Run]:
    """Find the run right above whose items end in full stops, where this one has none."""
    bare = key.removesuffix(" sentence")
    other = bare if key != bare else bare + " sentence"
    runs = waiting[other][ordinal - 1]
    right_above = runs and runs[-1].items[-1] == at - 1 and not pieces[at].stands_out
    return runs[-1:] if right_above and ordinal > 1 else []


def _judge(run: Run, pieces: list[Piece], profile: Profile) -> None:
    items = [pieces[at] for at in run.items]
    if run.scheme == "question" or _titled_words(run, items):
        if len(items) > 1 or run.scheme.removeprefix("word ") in ATTACHED | BACK:
            tag(items, "heading")
            tag(items[:1] if run.scheme == "question" else [], "asked")
        return
    if run.scheme.removeprefix("word ") in _CAPTIONS:
        return
    if run.scheme.startswith("unit"):
        _judge_unit(items[0], article=run.scheme == "unit 条")
        return
    if run.scheme.startswith("word ") and "sentence" in run.scheme and len(items) == 1:
        items[0].unmark()  # 「定員は 40 人です。」 names no section
        return
    if "sentence" in run.scheme:
        tag(items, "heading" if _briefed(run, items, pieces) else "list")
        return
    if sum(item.stands_out for item in items) > len(items) * _MOSTLY:
        tag(items, "heading")
        return
    _judge_by_bodies(run, items, pieces, profile)


def _briefed(run: Run, items: list[Piece], pieces: list[Piece]) -> bool:
    """Say whether short sentences stand above a text each, as the rules of good writing do."""
    brief = all(len(one.lines) == 1 and len(one.text) <= _BRIEF for one in items)
    after = [pieces[at + 1] for at in run.items if at + 1 < len(pieces)]
    told = all(one.kind == "text" and one.ends_sentence for one in after)
    return brief and told and len(after) == len(items) >= _SEVERAL


def _judge_unit(item: Piece, *, article: bool) -> None:
    titled = not item.states and len(item.text) <= TITLE
    if ("quoted" not in item.tags) if article else titled:
        item.tags.add("heading")


def _judge_by_bodies(run: Run, items: list[Piece], pieces: list[Piece], profile: Profile) -> None:
    """Judge by what follows the items: text under headings, nothing under items of a list."""
    first = items[0].mark
    starts = first.ordinal if first and " イ" not in run.scheme else 1
    if starts != 1 and (len(items) == 1 or starts >= _OUT_OF_REACH):
        return
    ends = [*run.items[1:], len(pieces)]
    bodies = [body(pieces, at, end, profile) for at, end in zip(run.items, ends, strict=True)]
    inner = bodies[:-1] or bodies
    if "prose" in inner and inner.count("prose") * 2 >= len(inner):
        tag(items, "heading")
    elif len(items) > 1 and inner.count("none") * 2 >= len(inner):
        tag(items, "list")


def _judge_alike(runs: list[Run], pieces: list[Piece], profile: Profile) -> None:
    """Judge what nothing else tells by the other runs of the scheme: all headings, no lists."""
    tags: dict[str, set[str]] = defaultdict(set)
    for run in runs:
        first = pieces[run.items[0]]
        tags[run.scheme] |= {"printed"} if first.stands_out else {"heading", "list"} & first.tags
    for run in runs:
        items = [pieces[at] for at in run.items]
        starts = items[0].mark.ordinal if items[0].mark else 0
        bare = all(item.tags.isdisjoint({"heading", "list", "quoted"}) for item in items)
        apart = all(after - at > 1 for at, after in pairwise(run.items))
        if not bare or not apart or starts != 1 or len(items) == 1:
            continue
        if any(one.scheme == run.scheme and _within(run, one) for one in runs):
            continue  # titles of one scheme do not stand under one another
        text = body(pieces, run.items[-1], len(pieces), profile) == "prose"
        if text and tags[run.scheme] == {"heading"}:
            tag(items, "heading")


def _within(run: Run, other: Run) -> bool:
    return run is not other and other.items[0] < run.items[0] < other.items[-1]


def _titled_words(run: Run, items: list[Piece]) -> bool:
    """Say whether 資料１, 資料２ … stand apart, each with something under it."""
    apart = all(after - at > 1 for at, after in pairwise(run.items))
    caption = run.scheme.removeprefix("word ") in _CAPTIONS
    named = run.scheme.removeprefix("word ") in ATTACHED | BACK
    many = len(items) > 1 or named
    return run.scheme.startswith("word ") and many and apart and not caption
