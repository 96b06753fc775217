"""A chapter with a door of its own is named to nobody outside, also once it is gone."""

import pytest
from django.test import Client
from tests.editing.conftest import hall  # noqa: F401 -- a fixture
from tests.editing.people import fresh
from wagtail.models import PageViewRestriction

from tomoni.guidelines.models import Change, FormerHeading

TITLE, WHY = "ひみつの章", "ひみつの理由"
PATHS = ("", "all/", "one/", "two/", "editions/", "changes.atom", "compare/", "s/s-0000000b/")


def leave(page):
    """Do nothing."""


def withdraw(page):
    page.unpublish()


def delete(page):
    page.delete()


def withdraw_and_delete(page):
    page.unpublish()
    fresh(page).delete()


@pytest.mark.parametrize("act", [leave, withdraw, delete, withdraw_and_delete])
def test_closed_chapter_is_named_nowhere(hall, act, django_capture_on_commit_callbacks):  # noqa: F811
    PageViewRestriction.objects.create(page=hall.second, restriction_type="login")
    page = fresh(hall.second)
    page.title, page.change_note = TITLE, WHY
    page.save_revision().publish()

    with django_capture_on_commit_callbacks(execute=True):
        act(fresh(hall.second))

    answers = {path: Client().get(f"/ja/guideline/{path}").content.decode() for path in PATHS}
    assert [path for path, html in answers.items() if TITLE in html or WHY in html] == []
    assert Change.objects.filter(document=hall.document).count() >= 2


def test_open_chapter_is_still_named_when_it_is_gone(hall, django_capture_on_commit_callbacks):  # noqa: F811
    with django_capture_on_commit_callbacks(execute=True):
        fresh(hall.second).delete()

    gone = Client().get("/ja/guideline/s/s-0000000b/")

    assert (gone.status_code, "進め方" in gone.content.decode()) == (410, True)
    assert "進め方" in Client().get("/ja/guideline/editions/").content.decode()
    assert FormerHeading.objects.filter(anchor="s-0000000b").exists()


def test_closed_chapter_is_named_to_nobody_by_the_memory_of_its_headings(hall):  # noqa: F811
    FormerHeading.objects.create(
        document=hall.document, slug="two", anchor="s-00000001", title=TITLE
    )
    PageViewRestriction.objects.create(page=hall.second, restriction_type="login")

    assert TITLE not in Client().get("/ja/guideline/all/").content.decode()
