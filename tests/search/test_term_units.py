"""What a word is recognised by, however somebody writes it."""

import pytest

from tomoni.search.terms.romaji import romaji_of
from tomoni.search.terms.units import folded_form, units_of


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("hội tự quản", "HOI TU QUAN"),
        ("đăng ký", "dang ky"),
        ("associação de moradores", "Associacoes de Moradores"),
        ("asociación de vecinos", "asociaciones de vecino"),
        ("reunião", "reuniões"),
        ("municipal", "municipais"),
        ("tax", "taxes"),
        ("address", "addresses"),
        ("facility", "facilities"),
        ("マイナンバー", "ﾏｲﾅﾝﾊﾞｰ"),
        ("ごみ", "ゴミ"),
        ("転入届", "転入 届"),
        ("e-mail", "e mail"),
        ("NPO法人", "ＮＰＯ 法人"),
        ("N.P.O.", "npo"),
        ("समिति", "समिती"),
        ("सूचना", "सुचना"),
    ],
)
def test_ways_of_writing_meet(written, typed):
    assert folded_form(written) == folded_form(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("फोहोर", "फहर"), ("कर", "कार"), ("はし", "はじ"), ("bus", "bu"), ("pass", "pas")],
)
def test_different_words_stay_apart(one, other):
    assert folded_form(one) != folded_form(other)


def test_units_know_their_place():
    units = units_of("A ação、市役所")

    assert [(unit.key, unit.begin, unit.end) for unit in units] == [
        ("a", 0, 1), ("acao", 2, 6), ("市", 7, 8), ("役", 8, 9), ("所", 9, 10)
    ]  # fmt: skip
    assert [unit.after_stop for unit in units] == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("reading", "typed"),
    [
        ("じちかい", {"jichikai"}),
        ("こうみんかん", {"kouminkan", "kominkan"}),
        ("まっちゃ", {"matcha"}),
        ("しんぶん", {"shinbun", "shimbun"}),
        ("りっきょう", {"rikkyou", "rikkyo"}),
        ("すーぱー", {"suupaa", "supa"}),
        ("く", set()),
        ("みず", {"mizu"}),
        ("ばす", {"basu"}),
    ],
)
def test_reading_is_typed_in_latin_letters(reading, typed):
    assert romaji_of(reading) == typed


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "́", "ﾞ", "」」", "a" * 5000, "'"])
def test_any_text_has_units(text):
    assert all(text[unit.begin : unit.end] for unit in units_of(text))
