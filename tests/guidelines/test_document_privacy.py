"""What of a document is not for everybody: staff documents, and names after the agreed day."""

import json
from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from tests.guidelines.test_document_pages import guideline  # noqa: F401 -- a fixture
from tests.guidelines.test_reading import anchor, block_id, get

from tomoni.accounts.models import User
from tomoni.guidelines import drafts
from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.texts import text_of
from tomoni.testing import factories


@pytest.fixture
def staff_document(guideline: GuidelinePage) -> GuidelinePage:  # noqa: F811 -- the fixture's value
    document = GuidelinePage.objects.get(pk=guideline.pk)
    document.audience = "staff"
    document.save_revision().publish()
    return document


@pytest.mark.parametrize("path", ["", "one/", "all/", f"s/{anchor('約束')}/", "never/"])
def test_staff_document_is_open_to_staff_only(staff_document: GuidelinePage, path: str) -> None:
    editor, resident = (
        User.objects.create_user(username=name, password="x", email=f"{name}@example.jp")
        for name in ("editor", "resident")
    )
    editor.groups.set(Group.objects.filter(name="編集者"))
    answers = {}
    for name, user in (("nobody", None), ("resident", resident), ("editor", editor)):
        client = Client()
        if user:
            client.force_login(user)
        answers[name] = client.get(f"/ja/guideline/{path}")

    expected = {"never/": 404, f"s/{anchor('約束')}/": 302}.get(path, 200)
    assert answers["editor"].status_code == expected
    for name in ("nobody", "resident"):
        answer = answers[name]
        assert answer.status_code in (302, 403)
        assert "guideline/two" not in answer.get("Location", "")
        assert "ともに市の指針" not in answer.content.decode()


def test_names_of_a_roster_leave_page_search_and_old_editions(
    guideline: GuidelinePage,  # noqa: F811 -- the fixture's value
) -> None:
    roster = drafts.roster(
        block_id=block_id("roster"),
        title="委員名簿",
        members=[drafts.Member("田中一郎", category="市民")],
        retention_until=date(2020, 3, 31),
        consented=True,
    )
    chapter = factories.make_chapter(guideline, slug="people", body=json.dumps([roster]))

    html, whole = get("/ja/guideline/people/"), get("/ja/guideline/all/")
    found = chapter.body.stream_block.get_searchable_content(chapter.body)
    edition = GuidelinePage.objects.get(pk=guideline.pk).editions.get()

    assert ("委員名簿" in html, "田中一郎" in html, "田中一郎" in whole) == (True, False, False)
    assert "田中一郎" not in str(found)
    assert "田中一郎" in json.dumps(edition.text, ensure_ascii=False)
    assert "田中一郎" not in str(text_of(edition))
