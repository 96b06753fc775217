"""What every store keeps to, whichever it is."""

from tests.search.stores.documents import (
    candidates,
    day,
    found,
    text,
    wanted,
    word,
)

from tomoni.search.stores.protocol import Candidate, Streams

YOKOHAMA = (35.4437, 139.6380)


def test_text_is_found_by_each_field(store):
    store.put([text(1, title="ごみ"), text(2, headings="ごみ"), text(3, "ごみ"), text(4, "水道")])

    assert sorted(found(store, wanted("ごみ"))) == [1, 2, 3]


def test_candidate_holds_what_was_put(store):
    document = text(
        7,
        "収集 日 ¶ 袋",
        title="ごみ",
        headings="出し方",
        date=day(3),
        latitude=YOKOHAMA[0],
        longitude=YOKOHAMA[1],
        boost=1.5,
        signature=4,
    )
    store.put([document])

    assert candidates(store, wanted("ごみ")) == [
        Candidate(
            pk=7, streams=document.streams, signature=4, boost=1.5, date=day(3), distance=None
        )
    ]


def test_candidate_of_bare_text_has_no_date(store):
    store.put([text(1, "ごみ")])

    assert candidates(store, wanted("ごみ")) == [
        Candidate(pk=1, streams=Streams(body="ごみ", length=1))
    ]


def test_date_is_kept_to_the_microsecond_even_before_1970(store):
    early = day(1).replace(year=1899, microsecond=123_457)
    store.put([text(1, "ごみ", date=early)])

    assert candidates(store, wanted("ごみ"))[0].date == early


def test_all_words_must_stand_in_a_text(store):
    store.put(
        [text(1, "ごみ 収集"), text(2, "ごみ"), text(3, "収集", title="ごみ"), text(4, "収集")]
    )

    assert sorted(found(store, wanted("ごみ", "収集"))) == [1, 3]


def test_any_way_answers_to_a_word(store):
    store.put(
        [text(1, "ごみ"), text(2, "ʳごみ"), text(3, "廃棄 物"), text(4, "廃棄"), text(5, "物")]
    )

    assert sorted(found(store, wanted(word("ごみ", "ʳごみ", "廃棄 物")))) == [1, 2, 3]


def test_phrase_stands_side_by_side_in_one_passage(store):
    store.put(
        [
            text(1, "粗大 ごみ"),
            text(2, "ごみ 粗大"),
            text(3, "粗大 な ごみ"),
            text(4, "粗大 ¶ ごみ"),
            text(5, "ごみ", title="粗大"),
            text(6, "ごみ", headings="粗大"),
            text(7, "前 粗大 粗大 ごみ 後"),
            text(8, title="粗大 ごみ"),
            text(9, headings="粗大 ごみ"),
            text(10, headings="ごみ", title="粗大"),
        ]
    )

    assert sorted(found(store, wanted("粗大 ごみ"))) == [1, 7, 8, 9]


def test_text_that_answers_in_several_ways_is_found_and_counted_once(store):
    ways = word("ˣ粗大ごみ", "粗大 ごみ", "ˠ粗大 ˠ大ご+ˠごみ")
    store.put(
        [
            text(1, "ˣ粗大ごみ 粗大 ごみ ˠ粗大 ˠ大ご ˠごみ"),
            text(2, "粗大 ごみ"),
            text(3, "ˣ粗大ごみ x 粗大 x ごみ"),
            text(4, "ごみ 粗大"),
            text(5, "ˠ粗大 ˠ大ご x ˠごみ"),
            text(6, "ˠ大ご ˠ粗大 x ˠごみ"),
        ]
    )

    assert sorted(found(store, wanted(ways))) == [1, 2, 3, 5]
    assert sum(store.signatures(wanted(ways)).values()) == 4


def test_phrase_may_repeat_a_token(store):
    store.put([text(1, "ˠごご"), text(2, "ˠごご ˠごご"), text(3, "ˠごご x ˠごご")])

    assert found(store, wanted("ˠごご ˠごご")) == [2]


def test_all_phrases_of_a_way_must_stand_somewhere(store):
    store.put([text(1, "a b x c d"), text(2, "a b"), text(3, "c d"), text(4, "c d", title="a b")])

    assert sorted(found(store, wanted("a b+c d"))) == [1, 4]


def test_token_is_compared_whole(store):
    store.put([text(1, "ごみ箱"), text(2, "ごみ"), text(3, "ˣごみ"), text(4, "生ごみ")])

    assert found(store, wanted("ごみ")) == [2]


def test_languages_are_apart(store):
    store.put([text(1, "npo"), text(2, "npo", locale="pt-br")])

    assert found(store, wanted("npo")) == [1]
    assert found(store, wanted("npo", locale="pt-br")) == [2]
    assert found(store, wanted("npo", locale="xx")) == []


def test_language_nobody_prepared_can_be_put(store):
    store.put([text(1, "mirë", locale="sq")])

    assert found(store, wanted("mirë", locale="sq")) == [1]


def test_nothing_wanted_finds_nothing(store):
    store.put([text(1, "ごみ")])

    assert found(store, wanted()) == []
    assert store.signatures(wanted()) == {}


def test_later_version_replaces_earlier(store):
    store.put([text(1, "旧", version=1, signature=1)])
    store.put([text(1, "新", version=2, signature=2)])

    assert found(store, wanted("旧")) == []
    assert found(store, wanted("新")) == [1]
    assert store.signatures(wanted("新")) == {2: 1}
    assert store.count(locale="ja") == 1


def test_same_version_is_written_again(store):
    store.put([text(1, "旧", version=2)])
    store.put([text(1, "新", version=2)])

    assert (found(store, wanted("旧")), found(store, wanted("新"))) == ([], [1])


def test_earlier_version_is_passed_over(store):
    store.put([text(1, "新", version=2)])
    store.put([text(1, "旧", version=1), text(2, "旧", version=1)])

    assert (found(store, wanted("旧")), found(store, wanted("新"))) == ([2], [1])


def test_highest_version_of_one_put_stays(store):
    store.put([text(1, "一", version=1), text(1, "三", version=3), text(1, "二", version=2)])

    assert [found(store, wanted(one)) for one in "一二三"] == [[], [], [1]]


def test_text_that_changes_its_language_leaves_the_former(store):
    store.put([text(1, "npo", version=1)])
    store.put([text(1, "npo", version=2, locale="pt-br")])

    assert (found(store, wanted("npo")), store.count(locale="ja")) == ([], 0)
    assert found(store, wanted("npo", locale="pt-br")) == [1]


def test_removed_text_is_not_found(store):
    store.put([text(pk, "ごみ", version=pk) for pk in (1, 2, 3)])

    store.remove([1, 2, 99], version=2)

    assert found(store, wanted("ごみ")) == [3]
    assert store.signatures(wanted("ごみ")) == {0: 1}


def test_text_written_since_is_not_removed(store):
    store.put([text(1, "ごみ", version=5)])

    store.remove([1], version=4)

    assert found(store, wanted("ごみ")) == [1]


def test_removed_text_can_come_back(store):
    store.put([text(1, "ごみ", version=1)])
    store.remove([1], version=2)
    store.put([text(1, "ごみ", version=3, signature=9)])

    assert store.signatures(wanted("ごみ")) == {9: 1}


def test_nothing_is_put_or_removed(store):
    store.put([])
    store.remove([], version=1)

    assert store.count(locale="ja") == 0


def test_cleared_store_is_empty(store):
    store.put([text(1, "ごみ"), text(2, "npo", locale="pt-br")])

    store.clear()

    assert (found(store, wanted("ごみ")), store.count(locale="pt-br")) == ([], 0)
    assert list(store.vocabulary(locale="ja")) == []


def test_prepare_again_keeps_what_is_there(store):
    store.put([text(1, "ごみ")])

    store.prepare(locales=["ja", "pt-br", "zh-hans"])

    assert found(store, wanted("ごみ")) == [1]


def test_signatures_are_counted_whatever_is_chosen(store):
    store.put([text(pk, "ごみ", signature=pk % 3) for pk in range(1, 8)] + [text(9, "水")])
    asked = wanted("ごみ", signatures=frozenset({1}))

    assert store.signatures(asked) == {0: 2, 1: 3, 2: 2}
    assert sorted(found(store, asked)) == [1, 4, 7]


def test_signatures_may_be_large(store):
    numbers = [0, 4094, 4095, 4096, 1_000_000_000_000]
    store.put([text(pk, "ごみ", signature=number) for pk, number in enumerate(numbers, 1)])
    asked = wanted("ごみ", signatures=frozenset({4095, 1_000_000_000_000}))

    assert store.signatures(asked) == dict.fromkeys(numbers, 1)
    assert sorted(found(store, asked)) == [3, 5]


def test_no_signature_chosen_finds_nothing(store):
    store.put([text(1, "ごみ")])

    assert found(store, wanted("ごみ", signatures=frozenset())) == []


def test_vocabulary_counts_texts_by_token(store):
    store.put([text(1, "ごみ ごみ ¶ npo"), text(2, "水", title="ごみ", headings="ごみ")])
    store.put([text(3, "ごみ", locale="pt-br")])

    assert sorted(store.vocabulary(locale="ja")) == [("npo", 1), ("ごみ", 2), ("水", 1)]
    assert list(store.vocabulary(locale="xx")) == []


def test_vocabulary_follows_removal(store):
    store.put([text(1, "ごみ 袋"), text(2, "ごみ")])

    store.remove([1], version=1)

    assert list(store.vocabulary(locale="ja")) == [("ごみ", 1)]


def test_count_is_by_language(store):
    store.put([text(1, "a"), text(2, "b"), text(3, "c", locale="pt-br")])

    assert [store.count(locale=code) for code in ("ja", "pt-br", "xx")] == [2, 1, 0]
