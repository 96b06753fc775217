"""Words of other languages meet with and without accents, endings, and Japanese within them."""

import pytest
from tests.search.analysis.answers import answers, reading_of, words_of

from tomoni.search.analysis import analyser_for


@pytest.mark.parametrize(
    ("locale", "typed", "text"),
    [
        ("pt-br", "inscricao", "Inscrições para o curso"),
        ("pt-br", "inscrições", "A inscrição é gratuita"),
        ("pt-br", "lixo", "LIXO RECICLÁVEL"),
        ("pt-br", "reciclavel", "Lixo reciclável"),
        ("pt-br", "jichikai", "O jichikai (自治会) do bairro"),
        ("pt-br", "自治会", "O jichikai (自治会) do bairro"),
        ("pt-br", "ｊｉｃｈｉｋａｉ", "O jichikai do bairro"),
        ("es", "inscripcion", "Inscripciones abiertas"),
        ("es", "vacunacion", "Vacunación de niños"),
        ("en", "libraries", "The library is open"),
        ("en", "The Who", "The Who play tonight"),
        ("id", "daftar", "Pendaftaran anak-anak"),
        ("id", "sampah", "Cara membuang sampah"),
        ("vi", "dang ky", "Đăng ký cư trú"),
        ("vi", "đăng ký", "ĐĂNG KÝ cư trú"),
        ("vi", "hoà", "Hòa bình"),
        ("vi", "rac", "Vứt rác"),
        ("fil", "basura", "Ang basura ay kinukuha"),
        ("fil", "Niño", "El Nino"),
        ("zh-hans", "垃圾", "扔垃圾的方法"),
        ("zh-hans", "應該", "应该"),
        ("zh-hans", "自治會", "参加自治会"),
        ("zh-hant", "自治会", "參加自治會"),
        ("zh-hans", "市", "全市人口"),
        ("zh-hans", "wi-fi", "公共WI-FI"),
        ("ko", "쓰레기", "쓰레기는 월요일에"),
        ("ko", "쓰레기는", "음식물쓰레기 배출"),
        ("ko", "대피소에서", "가까운 대피소를 확인"),
        ("ko", "2026년", "2026년도 예산"),
        ("ne", "फोहोर", "फोहोर कहाँ फाल्ने"),
        ("ne", "विद्यालय", "विद्यालयमा भर्ना"),
        ("ne", "fohor", "फोहोर फाल्ने दिन"),
        ("ne", "phohor", "फोहोर फाल्ने दिन"),
        ("ne", "chhimek samiti", "छिमेक समिति"),
        ("ne", "chimek samity", "छिमेक समिति"),
        ("ne", "vidyalaya", "विद्यालय खुल्छ"),
        ("ne", "bidhyalay", "विद्यालय खुल्छ"),
        ("ja-simple", "ごみ", "ごみを すてる 日"),
        ("th", "ขยะ", "การทิ้งขยะ"),
        ("de", "müll", "Müll trennen"),
        ("de", "mull", "Müll trennen"),
    ],
)
def test_query_finds_the_text(locale, typed, text):
    assert answers(locale, typed, text)


@pytest.mark.parametrize(
    ("locale", "typed", "text"),
    [
        ("pt-br", "自治会", "自治 para uma 会"),
        ("ne", "फोहोर", "फूल हरियो रातो"),
        ("zh-hans", "自治会", "自治的会"),
        ("ko", "쓰레기", "기레쓰"),
        ("en", "libraries", "liberal"),
    ],
)
def test_query_does_not_find_the_text(locale, typed, text):
    assert not answers(locale, typed, text)


@pytest.mark.parametrize(
    ("locale", "typed", "words"),
    [
        ("pt-br", "Como faço a inscrição na creche?", ["inscrição", "creche"]),
        ("es", "¿Dónde puedo tirar la basura?", ["tirar", "basura"]),
        ("en", "Where can I throw away rubbish?", ["throw", "away", "rubbish"]),
        ("id", "Di mana saya bisa membuang sampah?", ["membuang", "sampah"]),
        ("fil", "Saan po pwede magtapon ng basura?", ["magtapon", "basura"]),
        ("vi", "Tôi có thể vứt rác ở đâu?", ["thể", "vứt", "rác"]),
        ("zh-hans", "请问垃圾应该扔在哪里？", ["垃圾", "扔"]),
        ("ko", "쓰레기는 어디에 버리나요?", ["쓰레기", "버리나요"]),
        ("ne", "फोहोर कहाँ फाल्ने?", ["फोहोर", "फाल्ने"]),
    ],
)
def test_words_of_a_question_are_those_that_carry_meaning(locale, typed, words):
    assert words_of(locale, typed) == words


def test_words_with_marks_outweigh_folded_ones_in_vietnamese():
    profile = analyser_for("vi").profile

    assert [way.phrases for way in reading_of("vi", "rác").words[0].ways] == [
        (("ˣrac\u0301",),),
        (("rac",),),
    ]
    assert max(profile.tiers, key=profile.tiers.get).name == "EXACT"


def test_locales_of_one_language_share_its_rules():
    assert analyser_for("ja-simple").identity == analyser_for("ja").identity
    assert analyser_for("zh-hant").identity == analyser_for("zh-hans").identity
    assert analyser_for("tlh").identity == "any 3"
