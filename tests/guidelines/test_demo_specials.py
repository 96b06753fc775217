"""The special blocks of the demo texts: what they store, and what is said of a wrong one."""

import pytest

from tomoni.guidelines.demo.content.documents import read
from tomoni.guidelines.demo.desk import Desk
from tomoni.guidelines.demo.law import parsed
from tomoni.guidelines.demo.specials import listed, value_of
from tomoni.home.demo.content.blocks import parse
from tomoni.home.demo.content.specials import Special, TextError


def desk() -> Desk:
    return Desk(
        document="paper",
        link=str,
        picture={"river": 7}.get,
        section={"kyodo": 3}.get,
    )


def only(body: str) -> Special:
    (block,) = parse(body)
    assert isinstance(block, Special)
    return block


def test_article_has_paragraphs_items_and_finer_ones():
    lines = [
        "次のとおりとする。",
        "⑴ 市民",
        "ア 住む者",
        "イ 働く者",
        "⑵ 市",
        "２　前項は、準用する。",
    ]

    paragraphs = parsed(lines)

    finer = [{"mark": "ア", "text": "住む者"}, {"mark": "イ", "text": "働く者"}]
    assert paragraphs == [
        {
            "number": "",
            "text": "次のとおりとする。",
            "items": [
                {"mark": "⑴", "text": "市民", "subitems": finer},
                {"mark": "⑵", "text": "市", "subitems": []},
            ],
        },
        {"number": "２", "text": "前項は、準用する。", "items": []},
    ]


def test_item_without_a_paragraph_is_named():
    with pytest.raises(TextError) as caught:
        parsed(["⑴ 市民"])

    assert str(caught.value) == "Nothing stands above this line for it to belong to: ⑴ 市民"


def test_survey_stores_numbers_as_numbers():
    block = only(
        ":: survey wish | 何かしたいですか\nvalue: 64 %\nn: 1084\nasked: 2025-07-01\n"
        "asked_text: 令和７年７月\nsource: 調査\n合わせた数です。\n| したい | 43\n"
    )

    value = value_of(desk(), block)

    series = [item["value"] for item in value.pop("series")]
    assert series == [{"label": "したい", "value": 43.0}]
    assert value == {
        "question": "何かしたいですか",
        "value": "64",
        "unit": "%",
        "n": 1084,
        "asked_on": "2025-07-01",
        "asked_text": "令和７年７月",
        "source": "調査",
        "summary": "合わせた数です。",
    }


def test_history_keeps_a_month_in_words():
    block = only(
        ":: history making | 経過\n| 2024-09-12 | 会議 | 第１回\n| 令和７年２月 | 調査 | 団体\n"
    )

    rows = [item["value"] for item in value_of(desk(), block)["rows"]]

    assert [(row["date"], row["date_text"]) for row in rows] == [
        ("2024-09-12", ""),
        (None, "令和７年２月"),
    ]


def test_figure_finds_its_picture_and_contact_its_section():
    figure = only(":: figure f | 図１ | 川\npicture: river\n川の絵です。\n")
    contact = only(":: contact c\nsection: kyodo\n夜も開いています。\n")

    assert value_of(desk(), figure)["image"] == 7
    assert value_of(desk(), contact) == {"section": 3, "note": "夜も開いています。"}


def test_items_keep_their_ids_in_each_language():
    japanese = only(":: terms words | ことば\n- 市民 | しみん\n住む人です。\n")
    portuguese = only(":: terms words | Palavras\n- cidadãos\nQuem mora aqui.\n")

    ids = [value_of(desk(), block)["terms"][0]["id"] for block in (japanese, portuguese)]

    assert ids[0] == ids[1]


def test_unknown_kind_and_missing_day_are_said():
    with pytest.raises(TextError, match=r"^There is no block “song”, only article, contact"):
        value_of(desk(), only(":: song s\n"))
    with pytest.raises(ValueError, match="month must be in"):
        value_of(desk(), only(":: roster r | 名簿\nretention: 2024-13-01\n"))


def test_error_names_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr("tomoni.guidelines.demo.content.documents.FOLDER", tmp_path)
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "chapter-1.ja.txt").write_text("key: c\n\n## Bad\n", encoding="utf-8")

    with pytest.raises(TextError, match=r"^paper/chapter-1\.ja\.txt: A heading is"):
        read("paper", "chapter-1", "ja")


def test_letters_are_listed_with_either_comma():
    assert (listed("B、C"), listed("a, b"), listed("")) == (["B", "C"], ["a", "b"], [])
