"""Operators learn where Japanese is searched without a dictionary, and searching goes on."""

import pytest

from tomoni.search.analysis.japanese import dictionary, japanese_analyser
from tomoni.search.checks import check_dictionary


def test_nothing_is_said_where_the_dictionary_is_installed():
    assert check_dictionary() == []


@pytest.fixture
def _no_dictionary(monkeypatch):
    monkeypatch.setattr(dictionary, "sudachipy", None)


@pytest.mark.usefixtures("_no_dictionary")
def test_warning_is_given_without_dictionary():
    assert [warning.id for warning in check_dictionary()] == ["tomoni_search.W001"]


@pytest.mark.usefixtures("_no_dictionary")
def test_pairs_of_signs_answer_without_dictionary():
    analyser = japanese_analyser(1)

    assert analyser.identity == "ja 1 pairs"
    assert analyser.tokens("自治会") == ["自治", "治会", "ˠ自", "ˠ治", "ˠ会"]
    assert analyser.read("ジチ").words[0].ways[0].phrases == (("じち",),)
