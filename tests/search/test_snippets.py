"""The piece of text that is shown, and its marks."""

from tomoni.search.analysis.folding import fold
from tomoni.search.snippets import marked, snippet


def test_marked_marks_every_way_of_writing_the_word():
    assert marked("ゴミとごみと粗大ｺﾞﾐ", ["ごみ"]) == (
        "<mark>ゴミ</mark>と<mark>ごみ</mark>と粗大<mark>ｺﾞﾐ</mark>"
    )


def test_marked_joins_words_that_overlap():
    assert marked("国民健康保険", ["国民健康", "健康保険"]) == "<mark>国民健康保険</mark>"


def test_marked_escapes_the_text_inside_and_outside_of_marks():
    assert marked('<b>&"<script>', ["<script"]) == (
        "&lt;b&gt;&amp;&quot;<mark>&lt;script</mark>&gt;"
    )


def test_marked_takes_a_word_of_one_half_of_a_sign_for_the_whole_sign():
    assert marked("㍻の町", ["平成の"]) == "<mark>㍻の</mark>町"


def test_snippet_stands_around_the_first_word():
    text = "あ" * 300 + "協働" + "い" * 300

    shown = snippet(text=text, folded=fold(text), words=["協働"])

    assert shown == "…" + "あ" * 30 + "<mark>協働</mark>" + "い" * 118 + "…"


def test_snippet_finds_the_word_far_behind_signs_that_fold_to_many():
    text = "㍻" * 2000 + "協働" + "い" * 10

    shown = snippet(text=text, folded=fold(text), words=["協働"])

    assert shown == "…" + "㍻" * 30 + "<mark>協働</mark>" + "い" * 10


def test_snippet_without_the_word_is_the_beginning():
    text = "あ" * 300

    assert snippet(text=text, folded=text, words=["協働"]) == "あ" * 150 + "…"


def test_snippet_begins_and_ends_between_words():
    text = " ".join(["palavra"] * 30 + ["lixo"] + ["palavra"] * 30)

    shown = snippet(text=text, folded=fold(text), words=["lixo"])

    assert shown.startswith("…palavra ")
    assert shown.endswith(" palavra…")
    assert "<mark>lixo</mark>" in shown


def test_snippet_of_no_text_is_nothing():
    assert snippet(text="", folded="", words=["協働"]) == ""
