"""The plain text that the demo town is written in."""

import pytest

from tomoni.home.demo.content.blocks import (
    Heading,
    ItemList,
    Note,
    Paragraph,
    Table,
    parse,
    resolve,
    targets,
    texts,
)
from tomoni.home.demo.content.specials import Record, Special, TextError


def test_parse_reads_each_kind_of_line():
    body = (
        "## days | １ | 収集日\n\n土<b>曜</b>日※です。\n※ 祝日も。\n"
        "① ねこ\n② いぬ\n- とり\n|= 表 | 1 | 0\n| あ | い | ←\n| う |  | え\n|: 注\n"
    )

    blocks = parse(body)

    assert blocks == (
        Heading("days", 2, "１", "収集日"),
        Paragraph("days.1", "土<b>曜</b>日※です。"),
        Note("days.2", "※", "祝日も。"),
        ItemList("days.3", "circled", ("ねこ", "いぬ")),
        ItemList("days.4", "bullet", ("とり",)),
        Table("days.5", "表", 1, 0, (("あ", "い", "←"), ("う", "", "え")), "注"),
    )


def test_resolve_replaces_targets_and_nothing_else():
    html = '<a href="#key:why">a</a> <a href="https://x.example.jp/">b</a>'

    resolved = resolve(html, lambda target: f"/{target}/")

    assert resolved == '<a href="/key:why/">a</a> <a href="https://x.example.jp/">b</a>'


def test_special_block_holds_facts_text_rows_and_records_until_a_blank_line():
    body = (
        "## top | | 見出し\n:: forms kinds | 形態 | ２\nsource: 市\n説明です。\n| あ | 3\n"
        '- 後援 | B、C\nidea: 名前を貸す。\n続きの<a href="#key:top">文</a>。\n\n後の段落。\n'
    )

    blocks = parse(body)

    special = Special(
        kind="forms",
        key="kinds",
        parts=("形態", "２"),
        facts={"source": "市"},
        texts=["説明です。"],
        rows=[("あ", "3")],
        records=[
            Record(
                parts=("後援", "B、C"),
                facts={"idea": "名前を貸す。"},
                texts=['続きの<a href="#key:top">文</a>。'],
            )
        ],
    )
    assert blocks[1:] == (special, Paragraph("top.1", "後の段落。"))
    assert targets(blocks) == ("key:top",)
    assert "名前を貸す。" in texts(special)


def test_special_blocks_may_follow_each_other_and_end_at_a_heading():
    blocks = parse(":: contact one\n:: contact two\n電話で。\n## next | | 次\n")

    assert [block.key for block in blocks] == ["one", "two", "next"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("## Days | １ | 収集日", "A heading is “## key | number | text”: ## Days | １ | 収集日"),
        (":: Forms kinds", "A special block begins with “:: kind key | …”: :: Forms kinds"),
        (":: forms kinds\nidea: あ\nidea: い", "“idea” is said twice: idea: い"),
        ("|= 表 | 1\n| あ", "A table begins with “|= caption | header rows | columns”: |= 表 | 1"),
        (
            "|= 表 | 1 | 1\n| あ | い\n| う",
            "The rows of this table differ in length: |= 表 | 1 | 1",
        ),
    ],
)
def test_line_without_a_sense_is_named(line, sentence):
    with pytest.raises(TextError) as caught:
        parse(line)

    assert str(caught.value) == sentence
