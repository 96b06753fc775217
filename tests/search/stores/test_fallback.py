"""A question is answered whatever becomes of the server, and operators can see by what."""

import time

import pytest
from tests.search.stores.documents import found, graded, text, wanted
from tests.search.stores.elasticsearch import black_hole, nobody

from tomoni.search.defaults import TOMONI_SEARCH
from tomoni.search.stores.breaker import Breaker
from tomoni.search.stores.choice import answering, in_use, remote
from tomoni.search.stores.fallback import FallbackStore, StoreInUse
from tomoni.search.stores.protocol import StoreUnavailableError


@pytest.fixture
def fallback(embedded_store, connect):
    """`fallback(url)` gives a store at an address, behind which the embedded one knows of ごみ."""
    embedded_store.prepare(locales=["ja"])
    embedded_store.put([text(1, "ごみ", signature=4)])

    def make(url, **more):
        return FallbackStore(connect(url, timeout=0.3), embedded_store, Breaker(**more))

    return make


def first_of(store):
    counts, texts = store.first(wanted("ごみ"), limit=9)
    return counts, [one.pk for one in texts]


def test_embedded_store_answers_where_nobody_does(fallback, embedded_store):
    with nobody() as url:
        store = fallback(url)
        answers = (
            found(store, wanted("ごみ")),
            found(store, graded({"ごみ": 1.0})),
            store.signatures(wanted("ごみ")),
            first_of(store),
            store.count(locale="ja"),
            list(store.vocabulary(locale="ja")),
        )

    assert answers == ([1], [1], {4: 1}, ({4: 1}, [1]), 1, [("ごみ", 1)])
    assert store.in_use.name == embedded_store.name
    assert "Elasticsearch does not answer (ConnectionError)" in store.in_use.error


def test_black_hole_is_waited_for_once(fallback):
    with black_hole() as url:
        store = fallback(url)
        begun = time.monotonic()
        first = found(store, wanted("ごみ"))
        waited = time.monotonic() - begun
        begun = time.monotonic()
        later = [found(store, wanted("ごみ")) for _ in range(20)]
        waited_later = time.monotonic() - begun

    assert [first, *later] == [[1]] * 21
    assert 0.3 <= waited < 1
    assert waited_later < 0.3


def test_outage_is_logged_once(fallback, caplog):
    with nobody() as url:
        store = fallback(url, first=0)
        for _ in range(20):
            found(store, wanted("ごみ"))

    assert len(caplog.messages) == 1
    assert caplog.messages[0].endswith("The database answers searches until it is back.")


def test_change_that_does_not_come_through_is_an_error(fallback):
    with nobody() as url:
        store = fallback(url)
        for change in (
            lambda: store.put([text(2, "ごみ")]),
            lambda: store.remove([1], version=5),
            lambda: store.prepare(locales=["ja"]),
            store.clear,
        ):
            with pytest.raises(StoreUnavailableError, match="does not answer"):
                change()

    assert found(store, wanted("ごみ")) == [1]


def test_store_in_use_is_the_server_while_all_is_well(fallback):
    store = fallback("http://127.0.0.1:9")

    assert store.in_use == StoreInUse("elasticsearch")
    assert store.name == "elasticsearch"


def test_settings_choose_the_store(settings, embedded_store):
    with nobody() as url:
        settings.TOMONI_SEARCH = TOMONI_SEARCH | {"STORE": "elasticsearch", "HOSTS": url}
        chosen = remote()
        again = answering()
        before = in_use()
        embedded_store.prepare(locales=["ja"])
        answer = found(again, wanted("ごみ"))
        after = in_use()

    settings.TOMONI_SEARCH = {"STORE": "database"}

    assert chosen is again
    assert (before.name, answer, after.name) == ("elasticsearch", [], embedded_store.name)
    assert (remote(), answering().name, in_use()) == (
        None,
        embedded_store.name,
        StoreInUse(embedded_store.name),
    )
