"""The servers of the tests do what those that test with them rely on."""

import pytest

pytestmark = pytest.mark.elasticsearch


def test_killed_server_has_its_documents_again(elasticsearch_server):
    elasticsearch_server.ask("PUT", "/kept")
    elasticsearch_server.ask("PUT", "/kept/_doc/1", {"title": "ごみの出し方"})

    elasticsearch_server.kill()
    alone = elasticsearch_server.answers()
    elasticsearch_server.mend()

    assert alone is False
    assert elasticsearch_server.ask("GET", "/kept/_source/1") == (200, {"title": "ごみの出し方"})
    elasticsearch_server.ask("DELETE", "/kept")


def test_frozen_server_answers_when_it_thaws(elasticsearch_server):
    elasticsearch_server.freeze()
    frozen = elasticsearch_server.answers()
    elasticsearch_server.thaw()

    assert frozen is False
    assert elasticsearch_server.answers() is True


def test_document_makes_no_index(elasticsearch_server):
    status, _ = elasticsearch_server.ask("PUT", "/unheard-of/_doc/1", {"title": "ごみの出し方"})

    assert status == 404


def test_guarded_server_asks_for_a_password(guarded_elasticsearch):
    right, _ = guarded_elasticsearch.ask("GET", "/_cluster/health")
    wrong, _ = guarded_elasticsearch.ask("GET", "/_cluster/health", password="guessed")

    assert (right, wrong) == (200, 401)
