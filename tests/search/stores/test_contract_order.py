"""In what order every store gives what it finds."""

from dataclasses import replace

import pytest
from tests.search.stores.documents import (
    candidates,
    day,
    found,
    graded,
    text,
    wanted,
)

from tomoni.search.stores.protocol import Order

YOKOHAMA = (35.4437, 139.6380)
TOKYO = (35.6812, 139.7671)
SENDAI = (38.2682, 140.8694)


def test_graded_matching_finds_any_token(store):
    store.put([text(1, "ごみ"), text(2, "収集"), text(3, "水道")])
    asked = graded({"ごみ": 2.0, "収集": 1.0, "袋": 3.0})

    assert sorted(found(store, asked)) == [1, 2]
    assert store.signatures(asked) == {0: 2}


def test_graded_matching_goes_by_the_weights_held(store):
    store.put([text(1, "a x y"), text(2, "b c y"), text(3, "a b y"), text(4, "c x y")])

    assert found(store, graded({"a": 4.0, "b": 3.0, "c": 2.0})) == [3, 2, 1, 4]


def test_graded_matching_prefers_titles(store):
    store.put([text(1, "a x"), text(2, "x", title="a"), text(3, "a x"), text(4, "x y")])

    assert found(store, graded({"a": 1.0}))[0] == 2


def test_token_without_weight_is_not_looked_for(store):
    store.put([text(1, "a"), text(2, "b"), text(3, "c")])

    assert found(store, graded({"a": 0.0, "b": -1.0, "c": 0.5})) == [3]


def test_graded_matching_passes_common_tokens_over(store):
    store.put([text(pk, "の 他") for pk in range(1, 3_102)] + [text(9_001, "の 避難")])
    asked = graded({"の": 0.1, "避難": 5.0})

    assert found(store, asked) == [9_001]
    assert store.signatures(asked) == {0: 1}


def test_graded_matching_takes_a_common_token_where_there_is_no_other(store):
    store.put([text(pk, "の") for pk in range(1, 3_102)])

    assert len(found(store, graded({"の": 0.1}), limit=50)) == 50


def test_title_goes_before_body(store):
    others = [text(pk, f"他{pk} 水 道") for pk in range(10, 40)]
    store.put([text(1, "ごみ の 袋"), text(2, "袋 の こと", title="ごみ"), *others])

    assert found(store, wanted("ごみ")) == [2, 1]


def test_heavier_text_goes_first(store):
    others = [text(pk, f"他{pk} 水 道") for pk in range(10, 40)]
    store.put([text(1, "ごみ", boost=2.0), text(2, "ごみ", boost=1.0), *others])

    assert found(store, wanted("ごみ")) == [1, 2]


def test_equal_texts_go_by_falling_number(store):
    store.put([text(pk, "ごみ 収集") for pk in (3, 1, 2, 5, 4)])

    assert found(store, wanted("ごみ")) == [5, 4, 3, 2, 1]


def test_pages_of_candidates_continue_one_another(store):
    store.put([text(pk, "ごみ " + "x " * (pk * 7 % 5) + "y") for pk in range(1, 31)])
    whole = found(store, wanted("ごみ"))

    pages = [found(store, wanted("ごみ"), limit=7, offset=start) for start in range(0, 35, 7)]

    assert [pk for page in pages for pk in page] == whole
    assert sorted(whole) == list(range(1, 31))


def test_title_goes_before_body_among_very_many(store):
    common = [text(pk, "ごみ 収集") for pk in range(1, 2_600)]
    headed = text(5, "収集 ごみ", headings="ごみ")
    titled = text(3, "x", title="ごみ の 収集")
    store.put([*common, replace(headed, version=2), replace(titled, version=2)])
    asked = wanted("ごみ", "収集")

    best = found(store, asked, limit=4)

    assert best[:2] == [3, 5]
    assert len(set(best)) == 4


def test_pages_among_very_many_continue_one_another(store):
    titled = [text(pk, "x", title="ごみ") for pk in range(1, 2_300)]
    store.put(titled + [text(pk, "ごみ") for pk in range(2_300, 2_600)])

    pages = [
        found(store, wanted("ごみ"), limit=500, offset=start) for start in range(0, 3_000, 500)
    ]

    assert sorted(pk for page in pages for pk in page) == list(range(1, 2_600))


@pytest.mark.parametrize("known", [{"ごみ": 2, "袋": 1}, {"袋": 1}, {}])
def test_what_is_known_of_tokens_changes_no_answer(store, known):
    store.put([text(1, "ごみ"), text(2, "ごみ 袋"), text(3, "水")])
    tokens = {"ごみ": 1.0, "袋": 2.0, "無": 3.0}

    assert found(store, graded(tokens, held=known)) == found(store, graded(tokens)) == [2, 1]


def test_how_many_texts_hold_a_token_is_not_asked_where_that_is_known(store):
    store.put([text(1, "ごみ"), text(2, "袋")])
    tokens = {"ごみ": 2.0, "袋": 1.0}

    # By what is said ごみ is too common to be looked up, by the index it is not.
    assert found(store, graded(tokens, held={"ごみ": 5_000, "袋": 1})) == [2]
    assert found(store, graded(tokens)) == [1, 2]


@pytest.mark.parametrize(
    "asked",
    [
        wanted("ごみ"),
        wanted("ごみ", at_most=0),
        wanted("ごみ", at_most=1_000_000),
        wanted("ごみ", order=Order.NEWEST),
        wanted("ごみ", since=day(3)),
        wanted("ごみ", signatures=frozenset({1, 3})),
        wanted("ごみ", signatures=frozenset()),
        graded({"ごみ": 1.0}, signatures=frozenset({2})),
        wanted("無"),
        wanted(""),
        graded({"ごみ": 1.0, "袋": 2.0}),
        graded({}),
    ],
)
def test_first_are_the_counts_and_the_candidates(store, asked):
    store.put(
        [
            text(pk, "ごみ", title="袋" if pk % 3 else "", signature=pk % 4, date=day(pk))
            for pk in range(1, 20)
        ]
    )

    counts, first = store.first(asked, limit=7)

    assert counts == store.signatures(asked)
    assert list(first) == list(store.candidates(asked, limit=7))


def test_newest_go_by_falling_date_and_undated_last(store):
    store.put([text(1, "祭", date=day(2)), text(2, "祭"), text(3, "祭", date=day(9))])
    store.put([text(4, "祭", date=day(2)), text(5, "祭")])

    assert found(store, wanted("祭", order=Order.NEWEST)) == [3, 4, 1, 5, 2]
    assert found(store, wanted("祭", order=Order.NEWEST), limit=2, offset=1) == [4, 1]


def test_soonest_go_by_rising_date_and_undated_last(store):
    store.put([text(1, "祭", date=day(2)), text(2, "祭"), text(3, "祭", date=day(1))])

    assert found(store, wanted("祭", order=Order.SOONEST)) == [3, 1, 2]


def test_since_and_until_limit_what_answers(store):
    store.put([text(pk, "祭", date=day(pk), signature=pk) for pk in (1, 2, 3, 4)] + [text(5, "祭")])
    asked = wanted("祭", order=Order.SOONEST, since=day(2), until=day(4))

    assert found(store, asked) == [2, 3]
    assert store.signatures(asked) == {2: 1, 3: 1}
    assert found(store, graded({"祭": 1.0}, since=day(4))) == [4]


def test_since_leaves_what_began_before_and_is_not_over(store):
    store.put(
        [
            text(1, "展", date=day(1), ends=day(2)),
            text(2, "展", date=day(1), ends=day(5)),
            text(3, "展", date=day(4)),
            text(4, "展", date=day(2)),
        ]
    )
    store.put([text(4, "展", version=2, date=day(2), ends=day(3))])
    asked = wanted("展", order=Order.SOONEST, since=day(3))

    assert found(store, asked) == [2, 4, 3]
    assert found(store, wanted("展", since=day(3), until=day(2))) == [2]


def test_nearest_go_by_distance_and_texts_without_a_place_last(store):
    store.put(
        [
            text(1, "駅", latitude=SENDAI[0], longitude=SENDAI[1]),
            text(2, "駅"),
            text(3, "駅", latitude=TOKYO[0], longitude=TOKYO[1]),
            text(4, "駅", latitude=YOKOHAMA[0], longitude=YOKOHAMA[1]),
        ]
    )
    best = candidates(store, wanted("駅", order=Order.NEAREST, near=YOKOHAMA))

    assert [one.pk for one in best] == [4, 3, 1, 2]
    assert [one.distance and round(one.distance, -2) for one in best] == [0, 28_900, 332_600, None]


def test_nearest_looks_over_the_date_line(store):
    store.put(
        [text(1, "島", latitude=0.0, longitude=-179.9), text(2, "島", latitude=0, longitude=170)]
    )

    assert found(store, wanted("島", order=Order.NEAREST, near=(0.0, 179.9))) == [1, 2]


def test_nearest_without_a_place_goes_by_relevance(store):
    store.put([text(1, "駅 x"), text(2, "x", title="駅"), text(3, "x y z"), text(4, "x y z")])

    assert found(store, wanted("駅", order=Order.NEAREST)) == [2, 1]
