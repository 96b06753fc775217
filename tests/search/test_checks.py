"""Operators learn where Japanese is searched without a dictionary, and searching goes on."""

import pytest

from tomoni.search.analysis.japanese import dictionary, japanese_analyser
from tomoni.search.checks import check_dictionary, check_processes


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


@pytest.mark.parametrize("chosen", ["", " ", "1", " 12 ", 99])
def test_number_of_processes_is_understood(settings, chosen):
    settings.TOMONI_SEARCH = {**settings.TOMONI_SEARCH, "PROCESSES": chosen}

    assert check_processes() == []


@pytest.mark.parametrize("chosen", ["0", "-1", "two", "1.5", "100"])
def test_what_is_no_number_of_processes_is_an_error(settings, chosen):
    settings.TOMONI_SEARCH = {**settings.TOMONI_SEARCH, "PROCESSES": chosen}
    settings.LANGUAGE_CODE = "en"

    (error,) = check_processes()

    told = f"TOMONI_SEARCH_PROCESSES is “{chosen}”: write a whole number from 1 to 99, or nothing."
    assert (error.id, error.msg) == ("tomoni_search.E004", told)
