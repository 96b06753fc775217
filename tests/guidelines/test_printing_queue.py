"""The queue: one row for each text, one maker at a time, nothing lost when one dies."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.guidelines.printed import make_document
from wagtail.models import Site

from tomoni.guidelines.models import GuidelinePage, PdfFile, PdfKind, PdfState
from tomoni.guidelines.printing import queue


@pytest.fixture
def document(site: Site) -> GuidelinePage:
    return make_document(site.root_page)


def ask(document: GuidelinePage, key: str = "a") -> PdfFile:
    return queue.ask_for(document=document, key=key, kind=PdfKind.DOCUMENT, language="ja")


def test_asking_twice_makes_one_row(document: GuidelinePage) -> None:
    first, second = ask(document), ask(document)

    assert (first.pk, first.state) == (second.pk, PdfState.WAITING)


def test_asking_stops_where_too_many_wait(
    document: GuidelinePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST_WAITING", 2)
    ask(document, "a"), ask(document, "b")

    with pytest.raises(queue.QueueFullError):
        ask(document, "c")

    assert ask(document, "b").state == PdfState.WAITING


def test_claiming_takes_one_at_a_time_and_the_longest_waiting(document: GuidelinePage) -> None:
    first = ask(document, "a")
    ask(document, "b")

    taken = [queue.claim(), queue.claim()]

    assert taken == [first, None]
    assert queue.is_making()


def test_database_refuses_a_second_maker(document: GuidelinePage) -> None:
    ask(document, "a"), ask(document, "b")
    queue.claim()

    with pytest.raises(IntegrityError), transaction.atomic():
        PdfFile.objects.filter(key="b").update(state=PdfState.MAKING)


def test_row_of_a_dead_maker_waits_again_and_fails_the_third_time(document: GuidelinePage) -> None:
    ask(document)
    states = []

    for _time in range(3):
        queue.claim()
        PdfFile.objects.update(beat_at=timezone.now() - queue.SILENCE - timedelta(seconds=1))
        queue.recover()
        states.append(PdfFile.objects.get().state)

    assert states == [PdfState.WAITING, PdfState.WAITING, PdfState.FAILED]


def test_maker_that_shows_life_is_left_alone(document: GuidelinePage) -> None:
    ask(document)
    queue.claim()

    recovered = queue.recover()

    assert (recovered, PdfFile.objects.get().state) == (0, PdfState.MAKING)


def test_failure_rests_before_it_is_tried_anew(document: GuidelinePage) -> None:
    row = ask(document)
    row.state, row.begun_at = PdfState.FAILED, timezone.now()
    row.save()

    soon = ask(document).state
    PdfFile.objects.update(begun_at=timezone.now() - queue.REST - timedelta(seconds=1))
    later = ask(document).state

    assert (soon, later) == (PdfState.FAILED, PdfState.WAITING)


def test_lost_file_is_made_anew(document: GuidelinePage) -> None:
    row = ask(document)
    row.file.save("lost.pdf", ContentFile(b"%PDF"), save=False)
    row.state = PdfState.READY
    row.save()

    kept = ask(document).state
    row.file.storage.delete(row.file.name)

    assert (kept, ask(document).state) == (PdfState.READY, PdfState.WAITING)
