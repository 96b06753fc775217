"""A query is understood in the visitor's language and in Japanese."""

from tomoni.search.queries import Asked
from tomoni.search.selectors.understanding import understand


def words(typed: str, *languages: str) -> dict[str, list[str]]:
    questions = understand(Asked(text=typed), languages=languages)
    return {code: [word.text for word in one.reading.words] for code, one in questions.items()}


def test_words_without_meaning_are_known_by_the_visitors_language(db):
    assert words("vaga na creche", "pt-br", "ja") == {
        "pt-br": ["vaga", "creche"],
        "ja": ["vaga", "creche"],
    }


def test_nothing_typed_is_no_question(db):
    assert understand(Asked(), languages=["ja"]) == {}
    assert understand(Asked(text="ごみ"), languages=[]) == {}
