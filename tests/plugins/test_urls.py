"""Mounted addresses: named by their owner; a broken module costs only its own."""

import sys
from types import ModuleType

import pytest
from django.http import HttpResponse
from django.urls import URLResolver, path
from django.urls.resolvers import RegexPattern

from tomoni.plugins import UrlMount, problems
from tomoni.plugins.urls import plugin_urlpatterns


def view(_request):
    return HttpResponse("answer")


@pytest.fixture
def urlconf(monkeypatch):
    def make(name, **content):
        module = ModuleType(name)
        vars(module).update(content)
        monkeypatch.setitem(sys.modules, name, module)
        return name

    return make


@pytest.fixture
def reported(monkeypatch):
    found = []
    monkeypatch.setattr(problems, "_met_while_running", found)
    return found


def resolver():
    return URLResolver(RegexPattern(r"^/"), plugin_urlpatterns())


def test_mount_is_reversed_by_its_owner(extensions, urlconf):
    good = urlconf("made_good_urls", urlpatterns=[path("<int:number>/", view, name="one")])

    with extensions(UrlMount("things", good), owner="owner"):
        root = resolver()

    match = root.resolve("/things/7/")
    assert (match.view_name, match.kwargs) == ("plugins:owner:one", {"number": 7})


@pytest.mark.parametrize(
    "content",
    [{}, {"urlpatterns": ["no pattern"]}, {"urlpatterns": 7}],
    ids=["no patterns", "no pattern", "no list"],
)
def test_broken_mount_is_reported_and_costs_only_its_own(
    extensions, urlconf, settings, reported, content
):
    settings.PLUGINS_STRICT = False
    good = urlconf("made_good_urls", urlpatterns=[path("", view, name="index")])
    bad = urlconf("made_bad_urls", **content)

    with extensions(UrlMount("bad", bad), owner="bad"), extensions(UrlMount("good", good)):
        root = resolver()

    assert root.resolve("/good/").func is view
    assert [(problem.code.value, problem.plugin) for problem in reported] == [
        ("tomoni.W010", "bad")
    ]


def test_missing_module_of_patterns_raises_when_strict(extensions):
    with extensions(UrlMount("bad", "no.such.module")), pytest.raises(ModuleNotFoundError):
        plugin_urlpatterns()
