"""Whatever is typed or stored, tokens are tokens, places are places, and nothing is raised."""

import random
import re
import threading

import pytest

from tomoni.search.analysis import analyser_for
from tomoni.search.analysis.settling import settle, tokens_of
from tomoni.search.analysis.tokens import GAP

LOCALES = ["ja", "ja-simple", "pt-br", "es", "en", "ne", "vi", "zh-hans", "id", "fil", "ko", "xx"]
TOKEN = re.compile(r"[^\x00-\x2f\x3a-\x60\x7b-\x7f\s¶]+")
ODD = [
    "",
    "\u3000",
    "\x00",
    "\ud800自治会\udfff",
    "a\x00b",
    "*",
    "NEAR(",
    '"',
    "¶ ˣ ʳ ˠ ˙",
    "ーーーー",
    "ｶﾞ㍻①",
    "\u0301\u0301",
    "🏯👨‍👩‍👧",
    "あ" * 10_000,
    "漢字" * 5_000,
    "x" * 10_000,
    "क्" * 4_000,
    "－" * 3_000 + "ｱ" * 3_000,
    "𠮷" * 13_000,
]
ALPHABETS = [
    "あいうえおがざだばぱんっゃゅょー",
    "アイウエオｱｲｳﾞﾟ",
    "自治会市民防災子育支援渡邊髙尐⻑𠮷",
    "abcdefXYZéãçđơñıſ",
    "अआइकखगचछ्ािीुूंँ",
    "가나다라는을에서",
    "垃圾應該放哪裡",
    "0123456789０１２",
    " \u3000\n\t.,。、！？()「」-'’\"*:^~|&¶",
    "\x00\ud800\u200b\u200d\ufeff\u0301\u3099",
    "กขคงเาีั",
]


def texts():
    chance = random.Random(20_260_401)  # noqa: S311 -- the same texts each time
    for _ in range(150):
        yield "".join(
            chance.choice(chance.choice(ALPHABETS)) for _ in range(chance.randrange(1, 60))
        )


@pytest.mark.parametrize("locale", LOCALES)
def test_any_text_gives_tokens_and_places(locale):
    analyser = analyser_for(locale)

    for text in [*ODD, *texts()]:
        tokens = analyser.tokens(text)
        assert [token for token in tokens if not TOKEN.fullmatch(token)] == []
        held = set(tokens)
        for place in analyser.places(text):
            assert 0 <= place.begin < place.end <= len(text)
            assert set(place.tokens) <= held


@pytest.mark.parametrize("locale", LOCALES)
def test_any_query_can_be_read_and_settled(locale):
    analyser = analyser_for(locale)

    for text in [*ODD, *texts()]:
        reading = analyser.read(text)
        assert [t for t in tokens_of(reading) if not TOKEN.fullmatch(t) or t == GAP] == []
        settled = settle(reading, dict.fromkeys(analyser.tokens(text), 1))
        assert all(word.ways for word in settled.words)
        assert all(0 < weight <= 1 for weight in settled.tokens.values())


@pytest.mark.parametrize("locale", LOCALES)
def test_text_answers_to_its_own_words(locale):
    analyser = analyser_for(locale)
    text = "自治会 lixo rác 垃圾 फोहोर 쓰레기 basura 2026"

    words = analyser.read(text).words

    held = set(analyser.tokens(text))
    missing = [
        word.text
        for word in words
        if not any({t for p in way.phrases for t in p} <= held for way in word.ways)
    ]
    assert len(words) == 8
    assert missing == []


def test_many_threads_can_analyse_at_once():
    analyser = analyser_for("ja")
    expected = analyser.tokens("自治会に入る方法")
    given = []

    def work():
        given.extend(analyser.tokens("自治会に入る方法" + " " * n)[:4] for n in range(50))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert given == [expected[:4]] * 200


@pytest.mark.parametrize(
    ("locale", "text", "marked"),
    [
        ("ja", "髙橋さんの自治会とﾎﾞﾗﾝﾃｨｱ", {"髙橋", "自治会", "ﾎﾞﾗﾝﾃｨｱ"}),
        ("pt-br", "As inscrições (自治会)", {"inscrições", "自治", "治会"}),
        ("zh-hans", "參加自治會", {"自治", "治會"}),
        ("ne", "छिमेक समिति", {"छिमेक", "समिति"}),
        ("ko", "쓰레기는", {"쓰레기는", "쓰레"}),
    ],
)
def test_places_are_those_of_the_original_text(locale, text, marked):
    shown = {text[place.begin : place.end] for place in analyser_for(locale).places(text)}

    assert marked <= shown
