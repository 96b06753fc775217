"""Which words of a text lead to a section, which lead nowhere, and marks that are bare figures."""

import pytest

from tomoni.guidelines.importing import ImportedGuideline, read_guideline
from tomoni.guidelines.importing.result import Paragraph

BODY = "市は、住民と話し合いながら、まちづくりを少しずつ進めます。"


def read(sentence: str) -> ImportedGuideline:
    lines = ["まちの指針", "", "第１章　目的", f"　{sentence}", "第２章　方法"]
    for number, title in enumerate(("集まる", "話す", "決める"), 1):
        lines += [f"２－{number}　{title}", f"　{BODY}"]
    lines += ["資料編", "資料１　歩み", f"　{BODY}", "資料２　言葉", f"　{BODY}"]
    return read_guideline("\n".join(lines).encode(), filename="a.txt")


def led(sentence: str) -> list[tuple[str, str]]:
    guideline = read(sentence)
    titles = {one.anchor: one.title for one in guideline.sections()}
    return [(one.text, titles.get(one.target, "")) for one in guideline.references]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("第２章に定める手順で進めます。", [("第２章", "方法")]),
        ("進め方は２－２の考え方に沿います。", [("２－２", "話す")]),
        ("詳しくは「決める」を参照してください。", [("「決める」を参照", "決める")]),
        ("経過は資料１にあります。", [("資料１", "歩み")]),
        ("言葉の意味（資料２）を確かめます。", [("資料２", "言葉")]),
    ],
)
def test_sentence_leads_to_the_section_it_names(sentence, expected):
    assert led(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "地方自治法第２章の規定により設けます。",
        "総合計画の第２章に定める将来像によります。",
        "推移は図２－２のとおりです。",
        "令和２年に基づく数で、２－９に示した値ではありません。",
        "詳しくは「別の冊子」を参照してください。",
    ],
)
def test_sentence_about_something_else_leads_nowhere(sentence):
    assert led(sentence) == []


def test_bare_figures_are_marks_only_where_notes_count_on_at_the_pages_feet():
    pages = [
        "第１章　目的\n市の計画 1。ここから始めます。\n1 平成三十年に定めた計画をいう。\n- 1 -",
        "第２章　方法\n組は 5、六人です。条例 2、規則を読みます。\n2 市の条例をいう。\n- 2 -",
        "第３章　手順\n次の順に進めます。\n5 人で集まります。\n終わりです。\n- 3 -",
    ]

    notes = read_guideline("\n".join(pages).encode(), filename="a.txt").notes

    assert [(one.mark, one.text, one.attached_mark) for one in notes] == [
        ("1", "平成三十年に定めた計画をいう。", "1"),
        ("2", "市の条例をいう。", "2"),
    ]


def test_head_that_counts_on_is_set_aside_with_the_numbers_of_pages():
    pages = [f"みんなのまちの指針　　　{at}\n第{at}章　その{at}\n{BODY}\n" for at in (1, 2, 3)]

    guideline = read_guideline("".join(pages).encode(), filename="a.txt")

    assert [one.text.split()[-1] for one in guideline.set_aside] == ["1", "2", "3"]
    assert [one.title for one in guideline.sections()] == ["その1", "その2", "その3"]


def test_line_that_begins_with_a_count_is_no_item_of_a_list():
    guideline = read("定員は 40 人までとし、先着順です。")

    texts = [one.text for one in guideline.chapters[0].blocks if isinstance(one, Paragraph)]
    assert texts == ["定員は40人までとし、先着順です。"]
