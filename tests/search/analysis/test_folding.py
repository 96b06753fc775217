"""What folds to one form is found whichever way it is typed."""

import pytest

from tomoni.search.analysis.folding import fold, fold_with_places


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("ｶﾞｲﾄﾞ", "がいど"),
        ("カ\u3099イド", "がいど"),
        ("ガイドライン", "がいどらいん"),
        ("サービス", "さーびす"),
        ("ゴミ", "ごみ"),
        ("尐子高齢化", "少子高齢化"),
        ("髙﨑さん", "高崎さん"),
        ("ともに\u3000市\t\n 役所 ", "ともに 市 役所"),
        ("ÇÃO", "ção"),
        ("Straße", "strasse"),
        ("①⑴㍻", "1(1)平成"),
        ("a\x00b", "a b"),
        ("a\ud800b\u200b", "ab"),
        ("नेपाल", "नेपाल"),
        ("Tiê\u0301ng", "tiếng"),
        ("\u1112\u1161\u11ab글", "한글"),
        ("", ""),
        ("\u3000", ""),
    ],
)
def test_fold_meets_the_ways_of_writing(typed, folded):
    assert fold(typed) == folded


def test_fold_is_the_same_when_done_twice():
    text = "尐子ＡＢｶﾞ ㍻ Straße \u3000ガイド İ ﬁ ₂ ゔ ヴ"

    assert fold(fold(text)) == fold(text)


def test_places_lead_back_to_the_original_signs():
    text = "　ｶﾞ㍻市"

    folded = fold_with_places(text)

    assert folded.text == " が平成市".strip()
    assert [text[b:e] for b, e in zip(folded.begins, folded.ends, strict=True)] == [
        "ｶﾞ",
        "㍻",
        "㍻",
        "市",
    ]
