"""What is changed while the whole index is written stands in it as it was changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from tomoni.home.models import StandardPage
from tomoni.search import services
from tomoni.search.models import IndexState, SearchChange, SearchDocument
from tomoni.search.services import moments, rebuilding
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


STATE, PAGES, TEXTS = (model._meta.db_table for model in (IndexState, Page, SearchDocument))
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


def test_change_is_counted_before_anything_of_it_is_read(page):
    """So who follows it waits for what is being written, and then finds it to take it out."""
    take_back(page)

    with CaptureQueriesContext(connection) as asked:
        services.drain()

    sql = [one["sql"] for one in asked]
    counted = [at for at, one in enumerate(sql) if one.startswith(f'UPDATE "{STATE}"')]
    touched = [at for at, one in enumerate(sql) if f'"{PAGES}"' in one or f'"{TEXTS}"' in one]
    assert counted[0] < touched[0]


def test_who_compares_holds_the_count_until_the_commit(page):
    moment = present_moment()

    with CaptureQueriesContext(connection) as asked:
        is_still(moment)

    held = [one["sql"] for one in asked if f'FROM "{STATE}"' in one["sql"]][-1]
    # SQLite lets one write at a time, from the beginning of the transaction on.
    assert held.endswith("FOR UPDATE") is connection.features.has_select_for_update
    assert connection.in_atomic_block
