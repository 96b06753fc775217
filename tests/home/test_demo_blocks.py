"""The plain text that the demo town is written in."""

from tomoni.home.demo.content.blocks import (
    Heading,
    ItemList,
    Note,
    Paragraph,
    Table,
    parse,
    resolve,
)


def test_parse_reads_each_kind_of_line():
    body = (
        "## days | １ | 収集日\n\n土<b>曜</b>日※です。\n※ 祝日も。\n"
        "① ねこ\n② いぬ\n- とり\n|= 表 | 1 | 0\n| あ | い\n| う |  | え\n"
    )

    blocks = parse(body)

    assert blocks == (
        Heading("days", 2, "１", "収集日"),
        Paragraph("days.1", "土<b>曜</b>日※です。"),
        Note("days.2", "※", "祝日も。"),
        ItemList("days.3", "circled", ("ねこ", "いぬ")),
        ItemList("days.4", "bullet", ("とり",)),
        Table("days.5", "表", 1, 0, (("あ", "い"), ("う", "", "え"))),
    )


def test_resolve_replaces_targets_and_nothing_else():
    html = '<a href="#key:why">a</a> <a href="https://x.example.jp/">b</a>'

    resolved = resolve(html, lambda target: f"/{target}/")

    assert resolved == '<a href="/key:why/">a</a> <a href="https://x.example.jp/">b</a>'
