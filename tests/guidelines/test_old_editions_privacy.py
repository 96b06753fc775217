"""Chapters that were closed and deleted: nothing open is lost, and nothing closed is opened."""

import pytest
from django.test import Client
from tests.guidelines.test_editions import edited, make, publish_draft
from tests.guidelines.test_reading import anchor
from wagtail.models import PageViewRestriction, Site

from tomoni.guidelines.models import ChapterPage, GuidelinePage

OLD = "/ja/guideline/editions/第1版/"


@pytest.fixture
def document(site: Site) -> GuidelinePage:
    return make(site)


def close(chapter: ChapterPage) -> None:
    PageViewRestriction.objects.create(page=chapter, restriction_type=PageViewRestriction.LOGIN)


def test_chapter_closed_after_its_edition_and_deleted_stays_readable(
    document: GuidelinePage,
) -> None:
    publish_draft(edited(document, edition="第２版"))
    chapter = ChapterPage.objects.get(slug="two")
    close(chapter)
    closed = Client().get(OLD).content.decode()

    chapter.delete()

    again = Client().get(OLD).content.decode()
    assert ("まちをつくる。" in closed, "話しあう。" in closed) == (True, False)
    assert ("まちをつくる。" in again, "話しあう。" in again) == (True, True)


def test_chapter_closed_in_its_edition_is_not_opened_by_deleting_it(
    document: GuidelinePage, django_capture_on_commit_callbacks
) -> None:
    chapter = ChapterPage.objects.get(slug="two")
    close(chapter)
    publish_draft(ChapterPage.objects.get(slug="one"))
    with django_capture_on_commit_callbacks(execute=True):
        edited(chapter, ends_with_edition=True)
        publish_draft(edited(document, edition="第２版"))
        ChapterPage.objects.get(slug="two").delete()

    old = Client().get(OLD).content.decode()
    gone = Client().get(f"/ja/guideline/s/{anchor('進め方')}/")

    assert ("まちをつくる。" in old, "話しあう。" in old, "進め方" in old) == (True, False, False)
    assert "進め方" not in gone.content.decode()
