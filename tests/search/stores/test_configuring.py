"""What operators write about Elasticsearch is understood, or answered with a sentence."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from tomoni.search import defaults
from tomoni.search.stores.checks import check_store
from tomoni.search.stores.elasticsearch.configuring import Configuration, read

GIVEN = {**defaults.TOMONI_SEARCH, "STORE": "elasticsearch", "HOSTS": "https://one.example:9200"}


def said(settings, **changed):
    settings.TOMONI_SEARCH = GIVEN | changed
    settings.LANGUAGE_CODE = "en"
    return [(message.id, str(message.msg)) for message in check_store()]


def test_all_that_is_needed_is_an_address(settings):
    assert said(settings) == []
    assert read(settings.TOMONI_SEARCH) == Configuration(hosts=("https://one.example:9200",))


def test_everything_can_be_said(settings, tmp_path):
    authority = tmp_path / "ca.crt"
    authority.touch()
    more = {
        "HOSTS": " https://one.example:9200/, https://two.example:9200 ,",
        "USER": "town",
        "PASSWORD": "秘密",
        "CA_CERTS": str(authority),
        "INDEX": "mitaka-search_1",
        "SHARDS": "2",
        "REPLICAS": "0",
        "TIMEOUT": "1.5",
    }

    assert said(settings, **more) == []
    assert read(settings.TOMONI_SEARCH) == Configuration(
        hosts=("https://one.example:9200", "https://two.example:9200"),
        user="town",
        password="秘密",
        ca_certs=str(authority),
        index="mitaka-search_1",
        shards=2,
        replicas=0,
        timeout=1.5,
    )


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"HOSTS": " , "}, "TOMONI_ELASTICSEARCH is empty: name the server"),
        ({"HOSTS": "search:9200"}, "names “search:9200”: write https://NAME:PORT."),
        ({"HOSTS": "https://search"}, "names “https://search”: write https://NAME:PORT."),
        ({"HOSTS": "https://[search:9200"}, "write https://NAME:PORT."),
        ({"API_KEY": "k", "USER": "u", "PASSWORD": "p"}, "either an API key or a user"),
        ({"USER": "u"}, "TOMONI_ELASTICSEARCH_USER and TOMONI_ELASTICSEARCH_PASSWORD go together."),
        ({"CA_CERTS": "/nowhere/ca.crt"}, "names /nowhere/ca.crt, which is no file."),
        ({"INDEX": "Mitaka"}, "TOMONI_ELASTICSEARCH_INDEX is “Mitaka”"),
        ({"INDEX": "mitaka--x"}, "TOMONI_ELASTICSEARCH_INDEX is “mitaka--x”"),
        ({"SHARDS": "0"}, "TOMONI_ELASTICSEARCH_SHARDS is “0”: write a whole number from 1"),
        ({"REPLICAS": "two"}, "TOMONI_ELASTICSEARCH_REPLICAS is “two”: write a whole number"),
        ({"TIMEOUT": "0"}, "TOMONI_ELASTICSEARCH_TIMEOUT is “0”: write seconds, such as 0.8."),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_cannot_work_is_an_error(settings, changed, sentence):
    [(code, told)] = said(settings, **changed)

    assert (code, sentence in told) == ("tomoni_search.E003", True)
    with pytest.raises(ImproperlyConfigured, match=r"."):
        read(settings.TOMONI_SEARCH)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"VERIFY": False}, "whoever stands between can read"),
        ({"HOSTS": "http://one.example:9200", "API_KEY": "k"}, "unencrypted to http://one.example"),
    ],
)
def test_what_should_not_be_so_is_a_warning(settings, changed, sentence):
    [(code, told)] = said(settings, **changed)

    assert (code, sentence in told) == ("tomoni_search.W002", True)


def test_unknown_store_is_an_error(settings):
    assert said(settings, STORE="solr") == [
        (
            "tomoni_search.E001",
            "TOMONI_SEARCH asks for the store “solr”; there are database, elasticsearch.",
        )
    ]


def test_nothing_is_asked_of_those_who_use_the_database(settings):
    assert said(settings, STORE="database", HOSTS="nonsense") == []
