"""The outbox: no change is lost, and a bad one stops no other."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from tomoni.home.models import Section, StandardPage
from tomoni.search.models import SearchChange
from tomoni.search.services import following, indexing, outbox
from tomoni.testing import factories

Kind = SearchChange.Kind


@pytest.fixture
def page(site) -> StandardPage:
    SearchChange.objects.all().delete()
    return factories.make_page(site.root_page, title="ごみの頁")


def test_change_is_noted_in_the_transaction_that_makes_it(site):
    SearchChange.objects.all().delete()

    with transaction.atomic():
        factories.make_page(site.root_page)
        noted = SearchChange.objects.exists()
        transaction.set_rollback(True)

    assert (noted, SearchChange.objects.exists()) == (True, False)


def test_what_was_not_followed_is_followed_later(page, indexed):
    # Nothing was committed, as if the process had died before it could follow.
    assert indexed() == []

    outbox.drain()

    assert indexed() == ["ごみの頁"]
    assert not SearchChange.objects.exists()


def test_several_saves_of_an_object_are_followed_once(page, monkeypatch):
    followed = []
    known = indexing.index_objects

    def watched(**arguments):
        followed.append(arguments["keys"])
        return known(**arguments)

    monkeypatch.setattr(indexing, "index_objects", watched)
    page.save()
    page.save()

    outbox.drain()

    assert followed == [[str(page.pk)]]


def test_bad_change_stops_no_other_and_is_tried_later_and_later(page, indexed, monkeypatch):
    outbox.note(Kind.OBJECT, model=Section, key="no number")

    outbox.drain()

    bad = SearchChange.objects.get()
    assert indexed() == ["ごみの頁"]
    assert (bad.attempts, "no number" in bad.error) == (1, True)
    assert bad.next_try > timezone.now() + timedelta(seconds=50)
    waits = []
    for _attempt in outbox.WAITS[1:]:
        SearchChange.objects.update(next_try=timezone.now())
        outbox.drain()
        bad.refresh_from_db()
        waits.append(round((bad.next_try - timezone.now()).total_seconds() / 60))
    assert waits == list(outbox.WAITS[1:])


def test_change_that_always_fails_is_given_up_but_kept(page):
    change = SearchChange.objects.create(
        kind=Kind.OBJECT,
        model="tomoni_home.Section",
        object_key="x",
        attempts=len(outbox.WAITS) + 1,
    )

    outbox.drain()

    change.refresh_from_db()
    assert change.attempts == len(outbox.WAITS) + 1


def test_newer_save_of_an_object_replaces_its_failure(page, indexed):
    failure = SearchChange.objects.create(
        kind=Kind.OBJECT,
        model="wagtailcore.Page",
        object_key=str(page.pk),
        attempts=3,
        next_try=timezone.now() + timedelta(hours=1),
    )

    outbox.drain()

    assert not SearchChange.objects.filter(pk=failure.pk).exists()
    assert indexed() == ["ごみの頁"]


def test_change_of_a_plugin_that_is_off_is_dropped(db):
    SearchChange.objects.create(kind=Kind.OBJECT, model="gone.Thing", object_key="1")
    SearchChange.objects.create(kind=Kind.FORGOTTEN, model="gone.Thing", object_key="2")

    outbox.drain()

    assert not SearchChange.objects.exists()


def test_request_follows_only_so_many_changes_itself(site, committed, indexed, monkeypatch):
    monkeypatch.setattr(following, "AT_ONCE", 0)

    with committed():
        factories.make_page(site.root_page)
    before = indexed()
    following.follow()

    assert (before, len(indexed())) == ([], 1)


def test_limit_is_kept_within_a_batch(site):
    SearchChange.objects.all().delete()
    for number in range(3):
        factories.make_page(site.root_page, title=f"頁{number}")

    assert outbox.drain(limit=2) == 2
    assert outbox.is_waiting()


def test_what_another_process_has_in_hand_is_left_to_it(page, monkeypatch):
    looked_at = []
    monkeypatch.setattr(outbox, "_follow", lambda _change, same: looked_at.extend(same))

    outbox.drain()

    assert looked_at == sorted(SearchChange.objects.values_list("pk", flat=True))


def test_site_may_leave_following_to_run_due(site, committed, indexed, settings):
    settings.TOMONI_SEARCH_AT_ONCE = False

    with committed():
        factories.make_page(site.root_page)
    before = indexed()
    following.follow_due()

    assert (before, len(indexed())) == ([], 1)
