"""Elasticsearch answers everyday queries and residents' questions just as the database does."""

import pytest
from tests.search.measured.asking import Answer, ask
from tests.search.measured.everyday import QUERIES, failure
from tests.search.measured.sets import read_questions
from tests.search.measured.test_questions import BARS, locale_of
from tests.search.serving import served_by
from tests.servers.elasticsearch import Elasticsearch

from tomoni.search.models import SearchDocument
from tomoni.search.stores import choice

pytestmark = pytest.mark.elasticsearch

EVERYDAY = [(query.locale, query.asked) for query in QUERIES]
# Some of them, for this asks everything twice.
QUESTIONS = [(locale_of(one), one.text) for name in BARS for one in read_questions(name)][::4]

Answers = dict[tuple[str, str], tuple[Answer, ...]]


def test_server_answers_the_demo_town_as_the_database_does(
    town: None, elasticsearch_server: Elasticsearch
) -> None:
    by_database = answers()

    with served_by(elasticsearch_server):
        held = choice.answering().count(locale="ja")
        by_server = answers()

    assert held == SearchDocument.objects.filter(locale="ja").count() > 0
    assert differences(by_database, by_server) == {}
    failures = {
        str(query)
        for query in QUERIES
        if not query.missed and failure(query, by_server[query.locale, query.asked])
    }
    assert failures == set()


def answers() -> Answers:
    """Ask everyday queries for all that they find, and questions for their first page."""
    first = {(locale, text): ask(text, locale=locale, most_pages=1) for locale, text in QUESTIONS}
    return first | {(locale, text): ask(text, locale=locale) for locale, text in EVERYDAY}


def differences(by_database: Answers, by_server: Answers) -> dict[tuple[str, str], str]:
    """Say what each store answers first where they do not answer the same."""
    return {
        asked: f"{' '.join(map(str, expected[:10]))} / {' '.join(map(str, by_server[asked][:10]))}"
        for asked, expected in by_database.items()
        if by_server[asked] != expected
    }
