"""The piece of a text that is shown beside a result."""

import pytest

from tomoni.search.analysis.locales import analyser_for
from tomoni.search.marking import marker_of

SIGNS = 300


def piece(text, typed, locale="ja"):
    analyser = analyser_for(locale)
    return str(marker_of(analyser, analyser.read(typed)).piece(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("種類\n上地区\n燃える紙\n月曜日", "種類 / 上地区 / 燃える<mark>紙</mark> / 月曜日"),
        ("段落です。\n次の段落の紙", "段落です。 次の段落の<mark>紙</mark>"),
        ("燃える（黄色）\n紙\n", "燃える（黄色） / <mark>紙</mark>"),
        ("\n \n紙\n\n\n袋", "<mark>紙</mark> / 袋"),
    ],
)
def test_cells_are_told_apart_and_paragraphs_are_not(text, shown):
    assert piece(text, "紙") == shown


def test_piece_neither_begins_nor_ends_with_a_stroke():
    cells = [f"{number}a" for number in range(SIGNS)]
    cells[SIGNS // 2] = "lixo"

    shown = piece("\n".join(cells), "lixo", "pt-br")

    assert " / <mark>lixo</mark> / " in shown
    inside = shown.removeprefix("…").removesuffix("…")
    assert inside == inside.strip(" /")
    assert len(inside) < SIGNS


def test_lines_of_a_text_reach_the_result(site, put, client):
    put("収集日", text="種類\n \n  燃える \t 紙\r\n月曜日")

    page = client.get("/ja/search/", {"q": "紙"}).content.decode()

    assert "種類 / 燃える <mark>紙</mark> / 月曜日" in page
