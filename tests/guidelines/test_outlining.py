"""The outline of an import: whatever an editor does to it, no sign of the source is lost."""

import random
from collections import Counter
from pathlib import Path

import pytest
from django.utils.translation import gettext

from tomoni.guidelines.drafting import draft_of
from tomoni.guidelines.importing.guideline import read_guideline
from tomoni.guidelines.importing.result import account_for
from tomoni.guidelines.outlining import doubts, pieces
from tomoni.guidelines.outlining.account import signs, tally
from tomoni.guidelines.outlining.arriving import pieces_of
from tomoni.guidelines.outlining.changes import Change, change_between
from tomoni.guidelines.outlining.leaving import guideline_of
from tomoni.guidelines.outlining.operations import OPERATIONS, apply
from tomoni.guidelines.outlining.pieces import CannotError, Piece, Pieces, Tie

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))


def made(*shapes: str) -> Pieces:
    """Return pieces from words such as "1 第１章 甲" (a heading), "p 文", "i ① 項目", "n ※ 注"."""
    kinds = {"p": "paragraph", "i": "item", "n": "note", "a": "aside"}
    found = []
    for number, shape in enumerate(shapes, 1):
        what, *rest = shape.split(" ")
        own = f"00000000-0000-4000-8000-{number:012d}"
        own = f"{number:08x}{own[8:]}"
        if what.isdigit():
            mark, text = rest if len(rest) == 2 else ("", rest[0])
            found.append(Piece(own, "heading", text, mark, level=int(what), line=number))
        else:
            mark, text = rest if len(rest) == 2 else ("", rest[0])
            found.append(Piece(own, kinds[what], text, mark, line=number))
    return tuple(found)


def told(found: Pieces) -> list[str]:
    return [
        f"{one.level if one.kind == 'heading' else one.kind[0]} {one.whole}".replace("\u3000", " ")
        for one in found
    ]


def done(found: Pieces, at: int, name: str, **given: str) -> list[str]:
    return told(apply(found, name, found[at].id, given))


BOOK = made("1 第１章 甲", "p 文い。", "2 １ 乙", "p 文ろ。", "1 第２章 丙", "p 文は。")


@pytest.mark.parametrize(
    ("at", "name", "expected"),
    [
        (
            2,
            "indent",
            ["1 第１章 甲", "p 文い。", "3 １ 乙", "p 文ろ。", "1 第２章 丙", "p 文は。"],
        ),
        (
            0,
            "indent",
            ["2 第１章 甲", "p 文い。", "3 １ 乙", "p 文ろ。", "1 第２章 丙", "p 文は。"],
        ),
        (0, "down", ["1 第２章 丙", "p 文は。", "1 第１章 甲", "p 文い。", "2 １ 乙", "p 文ろ。"]),
        (4, "up", ["1 第２章 丙", "p 文は。", "1 第１章 甲", "p 文い。", "2 １ 乙", "p 文ろ。"]),
        (2, "down", ["1 第１章 甲", "p 文い。", "1 第２章 丙", "p 文は。", "2 １ 乙", "p 文ろ。"]),
        (1, "down", ["1 第１章 甲", "2 １ 乙", "p 文い。", "p 文ろ。", "1 第２章 丙", "p 文は。"]),
        (
            2,
            "paragraph",
            ["1 第１章 甲", "p 文い。", "p １ 乙", "p 文ろ。", "1 第２章 丙", "p 文は。"],
        ),
        (
            3,
            "heading-2",
            ["1 第１章 甲", "p 文い。", "2 １ 乙", "2 文ろ。", "1 第２章 丙", "p 文は。"],
        ),
        (3, "merge", ["1 第１章 甲", "p 文い。", "2 １ 乙文ろ。", "1 第２章 丙", "p 文は。"]),
        (2, "drop", ["1 第１章 甲", "p 文い。", "d １ 乙", "p 文ろ。", "1 第２章 丙", "p 文は。"]),
        (
            0,
            "drop-section",
            ["d 第１章 甲", "d 文い。", "d １ 乙", "d 文ろ。", "1 第２章 丙", "p 文は。"],
        ),
    ],
)
def test_operation_changes_what_it_says(at: int, name: str, expected: list[str]) -> None:
    assert done(BOOK, at, name) == expected


def test_move_into_takes_a_section_along_and_fits_its_level() -> None:
    found = done(BOOK, 4, "into", to=BOOK[0].id)

    assert found == ["1 第１章 甲", "p 文い。", "2 １ 乙", "p 文ろ。", "2 第２章 丙", "p 文は。"]


def test_move_before_and_to_the_end() -> None:
    assert done(BOOK, 1, "before", to="")[-1] == "p 文い。"
    assert done(BOOK, 4, "before", to=BOOK[0].id)[:2] == ["1 第２章 丙", "p 文は。"]


@pytest.mark.parametrize(
    ("at", "name", "given"),
    [
        (0, "up", {}),
        (4, "down", {}),
        (0, "merge", {}),
        (5, "merge-next", {}),
        (0, "outdent", {}),
        (1, "indent", {}),
        (1, "restore", {}),
        (1, "table", {}),
        (1, "split", {"place": "0"}),
        (1, "split", {"place": "99"}),
        (1, "split", {"place": ""}),
        (1, "edit", {"text": " ", "mark": ""}),
        (0, "into", {"to": BOOK[2].id}),
        (0, "before", {"to": BOOK[2].id}),
        (1, "point", {"number": "0", "to": ""}),
        (1, "retie", {"to": f"{BOOK[3].id} ※"}),
        (1, "revert", {"before": "尐", "after": "少"}),
        (1, "unheard-of", {}),
    ],
)
def test_operation_that_makes_no_sense_is_refused_with_a_sentence(
    at: int, name: str, given: dict[str, str]
) -> None:
    with pytest.raises(CannotError) as refused:
        apply(BOOK, name, BOOK[at].id, given)

    assert str(refused.value)


def test_operation_on_a_piece_that_is_gone_is_refused() -> None:
    with pytest.raises(CannotError):
        apply(BOOK, "drop", "nobody", {})


def test_mark_goes_into_the_text_and_comes_out_again() -> None:
    found = made("1 第１章 甲", "i ⑴ 項目")

    paragraph = apply(found, "paragraph", found[1].id, {})
    item = apply(paragraph, "item", found[1].id, {})

    assert told(paragraph)[1] == "p ⑴ 項目"
    assert (item[1].mark, item[1].text) == ("⑴", "項目")


def test_dropped_piece_comes_back_as_what_it_was() -> None:
    dropped = apply(BOOK, "drop", BOOK[2].id, {})

    restored = apply(dropped, "restore", BOOK[2].id, {})

    assert restored == BOOK


def test_merge_skips_what_was_set_aside_between() -> None:
    found = made("p 文の前半と", "a ３", "p 後半です。")

    merged = apply(found, "merge", found[2].id, {})

    assert told(merged) == ["p 文の前半と後半です。", "a ３"]


def test_split_divides_links_and_takes_the_tie_of_a_note_along() -> None:
    base = made("p 前※１です。後※２です（➝３ページ）。", "n ※１ 一", "n ※２ 二")
    links = (pieces.Link("➝３ページ", "s-1"),)
    own = base[0].id
    found = (
        pieces.Piece(**{**vars(base[0]), "links": links}),
        pieces.Piece(**{**vars(base[1]), "tied": Tie(own, "※１")}),
        pieces.Piece(**{**vars(base[2]), "tied": Tie(own, "※２")}),
    )

    upper, lower, first, second = apply(found, "split", own, {"place": "6"})

    assert (upper.text, lower.text) == ("前※１です。", "後※２です（➝３ページ）。")
    assert (upper.links, lower.links) == ((), links)
    assert first.tied == Tie(own, "※１")
    assert second.tied == Tie(lower.id, "※２")


def test_edit_accounts_for_what_was_cut_and_added() -> None:
    once = apply(BOOK, "edit", BOOK[1].id, {"text": "文に。", "mark": ""})

    back = apply(once, "edit", BOOK[1].id, {"text": "文い。", "mark": ""})

    assert (once[1].cut, once[1].added) == ("い", "に")
    assert back == BOOK


def test_note_stands_behind_the_mark_it_is_tied_to() -> None:
    found = made("n ※ 説明", "p ことば※です。")

    tied = apply(found, "retie", found[0].id, {"to": f"{found[1].id} ※"})

    assert told(tied) == ["p ことば※です。", "n ※ 説明"]
    assert tied[1].tied == Tie(found[1].id, "※")


def test_each_item_of_a_list_knows_its_line() -> None:
    text = (
        "第１章　担い手\n\n次のとおりです。\n・近くに住む人\n\n・公園で遊ぶ子ども\n・市の公園係\n"
    )

    found = pieces_of(read_guideline(text.encode()))

    places = [(one.text, one.line, one.last_line) for one in found if one.kind == "item"]
    assert places == [("近くに住む人", 4, 4), ("公園で遊ぶ子ども", 6, 6), ("市の公園係", 7, 7)]


def test_repair_is_taken_back_where_it_was_made_and_nowhere_else() -> None:
    text = "第１章　はじめに\n\n少子化は、減尐した数と少しの人で起こります。\n"
    found = pieces_of(read_guideline(text.encode()))
    place = next(one for one in found if one.kind == "paragraph")

    reverted = apply(found, "revert", place.id, {"before": "尐", "after": "少"})

    after = next(one for one in reverted if one.id == place.id)
    assert place.text == "少子化は、減少した数と少しの人で起こります。"
    assert after.text == "少子化は、減尐した数と少しの人で起こります。"


def test_doubts_tell_what_an_editor_should_look_at() -> None:
    found = made(
        "1 第１章 甲",
        "3 １ 乙",
        "3 ３ 丙は丁です。",
        "p これは文の途中で終わっている長い段落で、まだ続きがあるはずの",
        "p 続きです。",
        "p ⑵\u3000見出しのような行",
        "n ※ だれも指していない注",
        "p 文字が\ufffd化けています。",
        "a 図",
    )

    named = {one.id: one.whole for one in found}
    told_doubts = {
        named[own]: [doubt.code for doubt in about] for own, about in doubts.find(found).items()
    }

    assert told_doubts == {
        "１\u3000乙": ["level"],
        "３\u3000丙は丁です。": ["number", "sentence"],
        "これは文の途中で終わっている長い段落で、まだ続きがあるはずの": ["clipped"],
        "⑵\u3000見出しのような行": ["missed"],
        "※\u3000だれも指していない注": ["loose"],
        "文字が\ufffd化けています。": ["odd"],
        "図": ["aside"],
    }


def test_accepted_doubt_is_closed_and_opens_again() -> None:
    found = made("1 第１章 甲", "3 １ 乙")

    accepted = apply(found, "accept", found[1].id, {"code": "level"})
    again = apply(accepted, "accept", found[1].id, {"code": "level"})

    assert [one.is_open for one in doubts.find(accepted)[found[1].id]] == [False]
    assert [one.is_open for one in doubts.find(again)[found[1].id]] == [True]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_pieces_hold_every_sign_and_come_back_as_the_same_guideline(path: Path) -> None:
    result = read_guideline(path.read_bytes(), filename=path.name)

    found = pieces_of(result)
    again = guideline_of(found, title=result.title)

    balance = account_for(result)
    source = Counter(signs(result.source))
    for repair in result.repairs:
        for sign in signs(repair.before):
            source[sign] -= repair.count
        for sign in signs(repair.after):
            source[sign] += repair.count
    assert balance.balanced
    assert Counter(tally(found)) == Counter({sign: n for sign, n in source.items() if n})
    assert len({one.id for one in found}) == len(found)
    assert [one.line for one in found if not 1 <= one.line <= one.last_line] == []
    assert draft_of(again, slug="x").chapters == draft_of(result, slug="x").chapters


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_two_hundred_random_steps_lose_nothing_and_can_all_be_undone(path: Path) -> None:
    start = now = pieces_of(read_guideline(path.read_bytes(), filename=path.name))
    before = tally(start)
    chance = random.Random(path.name)  # noqa: S311 -- chooses steps, guards nothing
    stored = []
    refusals = set()

    names = sorted(OPERATIONS)
    while len(stored) < 200:
        name = chance.choice(names)
        piece = chance.choice(now)
        other = chance.choice(now)
        given = {
            "to": other.id,
            "place": str(chance.randrange(len(piece.text) + 1)),
            "text": piece.text[1:] + chance.choice(["", "あ", "　い\n"]),
            "mark": chance.choice([piece.mark, "①"]),
            "number": "0",
            "code": "long",
        }
        try:
            after = apply(now, name, piece.id, given)
        except CannotError as error:
            refusals.add(str(error))
            continue
        change = change_between(now, after)
        assert change.apply(now) == after
        stored.append(change.to_json())
        now = after

    assert gettext("This step would lose text, so it was not done.") not in refusals
    assert tally(now) == before
    assert len({one.id for one in now}) == len(now)
    assert pieces.load(pieces.dump(now)) == now
    for change in reversed(stored):
        step = Change.from_json(change, now, done=True)
        undone = step.take_back(now)
        assert Change.from_json(change, undone, done=False).apply(undone) == now
        now = undone
    assert now == start


def test_move_of_a_long_section_is_kept_in_a_few_bytes() -> None:
    long = made("1 第１章 甲", *(f"p 文{n}。" for n in range(1000)), "1 第２章 乙", "p 終わり。")

    change = change_between(long, apply(long, "down", long[0].id, {}))

    assert len(str(change.to_json())) < 100
