"""A real Elasticsearch follows the index, and misses nothing while it is away."""

from secrets import token_hex

import pytest
from tests.search.stores.documents import found, wanted
from tests.search.stores.elasticsearch import nobody

from tomoni.search import selectors
from tomoni.search.models import IndexState, RemovedDocument, SearchDocument
from tomoni.search.services import fill_anew, remote, send_changes
from tomoni.search.services.writing import remove
from tomoni.search.stores import choice

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def use(db, settings, elasticsearch_server):
    """`use(url)` lets the site search in the server there, in an index of this test's own."""
    index = f"tomoni-{token_hex(4)}"

    def chosen(url: str) -> None:
        settings.TOMONI_SEARCH = {
            **settings.TOMONI_SEARCH,
            "STORE": "elasticsearch",
            "HOSTS": url,
            "INDEX": index,
            "TIMEOUT": "30",
        }

    chosen(elasticsearch_server.url)
    yield chosen
    chosen(elasticsearch_server.url)
    choice.remote().server.clear()


def on_server(word: str) -> list[int]:
    return sorted(found(choice.remote().server, wanted(word)))


def test_server_follows_what_is_written_and_taken_out(use, put):
    first, second = put("ごみの日"), put("ごみの袋")
    all_sent = send_changes()
    before = on_server("ごみ")
    remove([first.pk])
    again = send_changes()

    assert (all_sent, before) == (True, [first.pk, second.pk])
    assert (again, on_server("ごみ")) == (True, [second.pk])
    assert not RemovedDocument.objects.exists()
    assert selectors.ask_index().detail == ""


def test_what_changes_while_the_server_is_away_reaches_it_later(use, put, elasticsearch_server):
    kept, gone = put("ごみの日"), put("ごみの袋")
    send_changes()
    with nobody() as url:
        use(url)
        remove([gone.pk])
        new = put("ごみの箱")
        sent = send_changes()
        told = selectors.ask_index().detail
    use(elasticsearch_server.url)

    assert send_changes()
    assert not sent
    assert "1 texts wait for the search server." in told
    assert on_server("ごみ") == [kept.pk, new.pk]


def test_index_that_was_lost_is_filled_anew(use, put):
    texts = [put("ごみの日"), put("ごみの袋")]
    send_changes()
    choice.remote().server.clear()

    assert on_server("ごみ") == []
    assert send_changes()
    assert on_server("ごみ") == [text.pk for text in texts]


def test_more_than_a_batch_is_sent_whole(use, put, monkeypatch):
    monkeypatch.setattr(remote, "BATCH", 2)
    texts = [put(f"ごみ{number}") for number in range(7)]
    SearchDocument.objects.filter(pk__in=[text.pk for text in texts[2:5]]).update(version=4)
    fill_anew()

    assert send_changes()
    assert on_server("ごみ") == [text.pk for text in texts]
    assert IndexState.objects.get().sent == IndexState.objects.get().version


def test_visitor_is_answered_by_the_server_and_without_it(use, put, site, search):
    put("ごみの日")
    send_changes()
    by_server = (search("ごみ"), choice.in_use().name)
    with nobody() as url:
        use(url)
        without = (search("ごみ"), choice.in_use().name)

    assert by_server == (["ごみの日"], "elasticsearch")
    assert without == (["ごみの日"], choice.embedded().name)
