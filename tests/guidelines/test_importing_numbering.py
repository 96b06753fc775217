"""Every way of numbering that the importer knows, and what it must not take for one."""

import pytest

from tomoni.guidelines.importing.numbering import marker, number


@pytest.mark.parametrize(
    ("line", "scheme", "ordinal", "written", "rest"),
    [
        ("第１章　総則", "unit 章", 1, "第１章", "総則"),
        ("第12章 総則", "unit 章", 12, "第12章", "総則"),
        ("第二十三節　手順", "unit 節", 23, "第二十三節", "手順"),
        ("第３条の２　市は", "unit 条", 3, "第３条の２", "市は"),
        ("第２条（定義）　この条例は", "unit 条", 2, "第２条", "（定義）　この条例は"),
        ("第Ⅱ部　内容", "unit 部", 2, "第Ⅱ部", "内容"),
        ("終章　続けるために", "unit 章", 99, "終章", "続けるために"),
        ("Ｑ３　費用はかかりますか。", "question", 3, "Ｑ３", "費用はかかりますか。"),
        ("【２】現場に行く", "lenticular", 2, "【２】", "現場に行く"),
        ("第２　委員", "dai", 2, "第２", "委員"),
        ("Ⅳ　評価", "roman", 4, "Ⅳ", "評価"),
        ("IX. 評価", "roman", 9, "IX.", "評価"),
        ("１　目的", "digit", 1, "１", "目的"),
        ("1. 目的", "dotted .", 1, "1.", "目的"),
        ("１．目的", "dotted .", 1, "１．", "目的"),
        ("2-3 手順", "decimal 2", 3, "2-3", "手順"),
        ("1.2.4 手順", "decimal 3", 4, "1.2.4", "手順"),
        ("(２) 手順", "paren", 2, "(２)", "手順"),
        ("⑶ 手順", "paren ⑴", 3, "⑶", "手順"),
        ("４）手順", "half )", 4, "４）", "手順"),
        ("⑤手順", "circled", 5, "⑤", "手順"),
        ("ウ　手順", "kana ア", 3, "ウ", "手順"),
        ("（イ）手順", "parenkana ア", 2, "（イ）", "手順"),
        ("a) 手順", "latin a", 1, "a)", "手順"),
        ("三、手順", "kanji", 3, "三、", "手順"),
        ("その２：手順", "word その", 2, "その２：", "手順"),
        ("基本方針３　手順", "word 基本方針", 3, "基本方針３", "手順"),
        ("○手順", "mark ○", 0, "○", "手順"),
        ("【手順】", "bracket 【", 0, "", "【手順】"),
    ],
)
def test_numbering_is_read(line, scheme, ordinal, written, rest):
    mark, text = marker(line) or pytest.fail("no numbering seen")

    assert (mark.scheme, mark.ordinal, mark.written, text) == (scheme, ordinal, written, rest)


@pytest.mark.parametrize(
    "line",
    [
        "第３章では、手順を示します。",
        "第３条（定義）に規定する者",
        "第２回策定委員会",
        "平成16年に始まりました。",
        "1つ目は対話です。",
        "ＮＰＯ法人",
        "一人ひとりが主役です。",
        "アンケートの結果",
        "Ａ Ｂ Ｃ",
        "2025年度から",
    ],
)
def test_sentence_that_begins_with_a_number_is_no_numbering(line):
    assert marker(line) is None


@pytest.mark.parametrize(
    ("sign", "value"),
    [("７", 7), ("十", 10), ("十二", 12), ("二十", 20), ("百三", 103), ("⑫", 12), ("XIV", 14)],
)
def test_numbers_are_read_in_every_manner(sign, value):
    assert number(sign) == value
