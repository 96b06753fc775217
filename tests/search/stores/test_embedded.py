"""How the store within the default database lives with the rest of it."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.search.stores.documents import found, graded, raw_word, text, wanted

from tomoni.search.models import StoredText
from tomoni.search.stores.choice import embedded
from tomoni.search.stores.embedded.looks import Field, way_of
from tomoni.search.stores.preparing import prepare
from tomoni.search.stores.protocol import StoreUnavailableError

NAMES = {"sqlite": "sqlite", "postgresql": "postgres"}

# On PostgreSQL two are for the savepoint, which only a caller's transaction asks for.
QUERIES = {"sqlite": 3, "postgresql": 4}
# With hints to PostgreSQL's planner before and after.
FIRST = {"sqlite": 10, "postgresql": 12}
# How many workers PostgreSQL may call for each look-up of a word.
WORKERS = {"sqlite": set(), "postgresql": {"0"}}


@pytest.fixture
def broken(embedded_store):
    """The store without the place where its tokens lie."""
    embedded_store.put([text(1, "ごみ")])
    statements = {
        "sqlite": "DROP TABLE tomoni_search_fts_ja_content",
        "postgresql": f"ALTER TABLE {StoredText._meta.db_table} DROP COLUMN lexemes",
    }
    with connection.cursor() as cursor:
        cursor.execute(statements[connection.vendor])
    return embedded_store


def test_store_goes_by_the_database(db):
    assert embedded().name == NAMES[connection.vendor]


def test_store_is_prepared_by_migrations(db):
    store = embedded()
    store.put([text(1, "ごみ"), text(2, "npo", locale="pt-br")])

    assert found(store, wanted("ごみ")) == [1]


def test_store_is_empty_once_its_tables_were_emptied(embedded_store):
    embedded_store.put([text(1, "ごみ"), text(2, "ごみ"), text(3, "npo", locale="pt-br")])

    # What emptying a database does: it knows Django's tables only, and tells of the migrations.
    StoredText.objects.all().delete()
    prepare()

    assert embedded_store.signatures(wanted("ごみ")) == {}
    assert list(embedded_store.vocabulary(locale="ja")) == []


def test_strays_are_overwritten(embedded_store):
    embedded_store.put([text(1, "旧", signature=3), text(2, "旧")])
    StoredText.objects.all().delete()

    embedded_store.put([text(1, "新", signature=4)])

    assert found(embedded_store, wanted("旧")) == []
    assert found(embedded_store, wanted("新")) == [1]
    assert embedded_store.signatures(wanted("新")) == {4: 1}


def test_strays_are_taken_out_when_the_store_is_prepared(embedded_store):
    embedded_store.put([text(1, "旧"), text(2, "旧")])
    StoredText.objects.filter(pk=1).delete()

    prepare()

    assert embedded_store.signatures(wanted("旧")) == {0: 1}


def test_failed_question_leaves_the_transaction_whole(broken):
    with transaction.atomic():
        for ask in (
            lambda: found(broken, wanted("ごみ")),
            lambda: broken.put([text(2, "ごみ")]),
        ):
            with pytest.raises(StoreUnavailableError):
                ask()
        StoredText.objects.filter(pk=1).update(version=7)

    assert StoredText.objects.get().version == 7


def test_documents_are_taken_as_they_come_and_the_newest_stays(embedded_store):
    given = [text(pk, "ごみ", version=2) for pk in range(1, 121)]
    late = [
        text(1, "旧", version=1),
        text(2, "新", version=2),
        text(3, "en", locale="en", version=3),
    ]

    embedded_store.put(one for one in [*given, *late])

    assert found(embedded_store, wanted("旧")) == []
    assert found(embedded_store, wanted("新")) == [2]
    assert found(embedded_store, wanted("en", locale="en")) == [3]
    assert sorted(found(embedded_store, wanted("ごみ"), limit=200)) == [1, *range(4, 121)]
    assert embedded_store.count(locale="ja") == 119


def test_documents_that_cannot_be_made_change_nothing(embedded_store):
    def documents():
        yield text(1, "ごみ")
        raise KeyError

    with pytest.raises(KeyError):
        embedded_store.put(documents())

    assert found(embedded_store, wanted("ごみ")) == []
    assert embedded_store.count(locale="ja") == 0


def test_change_that_fails_halfway_changes_nothing(embedded_store):
    embedded_store.put([text(1, "旧", version=1)])
    with pytest.raises((StoreUnavailableError, OverflowError)):
        embedded_store.put([text(1, "新", version=2), text(2, "新", signature=1 << 70)])

    assert found(embedded_store, wanted("旧")) == [1]
    assert embedded_store.count(locale="ja") == 1


def test_hostile_language_is_a_language_like_any(embedded_store):
    name = "x'; DROP TABLE t;-- \" %s"
    embedded_store.put([text(1, "ごみ", locale=name[:35])])

    assert found(embedded_store, wanted("ごみ", locale=name[:35])) == [1]
    assert list(embedded_store.vocabulary(locale=name[:35])) == [("ごみ", 1)]


@pytest.mark.parametrize("number", [1, 150])
def test_number_of_queries_does_not_grow_with_what_is_found(
    embedded_store, django_assert_num_queries, number
):
    embedded_store.put([text(pk, "ごみ") for pk in range(1, number + 1)])
    asked = wanted("ごみ", raw_word("ごみ"))
    with CaptureQueriesContext(connection) as first:
        found(embedded_store, asked, limit=number)

    # The languages' texts and steps, and the word in each field, are asked for once.
    assert len(first) <= FIRST[connection.vendor]
    with django_assert_num_queries(QUERIES[connection.vendor]):
        found(embedded_store, asked, limit=number)


def test_no_workers_are_called_for_words(embedded_store):
    embedded_store.put([text(1, "ごみ")])
    allowed = set()

    def noting(execute, sql, params, many, context):
        if "lexemes @@" in sql:
            server = context["connection"].connection
            allowed.update(server.execute("SHOW max_parallel_workers_per_gather").fetchone())
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noting):
        found(embedded_store, wanted("ごみ"))

    assert allowed == WORKERS[connection.vendor]


def test_token_of_no_text_is_not_looked_for_in_titles_too(embedded_store, monkeypatch):
    store, asked = type(embedded_store), []
    embedded_store.put([text(1, "ごみ"), text(2, "袋 ごみ")])
    find = store._found

    def noting(self, cursor, locale, looks):
        asked.extend(looks)
        return find(self, cursor, locale, looks)

    monkeypatch.setattr(store, "_found", noting)
    tokens = {"無": 3.0, "袋": 2.0, "ごみ": 1.0}

    assert found(embedded_store, graded(tokens, held={})) == [2, 1]
    assert {look.field for look in asked if look.ways == way_of("無")} == {Field.ANY}
    assert {look.field for look in asked if look.ways == way_of("袋")} == set(Field)


def test_graded_question_of_nothing_known_finds_nothing(embedded_store):
    embedded_store.put([text(1, "ごみ")])

    assert found(embedded_store, graded({"袋": 1.0})) == []
    assert embedded_store.signatures(graded({})) == {}
