"""A new index takes the place of the old one while people search, and towns keep apart."""

from threading import Thread

import pytest
from tests.search.stores.documents import found, text, wanted

from tomoni.search.stores.elasticsearch import reading
from tomoni.search.stores.elasticsearch.mapping import MAPPINGS
from tomoni.search.stores.protocol import StoreUnavailableError

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def store(elasticsearch_store):
    elasticsearch_store.prepare(locales=["ja"])
    elasticsearch_store.clear()
    return elasticsearch_store


def indexes(server, name="tomoni"):
    _, listed = server.ask("GET", f"/{name}--*")
    return sorted(listed)


def test_old_index_answers_until_the_new_one_is_finished(store, elasticsearch_server):
    store.put([text(1, "ごみ")])
    old = store.identity()

    rebuild = store.begin_rebuild()
    rebuild.put([text(2, "ごみ")])
    before = found(store, wanted("ごみ"))
    store.finish_rebuild(rebuild, grace=0)

    assert (before, found(store, wanted("ごみ"))) == ([1], [2])
    assert store.identity() == rebuild.index != old
    assert indexes(elasticsearch_server) == [rebuild.index]


def test_index_of_an_older_version_is_filled_anew(store, monkeypatch):
    monkeypatch.setattr("tomoni.search.stores.elasticsearch.indexes.SCHEMA", 0)
    rebuild = store.begin_rebuild()
    store.finish_rebuild(rebuild, grace=0)
    old = store.identity()
    monkeypatch.undo()

    now = store.identity()
    store.finish_rebuild(store.begin_rebuild(), grace=0)

    assert (old, now) == (rebuild.index, "")
    assert store.identity() != ""


def test_every_question_is_answered_while_indexes_change_places(store):
    store.put([text(1, "ごみ")])
    answers = []
    ended = []

    def ask():
        while not ended:
            answers.append(tuple(found(store, wanted("ごみ"))))

    asking = Thread(target=ask)
    asking.start()
    for _ in range(3):
        rebuild = store.begin_rebuild()
        rebuild.put([text(1, "ごみ")])
        store.finish_rebuild(rebuild)
    ended.append(True)
    asking.join()

    assert set(answers) == {(1,)}


def test_change_during_a_rebuild_is_replayed_without_going_back(store):
    rebuild = store.begin_rebuild()
    rebuild.put([text(1, "新", version=7), text(2, "新", version=8)])
    rebuild.remove([2], version=9)

    rebuild.put([text(1, "旧", version=3), text(2, "旧", version=4)])
    store.finish_rebuild(rebuild, grace=0)

    assert (found(store, wanted("新")), found(store, wanted("旧"))) == ([1], [])


def test_abandoned_rebuild_leaves_nothing(store, elasticsearch_server):
    store.put([text(1, "ごみ")])

    rebuild = store.begin_rebuild()
    rebuild.put([text(2, "ごみ")])
    store.abandon_rebuild(rebuild)
    store.abandon_rebuild(rebuild)

    assert found(store, wanted("ごみ")) == [1]
    assert indexes(elasticsearch_server) == [store.identity()]


def test_finished_rebuild_takes_away_what_others_left(store, elasticsearch_server):
    store.begin_rebuild()
    rebuild = store.begin_rebuild()

    store.finish_rebuild(rebuild, grace=0)

    assert indexes(elasticsearch_server) == [rebuild.index]


def test_towns_keep_apart(store, connect, elasticsearch_server):
    other = connect(elasticsearch_server.url, index="tomoni-north", shards=2, replicas=0)
    other.prepare(locales=["ja"])
    other.put([text(1, "ごみ"), text(2, "ごみ")])
    store.put([text(1, "ごみ")])

    store.clear()

    assert (store.count(locale="ja"), other.count(locale="ja")) == (0, 2)
    _, settings = elasticsearch_server.ask("GET", f"/{other.identity()}/_settings")
    kept = settings[other.identity()]["settings"]["index"]
    assert (kept["number_of_shards"], kept["number_of_replicas"]) == ("2", "0")
    elasticsearch_server.ask("DELETE", f"/{other.identity()}")


def test_index_is_as_it_was_meant(store, elasticsearch_server):
    _, seen = elasticsearch_server.ask("GET", f"/{store.identity()}/_mapping")
    _, template = elasticsearch_server.ask("GET", "/_index_template/tomoni--template")
    status, refused = elasticsearch_server.ask("PUT", "/tomoni/_doc/1", {"surprise": 1})

    mappings = seen[store.identity()]["mappings"]
    assert mappings["dynamic"] == "strict"
    assert set(mappings["properties"]) == set(MAPPINGS["properties"])
    assert {field["type"] for field in mappings["properties"].values()} == {
        field["type"] for field in MAPPINGS["properties"].values()
    }
    [known] = template["index_templates"]
    assert known["index_template"]["index_patterns"] == ["tomoni--*"]
    assert (status, refused["error"]["type"]) == (400, "strict_dynamic_mapping_exception")


def test_put_makes_no_index(store, elasticsearch_server):
    elasticsearch_server.ask("DELETE", f"/{store.identity()}")
    elasticsearch_server.ask(
        "PUT", "/_cluster/settings", {"persistent": {"action.auto_create_index": "true"}}
    )

    with pytest.raises(StoreUnavailableError, match="did not write text 1"):
        store.put([text(1, "ごみ")])

    assert store.identity() == ""
    elasticsearch_server.ask(
        "PUT", "/_cluster/settings", {"persistent": {"action.auto_create_index": None}}
    )


def test_index_that_somebody_made_under_the_name_is_replaced(store, elasticsearch_server):
    elasticsearch_server.ask("DELETE", f"/{store.identity()}")
    elasticsearch_server.ask("PUT", "/tomoni")

    store.clear()
    store.put([text(1, "ごみ")])

    assert found(store, wanted("ごみ")) == [1]
    assert indexes(elasticsearch_server) == [store.identity()]


def test_text_that_the_server_does_not_take_leaves_the_others(store, caplog):
    store.put([text(1, "ごみ"), text(2, "ごみ", latitude=123.0, longitude=0.0), text(3, "ごみ")])

    assert found(store, wanted("ごみ")) == [3, 1]
    assert [message[:38] for message in caplog.messages] == [
        "Elasticsearch does not take text 2: {'"
    ]


def test_signatures_and_texts_are_counted_beyond_a_page(store, monkeypatch):
    monkeypatch.setattr(reading, "PAGE_OF_SIGNATURES", 40)
    monkeypatch.setattr(reading, "PAGE_OF_TEXTS", 50)
    store.put([text(pk, f"ごみ 語{pk}", signature=pk) for pk in range(1, 121)])

    assert store.signatures(wanted("ごみ")) == dict.fromkeys(range(1, 121), 1)
    vocabulary = dict(store.vocabulary(locale="ja"))
    assert (len(vocabulary), vocabulary["ごみ"]) == (121, 120)


def test_no_page_lies_beyond_what_the_server_counts(store):
    store.put([text(1, "ごみ")])

    assert found(store, wanted("ごみ"), limit=20, offset=9_990) == []
    assert found(store, wanted("ごみ"), limit=20, offset=50_000) == []
    assert found(store, wanted("ごみ"), limit=50_000) == [1]
