"""Texts taken out of PDFs with the marks apart from what they mark."""

import pytest

from tomoni.guidelines.importing import account_for, read_guideline
from tomoni.guidelines.importing.result import ItemList

BODY = "市は、住民と話し合いながら、まちづくりを少しずつ進めます。"
EXPECTED = [
    (1, "１", "はじまり"),
    (2, "(1)", "知らせる"),
    (2, "(2)", "集まる"),
    (1, "２", "つづき"),
    (2, "(1)", "決める"),
    (2, "(2)", "見直す"),
]


def outline(text: str) -> list[tuple[int, str, str]]:
    guideline = read_guideline(text.encode())
    assert account_for(guideline).balanced
    return [(one.level, one.number, one.title) for one in guideline.sections()]


@pytest.mark.parametrize("between", ["\n\n", "\n", "        "])
def test_marks_on_lines_of_their_own_or_before_a_gap_are_taken_back(between):
    text = "\n\n".join(f"{number}{between}{title}\n\n{BODY}" for _, number, title in EXPECTED)

    assert outline(text) == EXPECTED


def test_marks_above_one_another_belong_to_the_texts_below_in_order():
    stacked = "\n\n".join(
        f"{number}\n\n(1)\n\n{title}\n\n{first}\n\n{BODY}\n\n(2)\n\n{second}\n\n{BODY}"
        for number, title, first, second in (
            ("１", "はじまり", "知らせる", "集まる"),
            ("２", "つづき", "決める", "見直す"),
        )
    )

    assert outline(stacked) == EXPECTED


def test_page_numbers_are_not_taken_for_marks():
    pages = [f"{title}\n\n{BODY}\n\n{at}\n" for at, title in enumerate(("東", "西", "南"), 1)]

    assert outline("\f".join(pages)) == []


def test_answers_are_no_headings():
    text = "".join(
        f"Ｑ{at}　{title}とは何ですか。\nＡ　{BODY}\nくわしくは、窓口でお尋ねください。\n"
        for at, title in enumerate(("協働", "対話", "参加"), 1)
    )

    guideline = read_guideline(text.encode())

    assert [(one.number, one.title) for one in guideline.sections()] == [
        ("Ｑ1", "協働とは何ですか。"),
        ("Ｑ2", "対話とは何ですか。"),
        ("Ｑ3", "参加とは何ですか。"),
    ]
    lists = [b for one in guideline.chapters for b in one.blocks if isinstance(b, ItemList)]
    assert [item.mark for one in lists for item in one.items] == ["Ａ"] * 3
