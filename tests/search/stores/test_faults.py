"""What becomes of a real Elasticsearch in the worst moments, and that it is used again after."""

import time
from threading import Thread

import pytest
from tests.search.stores.documents import day, found, graded, text, wanted
from tests.search.stores.elasticsearch import black_hole

from tomoni.search.stores.breaker import Breaker
from tomoni.search.stores.fallback import FallbackStore, StoreInUse
from tomoni.search.stores.protocol import Order, StoreRefusedError, StoreUnavailableError

pytestmark = pytest.mark.elasticsearch

OWN, ALL = [1], [1, 2]


@pytest.fixture
def server(elasticsearch_store, elasticsearch_server):
    """The server, whose index holds one text of the two that the embedded store has."""
    elasticsearch_store.prepare(locales=["ja"])
    elasticsearch_store.clear()
    elasticsearch_store.put([text(pk, "ごみ") for pk in OWN])
    return elasticsearch_server


@pytest.fixture
def store(server, connect, embedded_store):
    """A store that waits for the server no longer than a visitor would, with a short breaker."""
    embedded_store.prepare(locales=["ja"])
    embedded_store.put([text(pk, "ごみ") for pk in ALL])
    quick = connect(server.url, timeout=1.0)
    # A busy machine answers the first question late; no test is about that one.
    connect(server.url).signatures(wanted("ごみ"))
    return FallbackStore(quick, embedded_store, Breaker(first=0.2, longest=0.4))


def pks(store):
    return sorted(found(store, wanted("ごみ")))


def pks_soon(store):
    """Return what the server finds as soon as it is asked again; what the other does after 20 s."""
    deadline = time.monotonic() + 20
    while pks(store) != OWN and time.monotonic() < deadline:
        time.sleep(0.1)
    return pks(store)


def timed(ask):
    begun = time.monotonic()
    answer = ask()
    return answer, time.monotonic() - begun


def test_killed_server_is_replaced_and_used_again(store, server):
    before = pks(store)
    server.kill()
    answer, seconds = timed(lambda: pks(store))
    during = store.in_use
    server.start()

    assert (before, answer) == (OWN, ALL)
    assert seconds < 1
    assert during.error.startswith("Elasticsearch does not answer (ConnectionError)")
    assert pks_soon(store) == OWN
    assert store.in_use == StoreInUse("elasticsearch")


def test_server_killed_during_questions_leaves_none_unanswered(store, server):
    answers = []
    killing = Thread(target=server.kill)

    for number in range(200):
        if number == 50:
            killing.start()
        answers.append(tuple(pks(store)))
    killing.join()
    answers.append(tuple(pks(store)))

    assert (answers[0], answers[-1]) == (tuple(OWN), tuple(ALL))
    assert set(answers) == {tuple(ALL), tuple(OWN)}


def test_server_killed_while_texts_are_put_says_so_and_takes_them_again(server, connect):
    store = connect(server.url)
    documents = [text(pk, "水道 " + "の こと " * 300, version=3) for pk in range(10, 3_010)]
    failures = []

    def put():
        try:
            for start in range(0, 3_000, 100):
                store.put(documents[start : start + 100])
        except StoreUnavailableError as error:
            failures.append(error)

    writing = Thread(target=put)
    writing.start()
    time.sleep(0.2)
    server.kill()
    writing.join()
    server.start()
    store.put(documents)

    assert len(failures) == 1
    assert store.count(locale="ja") == 3_001


def test_frozen_server_is_replaced_within_a_second_and_used_again(store, server):
    server.freeze()
    answer, seconds = timed(lambda: pks(store))
    server.thaw()

    assert answer == ALL
    assert 1 <= seconds < 1.5
    assert pks_soon(store) == OWN


def test_black_hole_is_an_outage(connect):
    with black_hole() as url:
        store = connect(url, timeout=0.3)
        with pytest.raises(StoreUnavailableError, match="ConnectionTimeout"):
            found(store, wanted("ごみ"))


def test_missing_index_is_an_outage_until_it_is_made(store, server):
    server.ask("DELETE", f"/{store.server.identity()}")

    answer = pks(store)
    told = store.in_use.error
    with pytest.raises(StoreUnavailableError):
        store.server.put([text(1, "ごみ")])
    store.server.prepare(locales=["ja"])
    store.server.put([text(pk, "ごみ") for pk in OWN])

    assert answer == ALL
    assert told.startswith("Elasticsearch has no index for this site; rebuild the search index")
    assert pks_soon(store) == OWN


def test_full_server_is_an_outage(store, server):
    index = store.server.identity()
    server.ask("PUT", f"/{index}/_settings", {"index.blocks.read": True})

    answer = pks(store)
    server.ask("PUT", f"/{index}/_settings", {"index.blocks.read": None})

    assert answer == ALL
    assert pks_soon(store) == OWN


def test_question_that_the_server_refuses_is_no_outage(store, server):
    index = store.server.identity()
    server.ask("PUT", f"/{index}/_settings", {"index.max_terms_count": 1})
    asked = wanted("ごみ", signatures=frozenset({0, 1}))

    with pytest.raises(StoreRefusedError):
        found(store.server, asked)

    assert sorted(found(store, asked)) == ALL
    assert store.in_use == StoreInUse("elasticsearch")
    assert pks(store) == OWN


def test_password_and_certificate_are_asked_for(guarded_elasticsearch, connect):
    right = {
        "user": "elastic",
        "password": guarded_elasticsearch.password,
        "ca_certs": str(guarded_elasticsearch.certificate),
    }
    url = guarded_elasticsearch.url
    store = connect(url, **right)
    store.prepare(locales=["ja"])
    store.put([text(1, "ごみ")])

    assert pks(store) == [1]
    assert pks(connect(url, **right | {"ca_certs": "", "verify": False})) == [1]
    with pytest.raises(StoreUnavailableError, match="does not accept the password or API key"):
        pks(connect(url, **right | {"password": "guessed"}))
    with pytest.raises(StoreUnavailableError, match="does not accept the password or API key"):
        pks(connect(url, ca_certs=right["ca_certs"], api_key="bm9ib2R5OmtleQ=="))
    with pytest.raises(StoreUnavailableError, match="certificate"):
        pks(connect(url, **right | {"ca_certs": ""}))


def test_what_the_server_still_holds_and_nobody_else_is_no_answer(store, server):
    store.server.put([text(9, "ごみ")])

    assert sorted(one.pk for one in store.server.candidates(wanted("ごみ"), limit=9)) == [1, 9]
    assert pks(store) == OWN
    assert [one.pk for one in store.first(wanted("ごみ"), limit=9)[1]] == OWN
    assert store.in_use == StoreInUse("elasticsearch")


@pytest.mark.parametrize(
    "asked",
    [
        wanted("ごみ"),
        wanted("ごみ", order=Order.NEAREST, near=(35.4, 139.6)),
        wanted("ごみ", order=Order.NEWEST),
        wanted("ごみ", signatures=frozenset({0})),
        graded({"ごみ": 1.0}),
    ],
)
def test_server_numbers_the_texts_that_it_would_send(server, connect, asked):
    store = connect(server.url)
    store.put([text(pk, "ごみ", signature=pk % 2, date=day(pk)) for pk in range(3, 20)])

    whole = [one.pk for one in store.candidates(asked, limit=9)]

    assert len(whole) == 9
    assert store.numbers(asked, limit=9) == whole
    assert store.numbers(asked, limit=4, offset=5) == whole[5:]
    assert store.first_numbers(asked, limit=9) == (store.signatures(asked), whole)
