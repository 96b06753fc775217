"""A query is understood in the visitor's language and in Japanese."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tomoni.search.analysis.tokens import Reading
from tomoni.search.queries import Asked
from tomoni.search.selectors.matching import Question
from tomoni.search.selectors.understanding import understand, understand_each


def words(typed: str, *languages: str) -> dict[str, list[str]]:
    questions = understand(Asked(text=typed), languages=languages)
    return {code: [word.text for word in one.reading.words] for code, one in questions.items()}


def readings(questions: dict[str, Question]) -> dict[str, Reading]:
    return {code: question.reading for code, question in questions.items()}


def test_words_without_meaning_are_known_by_the_visitors_language(db):
    assert words("vaga na creche", "pt-br", "ja") == {
        "pt-br": ["vaga", "creche"],
        "ja": ["vaga", "creche"],
    }


def test_nothing_typed_is_no_question(db):
    assert understand(Asked(), languages=["ja"]) == {}
    assert understand(Asked(text="ごみ"), languages=[]) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_questions_are_understood_together_as_alone_and_as_one(put, number):
    put("ごみの日")
    put("Coleta de lixo", locale="pt-br")
    languages = ["pt-br", "ja"]
    asked = [Asked(text=text) for text in ("coleta de lixo", "じちかい", "")[:number]]
    alone = [understand(one, languages=languages) for one in asked]

    with CaptureQueriesContext(connection) as for_one:
        understand(asked[0], languages=languages)
    with CaptureQueriesContext(connection) as for_all:
        together = understand_each([(one, languages) for one in asked])

    assert [readings(one) for one in together] == [readings(one) for one in alone]
    assert len(for_all) == len(for_one)
