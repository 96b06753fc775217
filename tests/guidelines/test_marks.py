"""Notes find the places in the text that they belong to."""

import pytest

from tomoni.guidelines.marks import NoteMark, find_places, tie


def tied(texts: list[str], notes: list[tuple[int, str]]) -> dict[str, tuple[int, str]]:
    """Return for each note its place as block number and the text before the mark."""
    found = tie(
        [NoteMark((block, 0), f"{block}{mark}", mark) for block, mark in notes],
        find_places(
            [((number, 0), text) for number, text in enumerate(texts)],
            [mark for _block, mark in notes],
        ),
    )
    return {
        name: (place.position[0], texts[place.position[0]][: place.start])
        for name, place in found.items()
    }


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("寄付＊1など", "*1"),
        ("寄付*1など", "＊1"),
        ("寄付*１など", "*1"),
        ("寄付※など", "※"),
        ("寄付注1など", "注１"),
        ("寄付¹など", "¹"),
        ("寄付¹²など", "12"),
        ("寄付注 11など", "注11"),
    ],
)
def test_mark_is_found_in_half_and_full_width(text: str, mark: str) -> None:
    assert tied([text, ""], [(1, mark)]) == {f"1{mark}": (0, "寄付")}


def test_longer_mark_is_not_taken_for_a_shorter_one() -> None:
    texts = ["甲＊12、乙＊1、丙＊", ""]

    assert tied(texts, [(1, "*1"), (1, "*"), (1, "*12")]) == {
        "1*1": (0, "甲＊12、乙"),
        "1*": (0, "甲＊12、乙＊1、丙"),
        "1*12": (0, "甲"),
    }


def test_marks_that_start_again_belong_to_the_nearest_place_before() -> None:
    texts = ["一ページ＊1", "", "二ページ＊1", ""]

    assert tied(texts, [(1, "*1"), (3, "*1")]) == {
        "1*1": (0, "一ページ"),
        "3*1": (2, "二ページ"),
    }


def test_note_before_its_place_finds_the_first_one_after() -> None:
    assert tied(["", "あとに※出る"], [(0, "※")]) == {"0※": (1, "あとに")}


def test_mark_inside_a_tag_is_no_place() -> None:
    texts = ['<a href="#※">ここ</a>', ""]

    assert tied(texts, [(1, "※")]) == {}


def test_note_without_a_place_stays_untied() -> None:
    assert tied(["なにもない", ""], [(1, "※")]) == {}


@pytest.mark.parametrize(
    ("html", "mark", "before"),
    [
        ("甲&amp;乙のa", "a", "甲&amp;乙の"),
        ("甲&#39;乙#39", "#39", "甲&#39;乙"),
    ],
)
def test_mark_is_no_part_of_an_entity(html: str, mark: str, before: str) -> None:
    places = find_places([((0, 0), html)], [mark])

    assert [html[: place.start] for place in places] == [before]
