"""What every store makes of tokens that are none, and of too much of anything."""

import pytest
from tests.search.stores.documents import (
    candidates,
    found,
    graded,
    raw_word,
    text,
    wanted,
    word,
)

from tomoni.search.analysis.tokens import Way, Word

BAD_TOKENS = [
    "",
    " ",
    "a b",
    "\x00",
    "a\x00b",
    "\ud800",
    "あ\udfff",
    '"',
    'a"b',
    "'",
    "\\",
    "a'b\\",
    "*",
    "a*",
    "NEAR(",
    "A",
    "a:b",
    "¶",
    "¶ごみ",
    "(",
    ")",
    "-",
    "%s",
    "|",
    "&",
    "!",
    "<->",
    "\n",
    "\x7f",
    "あ" * 5_000,
]


@pytest.mark.parametrize("token", BAD_TOKENS, ids=lambda value: ascii(value)[:20])
def test_unsound_token_matches_nothing(store, token):
    store.put([text(1, "ごみ a b", title="ごみ")])

    assert found(store, wanted(raw_word(token))) == []
    assert found(store, wanted("ごみ", raw_word("ごみ", token))) == []
    assert found(store, graded({token: 3.0})) == []
    assert found(store, graded({token: 3.0, "ごみ": 1.0})) == [1]


def test_unsound_way_leaves_the_others(store):
    store.put([text(1, "ごみ")])
    bad = Word("", (Way(()), Way(((),)), Way((('"',), ("ごみ",))), Way((("ごみ",),))))

    assert found(store, wanted(bad)) == [1]
    assert found(store, wanted("ごみ", Word("", ()))) == []


@pytest.mark.parametrize("token", BAD_TOKENS, ids=lambda value: ascii(value)[:20])
def test_unsound_token_does_not_keep_a_text_out(store, token):
    store.put([text(1, f"ごみ {token} 袋", title=f"{token} 収集", headings=token)])

    assert found(store, wanted("ごみ", "袋", "収集")) == [1]


SIGNS = ["\u3000", "\u0085", "\u2028", "，", "。", "😀", "é", "फोहोर", "\ufeff", "\xa0"]


@pytest.mark.parametrize("sign", SIGNS, ids=lambda value: ascii(value)[:20])
def test_any_sign_beyond_ascii_may_be_in_a_token(store, sign):
    store.put([text(1, f"ご{sign}み"), text(2, f"ご {sign} み"), text(3, "ご み")])

    assert found(store, wanted(f"ご{sign}み")) == [1]
    assert found(store, wanted(f"ご {sign}")) == [2]


def test_signs_are_not_folded(store):
    store.put([text(1, "é"), text(2, "e"), text(3, "É"), text(4, "が"), text(5, "か\u3099")])

    assert [found(store, wanted(one)) for one in ("é", "e", "が")] == [[1], [2], [4]]


def test_many_alternatives_and_words_are_looked_for(store):
    store.put([text(1, "x299"), text(2, " ".join(f"w{number}" for number in range(40)))])

    assert found(store, wanted(word(*(f"x{number}" for number in range(300))))) == [1]
    assert found(store, wanted(*(f"w{number}" for number in range(40)))) == [2]
    assert found(store, graded({f"x{number}": 1.0 for number in range(260, 310)})) == [1]


def test_query_beyond_all_bounds_is_answered(store):
    store.put([text(1, "x1")])
    many = word(*(f"x{number}" for number in range(2_000)))

    assert found(store, wanted(*[many] * 60)) == [1]
    assert found(store, graded({f"x{number}": 1.0 for number in range(5_000)})) in ([], [1])
    assert found(store, wanted(raw_word(*["x1"] * 3_000))) == []


def test_very_long_text_is_found(store):
    passages = (f"段{number} " + "町 の 広報 に 載る お知らせ" for number in range(50_000))
    body = " ¶ ".join(passages) + " ¶ 粗大 ごみ ¶ ごみ 袋"
    assert len(body.encode()) > 2_000_000
    store.put([text(1, body, title="広報"), text(2, "粗大 ごみ")])

    assert found(store, wanted("広報", "段49999")) == [1]
    assert sorted(found(store, wanted("粗大 ごみ"))) == [1, 2]
    assert found(store, wanted("載る お知らせ")) == [1]
    assert found(store, wanted("粗大 袋")) == []
    assert store.signatures(wanted("粗大 ごみ")) == {0: 2}
    assert candidates(store, wanted("広報"))[0].streams.body == body


def test_text_of_very_many_different_tokens_is_found(store):
    store.put([text(1, " ".join(f"語{number:06}語語語語" for number in range(70_000)), title="始")])

    assert found(store, wanted("始", "語000000語語語語")) == [1]
