"""Titles are met at the start of their words by what is typed, finished or not."""

import pytest
from tests.search.analysis.test_tokens import LOCALES, ODD, texts

from tomoni.search.analysis.japanese import dictionary
from tomoni.search.analysis.openings import met, opener_for
from tomoni.search.analysis.openings.choosing import OPENERS
from tomoni.search.analysis.openings.sounds import sound_of


def marked(locale: str, title: str, typed: str) -> str | None:
    """Return the piece of the title that was typed."""
    opener = opener_for(locale)
    span = met(opener.openings(title), opener.prefixes(typed))
    return title[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("locale", "title", "typed", "piece"),
    [
        ("ja", "自治会・町内会に入る", "自", "自"),
        ("ja", "自治会・町内会に入る", "自治会町", "自治会・町"),
        ("ja", "自治会・町内会に入る", "じち", "自治"),
        ("ja", "自治会・町内会に入る", "ジチ", "自治"),
        ("ja", "自治会・町内会に入る", "ｼﾞﾁ", "自治"),
        ("ja", "自治会・町内会に入る", "じt", "自治"),
        ("ja", "自治会・町内会に入る", "jic", "自治"),
        ("ja", "自治会・町内会に入る", "自治k", "自治"),
        ("ja", "市民活動センター", "市民かつど", "市民活動"),
        ("ja", "市民活動センター", "市民k", "市民"),
        ("ja", "市民活動センター", "市民活動せんt", "市民活動セン"),
        ("ja", "第２章　総則", "だい2しょ", "第２章"),
        ("ja", "自治会・町内会に入る", "ちょうないかいにはい", "町内会に入る"),
        ("ja", "自治会・町内会に入る", "chōnai", "町内"),
        ("ja", "国民健康保険", "kok", "国民"),
        ("ja", "市民協働のまちづくり", "kyodo", "協働"),
        ("ja", "市民協働のまちづくり", "きょうd", "協働"),
        ("ja", "ﾎﾞﾗﾝﾃｨｱセンター", "ぼら", "ﾎﾞﾗ"),
        ("ja", "ﾎﾞﾗﾝﾃｨｱセンター", "borant", "ﾎﾞﾗﾝﾃｨｱ"),
        ("ja", "ＮＰＯ法人の設立", "npo", "ＮＰＯ"),
        ("ja", "新聞", "shimbun", "新聞"),
        ("ja-simple", "ごみの 出し方", "だし", "出し"),
        ("pt-br", "Associação de moradores", "associacao de m", "Associação de m"),
        ("pt-br", "Associação de moradores", "MORA", "mora"),
        ("pt-br", "Associação (自治会)", "自", "自"),
        ("es", "Inscripción en guarderías", "guarderi", "guarderí"),
        ("en", "How to sort waste", "sor", "sor"),
        ("id", "Cara membuang sampah", "samp", "samp"),
        ("fil", "Pagtatapon ng basura", "bas", "bas"),
        ("vi", "Đăng ký tạm trú", "dang k", "Đăng k"),
        ("vi", "Đăng ký tạm trú", "đăng", "Đăng"),
        ("vi", "Đăng ký tạm trú", "tam tr", "tạm tr"),
        ("ne", "फोहोर फाल्ने", "फाल", "फाल"),
        ("ne", "फोहोर फाल्ने", "phoho", "फोहोर"),
        ("zh-hans", "垃圾分类与回收", "分類", "分类"),
        ("zh-hans", "垃圾分類與回收", "与回", "與回"),
        ("ko", "자치회 가입", "ㅈ", "자"),
        ("ko", "자치회 가입", "잧", "자치"),
        ("ko", "자치회 가입", "자치회가", "자치회 가"),
        ("ko", "자치회 가입", "갑", None),
        ("tlh", "jabbI'ID vIbup", "vibu", "vIbu"),
    ],
)
def test_title_is_met_by(locale, title, typed, piece):
    assert marked(locale, title, typed) == piece


@pytest.mark.parametrize(
    ("locale", "title", "typed"),
    [
        ("ja", "自治会・町内会に入る", "会"),
        ("ja", "自治会・町内会に入る", "治会"),
        ("ja", "自治会・町内会に入る", "に入"),
        ("ja", "市民課", "課"),
        ("ja", "仕事わ", "wwww"),
        ("pt-br", "Associação de moradores", "ociacao"),
        ("pt-br", "Associação de moradores do centro", "associação de moradores da"),
        ("vi", "Đăng ký", "ng"),
        ("ko", "자치회", "치회"),
        ("ja", "", "自"),
        ("ja", "・・・", "・"),
    ],
)
def test_title_is_not_met_within_words(locale, title, typed):
    assert marked(locale, title, typed) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("きょうどう", "kyodo"), ("きょうどう", "kyoudou"), ("じゅうしょ", "jusho"),
        ("じゅうしょ", "zyuusyo"), ("まっちゃ", "maccha"), ("まっちゃ", "matcha"),
        ("しんぶん", "shimbun"), ("つうち", "tsuuchi"), ("つうち", "tuuti"), ("ふくし", "hukusi"),
        ("こんにちは", "konnnitiha"), ("きんえん", "kin'en"), ("ぱーてぃー", "paatii"),
        ("こうえん", "kōen"),
    ],
)  # fmt: skip
def test_kana_and_any_romaji_sound_the_same(one, other):
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize(
    "romaji", ["jichikai", "chounaikai", "shimin", "tsuuchi", "jusho", "ryokan"]
)
def test_what_is_begun_sounds_like_the_beginning_of_the_whole(romaji):
    whole = sound_of(romaji)

    begun = [sound_of(romaji[:length]) for length in range(1, len(romaji))]

    assert [one for one in begun if not whole.startswith(one)] == []


def test_japanese_is_met_by_signs_without_dictionary(monkeypatch):
    monkeypatch.setattr(dictionary, "sudachipy", None)
    opener = OPENERS["ja"]()

    span = met(opener.openings("自治会の町内会"), opener.prefixes("町"))

    assert span == (4, 5)


@pytest.mark.parametrize("locale", ["ja", "pt-br", "vi", "ne", "zh-hans", "ko", "tlh"])
@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\ud800", "\u202e", "ｱﾞ", "🏠", "é" * 5000, "あ" * 5000, "ﷺ" * 300, "́"]
)
def test_any_text_can_be_a_title_and_can_be_typed(locale, text):
    opener = opener_for(locale)

    openings, prefixes = opener.openings(text), opener.prefixes(text)

    assert all(0 <= one.begin < one.end_of(one.key) <= len(text) for one in openings)
    assert "" not in prefixes


@pytest.mark.parametrize("locale", LOCALES)
def test_keys_are_those_of_the_openings(locale):
    opener = opener_for(locale)

    for text in [*(odd[:500] for odd in ODD), *texts(), "会・会・会", "自治会 自治会"]:
        openings = opener.openings(text)
        assert opener.keys(text) == [(one.key, one.begin == openings[0].begin) for one in openings]


def test_words_give_the_same_openings_wherever_they_stand():
    title = "第２章　市民協働のまちづくり（自治会・町内会）"
    openings = opener_for("ja").openings("・".join(["市民協働", title]))

    shifted = [(one.key, one.begin - 5, tuple(end - 5 for end in one.ends)) for one in openings]

    own = [(one.key, one.begin, one.ends) for one in opener_for("ja").openings(title)]
    assert own == [one for one in shifted if one[1] >= 0]
