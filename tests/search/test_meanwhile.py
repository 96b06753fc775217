"""What is changed while the whole index is written stands in it as it was changed."""

from contextlib import suppress
from threading import Thread

import pytest
from django.db import OperationalError, connection
from wagtail.models import Page, PageViewRestriction

from tomoni.home.models import StandardPage
from tomoni.search import services
from tomoni.search.models import SearchChange, SearchDocument
from tomoni.search.services import indexing, moments, rebuilding
from tomoni.search.services.indexing import index_read, read_objects
from tomoni.search.services.moments import is_still, present_moment
from tomoni.testing import factories


@pytest.fixture
def page(site) -> StandardPage:
    """A live page that the index does not know yet."""
    made = factories.make_page(site.root_page, title="ごみの頁")
    SearchChange.objects.all().delete()
    return made


@pytest.fixture
def rebuild(monkeypatch):
    """`rebuild(change)` changes something when all is read and nothing written yet."""

    def run(change):
        def write(read):
            change()
            return index_read(read)

        monkeypatch.setattr(rebuilding, "index_read", write)
        services.rebuild(started=lambda _total: None, advanced=lambda _steps: None)

    return run


def take_back(page):
    StandardPage.objects.get(pk=page.pk).unpublish()


def close(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def rename(page):
    known = StandardPage.objects.get(pk=page.pk)
    known.title = "水の頁"
    known.save_revision().publish()


LEFT = {take_back: [], close: [], rename: ["水の頁"]}


@pytest.fixture(params=[False, True], ids=["new", "known"])
def in_index(request, page):
    """The page, which the index knows or not."""
    if request.param:
        services.index_objects(model=Page, keys=[page.pk])
    return page


@pytest.mark.parametrize("is_followed", [False, True])
@pytest.mark.parametrize("change", LEFT)
def test_change_between_reading_and_writing_is_heeded(
    in_index, rebuild, indexed, change, is_followed
):
    def meanwhile():
        change(in_index)
        if is_followed:
            services.drain()

    rebuild(meanwhile)

    assert indexed() == LEFT[change]


def test_what_was_not_changed_is_written_as_it_was_read(page, indexed):
    read = read_objects(model=Page, keys=[page.pk])
    # Changed behind everybody's back, to tell what is written.
    Page.objects.filter(pk=page.pk).update(title="x")

    index_read(read)

    assert indexed() == ["ごみの頁"]


def test_moment_ends_when_a_change_comes_or_is_followed(page):
    assert is_still(present_moment())

    before = present_moment()
    page.save()
    assert not is_still(before)

    waiting = present_moment()
    assert is_still(waiting)
    services.drain()
    assert not is_still(waiting)
    assert is_still(present_moment())


def test_very_many_changes_are_not_compared(page, monkeypatch):
    monkeypatch.setattr(moments, "MOST_WAITING", 2)
    page.save()
    assert is_still(present_moment())

    factories.make_page(page.get_parent())

    assert SearchChange.objects.count() >= 2
    assert not is_still(present_moment())


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_who_follows_a_change_waits_for_what_is_being_written(page, settings, monkeypatch):
    """Else the other one would find nothing to take out, and then it would be written."""
    settings.TOMONI_SEARCH_AT_ONCE = True
    services.forget_objects(model=Page, keys=[page.pk])

    def official():
        # SQLite in memory refuses where a file lets wait.
        while not StandardPage.objects.filter(pk=page.pk, live=False).exists():
            with suppress(OperationalError):
                take_back(page)
        connection.close()

    other = Thread(target=official)

    def compared(moment):
        found = is_still(moment)
        other.start()
        other.join(1)
        assert other.is_alive()
        return found

    monkeypatch.setattr(indexing, "is_still", compared)
    count = index_read(read_objects(model=Page, keys=[page.pk])).count
    other.join()

    assert count == 1
    assert not SearchChange.objects.exists()
    assert not SearchDocument.objects.exists()
