"""Good texts stand before less good ones, and nonsense finds nothing."""

import time
from collections import Counter
from datetime import UTC, datetime

import pytest

from tomoni.search.analysis import analyser_for
from tomoni.search.analysis.settling import settle
from tomoni.search.analysis.tokens import Profile, Reading, Reason, Tier, Way, Word
from tomoni.search.ranking import Collection, good_enough, rank, rough_weights
from tomoni.search.stores.protocol import Candidate, Streams
from tomoni.search.streams import streams_of

TEXTS = {
    1: ("ごみの出し方", "燃えるごみは月曜日の朝に出してください。袋は市の指定袋です。"),
    2: ("粗大ごみ", "大きなごみは電話で申し込みます。料金がかかります。"),
    3: (
        "引っ越しの手続き",
        "市外から引っ越したときは転入届を出します。ごみの分け方も同じ。",
    ),
    4: ("自治会", "自治会に入るには地区の会長へ。"),
    5: ("市民会館", "自治を考える会が開かれます。"),
    6: ("図書館", "本を借りるにはカードが要ります。"),
    7: ("保育園の申し込み", "入園の申し込みは十月からです。"),
}


def collection_of(candidates):
    documents = Counter(
        token
        for one in candidates
        for token in set(f"{one.streams.title} {one.streams.body}".split())
    )
    length = sum(one.streams.length for one in candidates) / len(candidates)
    return Collection(documents, len(candidates), length)


def candidates_of(texts, locale="ja"):
    analyser = analyser_for(locale)
    return [
        Candidate(pk, streams_of(analyser, title=title, passages=passages))
        for pk, (title, *passages) in texts.items()
    ]


def ranked(typed, texts=TEXTS, locale="ja"):
    analyser = analyser_for(locale)
    candidates = candidates_of(texts, locale)
    collection = collection_of(candidates)
    reading = settle(analyser.read(typed), collection.documents)
    return good_enough(rank(reading, candidates, collection=collection, profile=analyser.profile))


def keys(typed, texts=TEXTS, locale="ja"):
    return [one.candidate.pk for one in ranked(typed, texts, locale)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ごみの出し方", 1),
        ("粗大ごみ", 2),
        ("自治会", 4),
        ("じちかい", 4),
        ("引っ越してきました。ごみはどこに出せばいいですか", 3),
        ("本を借りたい", 6),
        ("保育園に申し込むにはどうすればいいですか", 7),
    ],
)
def test_best_text_stands_first(typed, first):
    assert keys(typed)[0] == first


@pytest.mark.parametrize("typed", ["ロケットエンジン", "xyzzy", "天気予報と株価", "！？", ""])
def test_nonsense_finds_nothing(typed):
    assert keys(typed) == []


def test_compound_is_not_found_in_its_parts():
    assert keys("自治会") == [4]


def test_title_outweighs_headings_and_these_the_body():
    analyser = analyser_for("en")
    parts = {"title": "library"}, {"title": "x", "headings": ["library"]}
    streams = [
        *(streams_of(analyser, **{"passages": ["a town"], **part}) for part in parts),
        streams_of(analyser, title="x", passages=["a town library"]),
    ]
    candidates = [Candidate(pk, one) for pk, one in enumerate(streams)]

    found = rank(
        analyser.read("library"),
        candidates,
        collection=collection_of(candidates),
        profile=analyser.profile,
    )

    assert [one.candidate.pk for one in found] == [0, 1, 2]


def test_words_side_by_side_outweigh_words_apart():
    texts = {
        1: ("x", "waste of a town where a hall collects paper"),
        2: ("x", "a town hall where paper collects waste"),
    }

    assert keys("town hall", texts, "en") == [2, 1]


def test_text_with_all_words_stands_before_one_with_more_of_a_rare_word():
    texts = {
        1: ("x", "bulky bulky bulky bulky bulky"),
        2: ("x", "one bulky thing is rubbish, and of other rubbish there is more in a list"),
        **dict.fromkeys(range(3, 30), ("x", "rubbish")),
    }

    assert keys("bulky rubbish", texts, "en")[0] == 2


def test_boost_and_freshness_multiply_the_score():
    analyser = analyser_for("en")
    streams = streams_of(analyser, title="market")
    plain, boosted, fresh = (
        Candidate(1, streams),
        Candidate(2, streams, boost=1.5),
        Candidate(3, streams),
    )

    found = rank(
        analyser.read("market"),
        [plain, boosted, fresh],
        collection=Collection({}, 3, 1.0),
        profile=analyser.profile,
        freshness=lambda one: 2.0 if one is fresh else 1.0,
    )

    scores = {one.candidate.pk: one.score for one in found}
    assert scores == {1: scores[1], 2: scores[1] * 1.5, 3: scores[1] * 2}


def test_equal_texts_stand_by_date_and_then_by_key():
    analyser = analyser_for("en")
    streams = streams_of(analyser, title="market")
    dates = {
        1: None,
        2: datetime(2026, 1, 1, tzinfo=UTC),
        3: datetime(2027, 1, 1, tzinfo=UTC),
        4: None,
    }
    candidates = [Candidate(pk, streams, date=date) for pk, date in dates.items()]

    found = rank(
        analyser.read("market"),
        candidates,
        collection=Collection({}, 4, 1.0),
        profile=analyser.profile,
    )

    assert [one.candidate.pk for one in found] == [3, 2, 4, 1]


def test_one_pair_of_signs_of_an_unknown_word_answers_to_nothing():
    texts = {1: ("取扱い", "皿をとる係。"), 2: ("ボランティア", "募集。")}

    assert keys("スペースシャトル", texts) == []
    assert keys("ボランテイア", texts) == [2]


def test_result_says_why_and_where_it_answers():
    texts = {
        1: ("案内", "図書館の本。", "自治会に入る人はごみの当番をします。"),
        2: ("案内", "空き家。"),
    }

    (one,) = [r for r in ranked("じちかい ごみ 温泉", texts) if r.candidate.pk == 1]

    assert one.reasons == {"じちかい": Reason.READING, "ごみ": Reason.EXACT}
    assert one.lacks == ("温泉",)
    assert one.passage == 1
    assert sum(one.explanation.tokens.values()) > 0


def test_passage_is_chosen_by_whole_words_rather_than_by_their_parts():
    texts = {
        1: (
            "案内",
            "補助を受けて鍋を買い、大切に使います。",
            "補助金の募集。",
            "対象の区域。",
        ),
        2: ("お金", "料金と税金。"),
        3: ("会費", "お金の集め方。"),
    }

    assert ranked("補助金 対象", texts)[0].passage == 1


@pytest.mark.parametrize(
    ("locale", "typed", "passage"),
    [
        ("ja", "バスはいくらですか", 1),
        ("ja", "バスは何時まで", 2),
        ("ja", "バス", 0),
        ("pt-br", "quanto custa o ônibus?", 2),
    ],
)
def test_passage_is_chosen_by_what_answers_the_word_that_asks(locale, typed, passage):
    texts = {
        "ja": {1: ("バス", "バスの駅。", "バスは一回150円。", "バスは午後9時に終わる。")},
        "pt-br": {1: ("Ônibus", "O ônibus passa.", "O ônibus custa pouco.", "Custa 150 ienes.")},
    }

    assert ranked(typed, texts[locale], locale)[0].passage == passage


def test_passage_is_chosen_by_its_heading_and_by_what_the_title_does_not_say():
    analyser = analyser_for("ja")
    streams = streams_of(
        analyser,
        title="図書館",
        headings=["", "本を借りる", "場所"],
        passages=["図書館は図書館です。図書館。", "手続", "図書館の駐車場"],
    )
    candidate = Candidate(1, streams)

    chosen = {
        typed: rank(
            analyser.read(typed),
            [candidate],
            collection=collection_of([candidate]),
            profile=analyser.profile,
        )[0].passage
        for typed in ("図書館", "図書館 借りる", "図書館 駐車場")
    }

    assert chosen == {"図書館": 0, "図書館 借りる": 1, "図書館 駐車場": 2}


def test_synonym_counts_a_bit_less_than_the_word_itself():
    texts = {1: ("自治会",), 2: ("町内会",), 3: ("婦人会",)}
    candidates = candidates_of(texts)
    word = Word("自治会", (Way((("ˣ自治会",),)), Way((("ˣ町内会",),), Reason.SYNONYM)))
    reading = Reading((word,), {"ˣ自治会": 1.0}, ("ˣ自治会",))

    found = rank(
        reading,
        candidates,
        collection=collection_of(candidates),
        profile=Profile({Tier.WORD: 1.0, Tier.EXACT: 1.0}),
    )

    own, synonym, other = found
    assert [one.candidate.pk for one in found] == [1, 2, 3]
    assert own.score > synonym.score > own.score / 2
    assert (other.score, other.lacks) == (0.0, ("自治会",))


def test_rough_weights_hold_rarity_and_tier():
    reading = Reading(tokens={"a": 1.0, "ˠb": 1.0, "c": 0.0})
    collection = Collection({"a": 50}, 100)

    weights = rough_weights(
        reading, collection=collection, profile=Profile({Tier.WORD: 1.0, Tier.GRAM: 0.5})
    )

    assert {token: round(weight, 3) for token, weight in weights.items()} == {
        "a": 0.693,
        "ˠb": 2.105,
    }


def test_long_texts_do_not_hold_up_the_others():
    tokens = " ".join(f"w{n % 997}" for n in range(50_000))
    candidates = [Candidate(pk, Streams(body=tokens, length=50_000)) for pk in range(100)]
    wanted = [f"w{n}" for n in range(30)]
    reading = Reading(
        tuple(Word(one, (Way(((one,),)),)) for one in wanted),
        dict.fromkeys(wanted, 1.0),
        tuple(wanted),
    )

    begun = time.process_time()
    rank(
        reading,
        candidates,
        collection=Collection({}, 100, 50_000),
        profile=Profile({Tier.WORD: 1.0}),
    )

    assert time.process_time() - begun < 1.0
