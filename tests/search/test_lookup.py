"""Other words for what a query names."""

import pytest

from tomoni.search.analysis.tokens import Reason
from tomoni.search.terms.book import Book, Concept, Synonyms, read_form
from tomoni.search.terms.lookup import Expansion, Lookup

FORMS = {
    "association": {
        "ja": ["自治会（じちかい）", "町内会（ちょうないかい）", "区（く）"],
        "ja-simple": ["近所の会（きんじょのかい）"],
        "pt-br": ["associação de moradores"],
        "es": ["asociación de vecinos"],
        "vi": ["hội tự quản"],
        "ne": ["छिमेक समिति"],
        "zh-hans": ["自治会", "町内会"],
        "ko": ["자치회"],
    },
    "typhoon": {"ja": ["台風（たいふう）"], "vi": ["bão"], "en": ["typhoon"]},
    "insurance": {"ja": ["保険（ほけん）"], "vi": ["bảo hiểm"], "en": ["insurance"]},
    "action": {"ja": ["行動（こうどう）"], "pt-br": ["ação"]},
    "water": {"ja": ["水（みず）"], "en": ["water"]},
    "commissioner": {"ja": ["民生委員（みんせいいいん）"], "en": ["welfare commissioner"]},
}
BOOK = Book(
    concepts=tuple(
        Concept(slug, tuple(read_form(code, line) for code in said for line in said[code]))
        for slug, said in FORMS.items()
    ),
    synonyms=(
        Synonyms(1, "ja", ("スマホ", "スマートフォン")),
        Synonyms(2, "ja", ("引っ越し", "引越"), ("転入", "転出")),
    ),
)
LOOKUP = Lookup(BOOK)


def pieces(query, into="ja"):
    """Return each piece of the query with the first other word for it."""
    found = {}
    for one in LOOKUP.expansions(query, into=into):
        found.setdefault(query[one.begin : one.end], one.forms[0])
    return list(found.items())


@pytest.mark.parametrize(
    ("query", "piece"),
    [
        ("associação de moradores", "associação de moradores"),
        ("ASSOCIACOES DE MORADORES", "ASSOCIACOES DE MORADORES"),
        ("quero asociacion de vecinos aqui", "asociacion de vecinos"),
        ("hoi tu quan", "hoi tu quan"),
        ("hội tự quản là gì", "hội tự quản"),
        ("छिमेक समितिको बैठक", "छिमेक समितिको"),
        ("자치회에 가입", "자치회"),
        ("jichikai", "jichikai"),
        ("Jichi kai", "Jichi kai"),
        ("じちかいに入る", "じちかい"),
        ("近所の会", "近所の会"),
    ],
)
def test_words_of_any_language_lead_to_the_japanese_one(query, piece):
    assert pieces(query) == [(piece, "自治会")]


@pytest.mark.parametrize(
    "query",
    [
        "associação", "xhoi tu quan", "moradores", "주민자치회", "地区", "区画", "みずから",
        "すいみず", "bảo", "水道水路", "行動会", "", "  ", "hội。tự quản",
    ],
)  # fmt: skip
def test_words_within_words_are_left_alone(query):
    assert [piece for piece in pieces(query) if piece[1] != "行動"] == []


def test_accents_decide_between_short_words():
    assert pieces("bão") == [("bão", "台風")]
    assert pieces("bao") == [("bao", "台風")]
    assert pieces("bao hiem") == [("bao hiem", "保険")]


@pytest.mark.parametrize("query", ["区", "区の役員", "みず", "みずが出ない", "おみず"])
def test_short_words_are_known_where_they_stand_alone(query):
    assert len(pieces(query)) == 1


def test_reasons_tell_synonyms_translations_and_readings_apart():
    assert LOOKUP.expansions("町内会に入る", into="ja") == (
        Expansion(0, 3, ("自治会", "区"), Reason.SYNONYM),
    )
    assert LOOKUP.expansions("町内会", into="vi") == (
        Expansion(0, 3, ("hội tự quản",), Reason.TRANSLATION),
    )
    assert LOOKUP.expansions("minsei iin", into="ja") == (
        Expansion(0, 10, ("民生委員",), Reason.READING),
    )
    assert LOOKUP.expansions("町内会", into="ja-simple") == (
        Expansion(0, 3, ("近所の会", "自治会", "区"), Reason.SYNONYM),
    )


def test_reading_of_one_form_gives_the_others_as_synonyms():
    assert LOOKUP.expansions("ジチカイ", into="ja") == (
        Expansion(0, 4, ("自治会",), Reason.READING),
        Expansion(0, 4, ("町内会", "区"), Reason.SYNONYM),
    )


def test_synonyms_go_in_their_direction_only():
    assert pieces("スマホの使い方") == [("スマホ", "スマートフォン")]
    assert pieces("ｽﾏｰﾄﾌｫﾝ") == [("ｽﾏｰﾄﾌｫﾝ", "スマホ")]
    assert LOOKUP.expansions("引越", into="ja")[0].forms == ("転入", "転出")
    assert pieces("転入") == []
    assert pieces("スマホ", into="vi") == []


def test_several_pieces_come_in_the_order_of_the_query():
    assert pieces("引っ越し、hoi tu quan、water") == [
        ("引っ越し", "転入"),
        ("hoi tu quan", "自治会"),
        ("water", "水"),
    ]


def test_book_takes_changes_before_they_are_saved():
    renamed = Concept("association", (read_form("ja", "隣組（となりぐみ）"),))
    changed = BOOK.with_concept(renamed, instead_of="association").with_synonyms(
        Synonyms(1, "ja", ("スマホ", "携帯"))
    )

    lookup = Lookup(changed)

    assert lookup.expansions("町内会", into="ja") == ()
    assert lookup.expansions("tonarigumi", into="ja")[0].forms == ("隣組",)
    assert lookup.expansions("携帯", into="ja")[0].forms == ("スマホ",)
