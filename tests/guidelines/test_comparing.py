"""新旧対照: pairs of editions with the marks that their comparison is to have."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.guidelines.pairs import Case, cases, told

from tomoni.guidelines.comparing import Comparison, State, compare
from tomoni.guidelines.comparing.likeness import runs_of
from tomoni.guidelines.comparing.marking import mark
from tomoni.guidelines.comparing.pieces import strings_in
from tomoni.guidelines.comparing.result import Mark, rows_of
from tomoni.guidelines.comparing.sections import sections_of
from tomoni.guidelines.comparing.words import words_of
from tomoni.guidelines.texts import EditionText, PageText

CASES = cases()
MIRROR = {
    State.ADDED: State.REMOVED,
    State.REMOVED: State.ADDED,
    State.SPLIT: State.MERGED,
    State.MERGED: State.SPLIT,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_comparison_marks_what_changed_and_nothing_else(case: Case) -> None:
    found = compare(case.old, case.new, language=case.language)

    assert told(found) == case.expected


def sides(comparison: Comparison) -> tuple[list[str], list[str]]:
    """Return every cell of a comparison as plain text, of each side."""
    olds: list[str] = []
    news: list[str] = []
    for row in rows_of(comparison):
        for cells, found in ((row.old, olds), (row.new, news)):
            found += ["".join(span.text for span in spans) for spans in cells or ()]
    return sorted(filter(None, olds)), sorted(filter(None, news))


def cells_of(text: EditionText) -> list[str]:
    """Return every cell that readers of a text see, as a list of its pieces says."""
    return sorted(
        cell
        for section in sections_of(text, language="ja", others=strings_in)
        for piece in section.all
        for line in piece.lines
        for cell in line.cells
        if cell
    )


def signs_of(text: EditionText) -> Counter[str]:
    """Return every sign of a text of headings and paragraphs, straight from its source."""
    found = Counter("".join(page.number + page.title for page in text.pages))
    for page in text.pages:
        for block in page.body:
            value = block["value"]
            found.update(
                value["number"] + value["text"] if isinstance(value, dict) else value[3:-4]
            )
    return found


def mirrored(comparison: Comparison) -> list[str]:
    swapped = [
        replace(
            passage,
            state=MIRROR.get(passage.state, passage.state),
            olds=passage.news,
            news=passage.olds,
            blocks=(),
        )
        for passage in comparison.passages
    ]
    rows = [
        replace(row, state=MIRROR.get(row.state, row.state), role="", old=row.new, new=row.old)
        for row in rows_of(comparison)
    ]
    return sorted(map(str, [*swapped, *rows]))


def plainly(comparison: Comparison) -> list[str]:
    passages = [replace(passage, blocks=()) for passage in comparison.passages]
    rows = [replace(row, role="") for row in rows_of(comparison)]
    return sorted(map(str, [*passages, *rows]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_cell_stands_once_on_its_side(case: Case) -> None:
    found = compare(case.old, case.new, language="ja")

    assert sides(found) == (cells_of(case.old), cells_of(case.new))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_text_compared_with_itself_is_unchanged(case: Case) -> None:
    found = [compare(text, text) for text in (case.old, case.new)]

    assert [one.changed for one in found] == [(), ()]
    assert {
        span.mark
        for one in found
        for row in rows_of(one)
        for spans in row.old or ()
        for span in spans
    } <= {Mark.SAME}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_swapped_sides_mirror_the_comparison(case: Case) -> None:
    forth = compare(case.old, case.new, language=case.language)
    back = compare(case.new, case.old, language=case.language)

    assert mirrored(forth) == plainly(back)


WORDS = (
    *(
        "市民",
        "行政",
        "協働",
        "計画",
        "会議",
        "評価",
        "参加",
        "公園",
        "学校",
        "広報",
        "窓口",
        "予算",
    ),
    *("団体", "地域", "の", "を", "は", "が", "と", "に", "進める", "聞く", "話しあう", "つくる"),
    *("確かめる", "毎年", "３月", "４２件", "NPO", "、", "。"),
)


def random_text(chance: random.Random, sections: int) -> EditionText:
    """Return a document of about ten sections a chapter."""
    pages = [PageText(page=1, slug="", number="", title="指針", anchor="s-doc")]
    for start in range(0, sections, 10):
        body: list[dict[str, object]] = []
        for number in range(start, min(start + 10, sections)):
            body += section(chance, number)
        chapter = start // 10 + 1
        pages.append(
            PageText(
                page=chapter + 1,
                slug=f"c{chapter}",
                number=f"第{chapter}章",
                title=sentence(chance, 3),
                anchor=f"s-c{chapter}",
                body=tuple(body),
            )
        )
    return EditionText(title="指針", pages=tuple(pages))


def section(chance: random.Random, number: int) -> list[dict[str, object]]:
    title = {"number": f"第{number % 10 + 1}節", "text": sentence(chance, 4), "level": "2"}
    blocks = [{"type": "heading", "id": f"h{number:07d}", "value": title}]
    return blocks + [
        {"type": "paragraph", "id": f"p{number:05d}{k}", "value": f"<p>{sentence(chance, 60)}</p>"}
        for k in range(4)
    ]


def sentence(chance: random.Random, words: int) -> str:
    return "".join(chance.choices(WORDS, k=words))


def edited(chance: random.Random, text: EditionText, edits: int, *, ids: bool) -> EditionText:
    """Return the text after so many edits: words changed, blocks taken out, put in, moved."""
    bodies = [list(page.body) for page in text.pages]
    for _edit in range(edits):
        body = chance.choice(bodies[1:])
        where = chance.randrange(len(body))
        match chance.randrange(5):
            case 0:
                del body[where]
            case 1:
                body.insert(where, section(chance, chance.randrange(10_000, 99_999))[1])
            case 2:
                other = chance.choice(bodies[1:])
                other.insert(chance.randrange(len(other) + 1), body.pop(where))
            case _:
                body[where] = reworded(chance, body[where])
        bodies = [bodies[0], *(body for body in bodies[1:] if body)]
    pages = []
    for page, body in zip(text.pages, bodies, strict=False):
        blocks = tuple(block if ids else {**block, "id": ""} for block in body)
        pages.append(replace(page, body=blocks, anchor=page.anchor if ids else "", page=page.page))
    return replace(text, pages=tuple(pages))


def reworded(chance: random.Random, block: dict[str, object]) -> dict[str, object]:
    value = block["value"]
    if isinstance(value, dict):
        return {**block, "value": {**value, "text": sentence(chance, 4)}}
    words = str(value)
    place = chance.randrange(3, len(words) - 4)
    return {**block, "value": words[:place] + chance.choice(WORDS) + words[place + 1 :]}


@pytest.mark.parametrize("seed", range(12))
def test_random_edits_lose_no_sign_and_mirror(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- the same each time
    old = random_text(chance, 30)
    new = edited(chance, old, 25, ids=seed % 3 > 0)

    forth, back = compare(old, new), compare(new, old)

    left, right = (Counter("".join(side)) for side in sides(forth))
    assert (left - signs_of(old), signs_of(old) - left) == (Counter(), Counter())
    assert (right - signs_of(new), signs_of(new) - right) == (Counter(), Counter())
    assert mirrored(forth) == plainly(back)


@pytest.mark.parametrize("with_ids", [True, False])
def test_work_grows_no_faster_than_the_document(with_ids: bool) -> None:
    steps = {}
    for sections in (50, 200):
        chance = random.Random(7)  # noqa: S311 -- the same each time
        old = random_text(chance, sections)
        new = edited(chance, old, sections // 2, ids=with_ids)
        words_of.cache_clear()
        runs_of.cache_clear()
        steps[sections] = steps_of(lambda: compare(old, new))  # noqa: B023 -- run at once

    # Four times the text: far from the sixteenfold of comparing everything with everything.
    assert steps[200] < 8 * steps[50]


@pytest.mark.parametrize(
    ("old", "new"),
    [("あ" * 40_000, "い" * 40_000), ("市民と" * 10_000, "市民の" * 10_000)],
    ids=["one word", "the same words again and again"],
)
def test_long_text_is_compared_in_bounded_steps(old: str, new: str) -> None:
    steps = steps_of(lambda: mark(old, new, "ja"))

    assert steps < 60 * (len(old) + len(new))


def steps_of(act: Callable[[], object]) -> int:
    """Return how many calls an act takes: unlike seconds, the same on every machine."""
    count = 0

    def see(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(see)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count
