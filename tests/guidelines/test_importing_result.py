"""What the importer returns: its printed form, its ids, its account of every sign."""

from dataclasses import replace
from pathlib import Path

import pytest

from tomoni.guidelines.importing import account_for, read_guideline
from tomoni.guidelines.importing.result import Item, ItemList, Paragraph

TEXT = """はじめに
この指針※は、少しずつ育てていくものです。
※指針とは、進む向きを示すものです。
１　集まる
毎月の会に集まります。次の物を持って来てください。
・筆記具
・お茶
２　話す
「集まる」（→３ページ）のとおり、⼈の話をよく聞きます。
"""


def test_json_has_exactly_the_published_shape():
    guideline = read_guideline(TEXT.encode(), title="ともに市の指針")

    anchors = [one.anchor for one in guideline.sections()]
    assert guideline.to_json() == {
        "title": "ともに市の指針",
        "chapters": [
            {"number": "", "title": "はじめに", "level": 1, "id": anchors[0], "children": []},
            {"number": "１", "title": "集まる", "level": 1, "id": anchors[1], "children": []},
            {"number": "２", "title": "話す", "level": 1, "id": anchors[2], "children": []},
        ],
        "notes": [
            {
                "mark": "※",
                "text": "指針とは、進む向きを示すものです。",
                "anchor": guideline.notes[0].anchor,
            },
        ],
        "references": [{"text": "→３ページ", "target": anchors[1], "resolved": True}],
        "repairs": [{"from": "⼈", "to": "人", "count": 1}],
        "set_aside": [],
    }


def test_blocks_keep_the_order_and_the_marks_of_the_text():
    section = read_guideline(TEXT.encode()).chapters[1]

    paragraph, items = section.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "毎月の会に集まります。次の物を持って来てください。"
    assert isinstance(items, ItemList)
    assert (items.style, items.items) == ("bullet", (Item("・", "筆記具"), Item("・", "お茶")))


def test_note_is_attached_to_the_sign_in_its_paragraph():
    guideline = read_guideline(TEXT.encode())

    note, paragraph = guideline.notes[0], guideline.chapters[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert (note.attached_to, note.attached_mark) == (paragraph.id, "※")
    assert paragraph.text[note.attached_at or 0] == "※"
    assert note.section == guideline.chapters[0].anchor


def test_second_import_gives_the_same_ids():
    first, second = (read_guideline(TEXT.encode(), title="指針") for _ in range(2))

    assert first == second


def test_text_inserted_in_one_section_leaves_the_ids_of_headings():
    longer = TEXT.replace("毎月の会", "春の会にも集まります。\n\n毎月の会")

    before = read_guideline(TEXT.encode(), title="指針")
    after = read_guideline(longer.encode(), title="指針")

    assert [one.id for one in after.sections()] == [one.id for one in before.sections()]


def test_anchor_is_taken_from_the_id():
    guideline = read_guideline(TEXT.encode())

    for section in guideline.sections():
        assert section.anchor == f"s-{section.id.hex[:8]}"
    assert guideline.notes[0].anchor == f"n-{guideline.notes[0].id.hex[:8]}"


def test_headings_of_the_same_name_have_ids_of_their_own():
    text = "１　集まる\n集まります。\n２　集まる\nもう一度集まります。\n" * 2

    sections = list(read_guideline(text.encode()).sections())

    assert len({one.anchor for one in sections}) == 4


def test_account_names_what_is_lost_and_what_is_made_up():
    guideline = read_guideline(TEXT.encode())
    first = guideline.chapters[0]

    account = account_for(
        replace(guideline, chapters=(replace(first, title="おわりに"), *guideline.chapters[1:]))
    )

    assert account.lost == (("じ", 1), ("は", 1), ("め", 1))
    assert account.invented == (("お", 1), ("り", 1), ("わ", 1))


@pytest.mark.parametrize(
    ("text", "filename", "title"),
    [
        ("ともに市協働指針\n\n１　集まる\n集まります。\n", "a.txt", "ともに市協働指針"),
        (
            "１　集まる\n「ともに市協働指針」（以下「本指針」という。）です。\n",
            "a.txt",
            "ともに市協働指針",
        ),
        ("１　集まる\n集まります。\n", str(Path("folder") / "my text.txt"), "my text"),
        ("１　集まる\n集まります。\n", "", ""),
    ],
)
def test_title_is_found_in_the_text_or_taken_from_the_file(text, filename, title):
    assert read_guideline(text.encode(), filename=filename).title == title
