"""Anything can be typed."""

import pytest

from tomoni.search.queries import Query, read_query


@pytest.mark.parametrize("typed", ["", " ", "\u3000", "\n\t", "\x00", "、。"])
def test_query_of_nothing_has_no_words(typed):
    query = read_query(typed)

    assert (query.words, query.too_short, query.too_many) == ((), (), False)


def test_query_parts_words_at_spaces_of_both_widths_and_at_commas():
    query = read_query("  ごみ\u3000収集、日　ごみ 粗大ゴミ。")

    assert query == Query(
        text="ごみ 収集、日 ごみ 粗大ゴミ。", words=("ごみ", "収集", "粗大ごみ"), too_short=("日",)
    )


def test_query_takes_quotation_marks_off_words():
    query = read_query('「協働」 "自治会" (NPO)')

    assert query.words == ("協働", "自治会", "npo")


def test_query_takes_eight_words_and_says_so():
    query = read_query(" ".join(f"word{number}" for number in range(10)))

    assert query.words == tuple(f"word{number}" for number in range(8))
    assert query.too_many


def test_query_is_cut_to_a_length_that_people_type():
    assert read_query("あ" * 5000).text == "あ" * 200


def test_query_survives_halves_of_broken_characters():
    query = read_query("ご\ud800み")

    assert query == Query(text="ご?み", words=("ご?み",))
