"""Long Japanese texts are cut where the dictionary loses nothing, and no sign is lost."""

import random

import pytest

from tomoni.search.analysis import analyser_for
from tomoni.search.analysis.japanese.dictionary import BEST_SIGNS, MOST_SIGNS, stretches

SENTENCE = "市民課では、三日から受け付けます。"


@pytest.mark.parametrize("length", [0, 1, BEST_SIGNS, BEST_SIGNS + 1, MOST_SIGNS, 30_000])
@pytest.mark.parametrize("ends", ["", "。", "。！？\n"])
def test_stretches_are_the_text(length, ends):
    chance = random.Random(f"{length} {ends}")  # noqa: S311 -- only to be repeated
    signs = ["あ"] * 300 + list(ends)
    text = "".join(chance.choices(signs, k=length))

    found = stretches(text)

    assert "".join(found) == text
    assert all(0 < len(one) <= MOST_SIGNS for one in found)
    assert all(one[-1] in ends for one in found[:-1] if len(one) < MOST_SIGNS)


def test_sentence_is_cut_only_where_it_is_longer_than_the_dictionary_takes():
    long = "あ" * (MOST_SIGNS - 2) + "。"

    assert stretches(f"い。{long}う。") == ["い。", f"{long}", "う。"]
    assert list(map(len, stretches("あ" * (MOST_SIGNS + 5)))) == [MOST_SIGNS, 5]


def test_tokens_do_not_depend_on_how_much_stands_before():
    analyser = analyser_for("ja")
    alone = set(analyser.tokens(SENTENCE))

    assert set(analyser.tokens(SENTENCE * 500)) == alone
