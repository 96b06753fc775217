"""Japanese words meet however they are written, and what is no word of weight weighs nothing."""

import pytest
from tests.search.analysis.answers import answers, reading_of, words_of

from tomoni.search.analysis import analyser_for

RUBBISH = "ごみの出し方"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("自治会", "自治会に入る"),
        ("じちかい", "自治会に入る"),
        ("ジチカイ", "自治会に入る"),
        ("jichikai", "自治会に入る"),
        ("ひなんじょ", "避難所一覧"),
        ("hinanjo", "避難所一覧"),
        ("避難所", "ひなんじょの ちず"),
        ("ひなんじょ", "ひなんじょの ちず"),
        ("こそだてしえん", "子育て支援"),
        ("kosodate", "子育て支援"),
        ("ｺﾞﾐ", RUBBISH),
        ("ゴミ", RUBBISH),
        ("gomi", RUBBISH),
        ("ゴミ", "ゴミステーションの場所"),
        ("バス", "コミュニティバス"),
        ("まつり", "お祭りの日"),
        ("お祭り", "まつりの日"),
        ("ご意見", "意見を聞く"),
        ("盆おどり", "盆踊り大会"),
        ("ぼんおどり", "盆踊り大会"),
        ("引越", "引っ越しの届け出"),
        ("引越し", "引っ越す人へ"),
        ("引っ越しました", "引越の手続"),
        ("申込", "申し込みは窓口で"),
        ("申し込みたい", "申込は窓口で"),
        ("手続", "手続きの案内"),
        ("コンピュータ", "コンピューター教室"),
        ("サーバー", "サーバの更新"),
        ("公民館", "公民館だより"),
        ("kouminkan", "公民館だより"),
        ("kōminkan", "公民館だより"),
        ("kominkan", "公民館だより"),
        ("syougakkou", "小学校の給食"),
        ("shōgakkō", "小学校の給食"),
        ("少子化", "尐子化対策"),
        ("渡辺", "渡邊さん"),
        ("高橋", "髙橋さん"),
        ("長崎", "⻑﨑の人"),
        ("ＮＰＯ", "NPO法人"),
        ("npo法人", "ＮＰＯ法人の設立"),
        ("障害者", "障がい者の手帳"),
        ("３月２１日", "3月21日"),
        ("市", "市の仕事"),
    ],
)
def test_query_finds_the_text(typed, text):
    assert answers("ja", typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("自治会", "自治について話す会"),
        ("じちかい", "駅に近い店"),
        ("京都", "東京都の人口"),
        ("バス", "バスケットの試合"),
        ("ごみ", "みんなで祭り"),
        ("防災", "消防と災害"),
        ("ひなんじょ", "近所の避難訓練"),
        ("公園", "講演を聞く"),
    ],
)
def test_query_does_not_find_the_text(typed, text):
    assert not answers("ja", typed, text, beside=[text, "自治会", "避難所"])


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("引っ越してきました。ごみはどこに出せばいいですか", ["引っ越し", "ごみ", "出せ"]),
        ("保育園の申し込み方法を教えてください", ["保育園", "申し込み", "方法"]),
        ("国民健康保険について知りたいのですが", ["国民健康保険", "知り"]),
        ("どうすればいいですか", ["どうすればいいですか"]),
    ],
)
def test_words_of_a_question_are_those_that_carry_meaning(typed, words):
    assert words_of("ja", typed) == words


def test_verbs_and_plain_words_weigh_less_than_nouns():
    tokens = reading_of("ja", "ごみを捨てる場所").tokens

    assert (tokens["ごみ"], tokens["捨て"], tokens["場所"]) == (1.0, 0.5, 0.3)


def test_compound_has_its_ways_from_the_nearest_on():
    (word,) = reading_of("ja", "自治会").words

    assert [(way.phrases, way.reason.name) for way in word.ways] == [
        ((("ˣ自治会",),), "EXACT"),
        ((("自治", "会"),), "EXACT"),
        ((("ˠ自治", "ˠ治会"),), "GRAM"),
        ((("ˠじち", "ˠちか", "ˠかい"),), "READING"),
    ]


def test_number_in_kanji_sounds_as_it_does_where_it_stands():
    sounds = [
        " ".join(token for token in analyser_for("ja").tokens(text) if token.startswith("ʳ"))
        for text in ("三番", "三日", "三番", "三つ")
    ]

    assert sounds == ["ʳさん ʳばん", "ʳみっ ʳみっか ʳか", "ʳさん ʳばん", "ʳみっ"]
