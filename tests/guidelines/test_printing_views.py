"""PDFs over HTTP: made once, in the background, and closed where the document is closed."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.files.storage import storages
from django.test import Client
from tests.guidelines.printed import change_chapter, make_document, text
from wagtail.models import Site

from tomoni.accounts.models import User
from tomoni.guidelines.drafts import ChapterDraft
from tomoni.guidelines.models import Audience, ChapterPage, GuidelinePage, PdfFile, PdfState
from tomoni.guidelines.printing import ahead, library, making, queue
from tomoni.guidelines.printing.links import pdf_link
from tomoni.home.frame_building import build_frame

PDF = "/ja/guideline/document.pdf"


@pytest.fixture(autouse=True)
def reset_library() -> Iterator[None]:
    yield
    library.can_print.cache_clear()


@pytest.fixture
def document(site: Site) -> GuidelinePage:
    return make_document(site.root_page)


def get(path: str = PDF, client: Client | None = None, **headers: str):
    """Return an answer whose file, where it is one, has been read and closed."""
    answer = (client or Client()).get(path, headers=headers)
    answer.data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer


def test_first_visitor_waits_and_finds_the_file_later(document: GuidelinePage) -> None:
    waiting = get()
    made = making.make_waiting()
    ready = get()

    assert (waiting.status_code, made, ready.status_code) == (202, 1, 200)
    assert '<meta http-equiv="refresh" content="4">' in waiting.content.decode()
    data = ready.data
    assert data.startswith(b"%PDF-1.7")
    name = quote("ともに市の指針（初版）.pdf")
    assert {
        key: ready.headers.get(key)
        for key in ("Content-Type", "Content-Length", "Content-Disposition", "X-Robots-Tag")
    } == {
        "Content-Type": "application/pdf",
        "Content-Length": str(len(data)),
        "Content-Disposition": f"inline; filename*=utf-8''{name}",
        "X-Robots-Tag": None,
    }


def test_finished_file_travels_once(document: GuidelinePage) -> None:
    get()
    making.make_waiting()
    first = get()

    again = get(PDF, None, **{"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_progress_is_told_to_scripts(document: GuidelinePage) -> None:
    get()

    answer = get(PDF, None, Accept="application/json")

    assert answer.json() == {"state": "waiting", "done": 0, "total": 0}


def test_changed_text_is_made_anew_and_the_old_file_goes(document: GuidelinePage) -> None:
    get()
    making.make_waiting()
    old = PdfFile.objects.get().file.name
    change_chapter(ChapterPage.objects.get(slug="one"), text("t1", "ちがう話。"))

    status = get().status_code
    making.make_waiting()

    assert status == 202
    assert PdfFile.objects.get().state == PdfState.READY
    assert not storages["pdfs"].exists(old)


def test_text_that_changes_while_it_waits_is_made_as_it_is_then(document: GuidelinePage) -> None:
    get()
    change_chapter(ChapterPage.objects.get(slug="one"), text("t1", "ちがう話。"))

    making.make_waiting()

    assert (PdfFile.objects.count(), get().status_code) == (1, 200)


def test_old_edition_keeps_its_own_pdf(document: GuidelinePage) -> None:
    document.edition = "第２版"
    document.save_revision().publish()

    waiting = get("/ja/guideline/editions/初版/document.pdf")
    making.make_waiting()
    ready = get("/ja/guideline/editions/初版/document.pdf")

    assert (waiting.status_code, ready.status_code) == (202, 200)
    assert ready.headers["X-Robots-Tag"] == "noindex"
    assert PdfFile.objects.get().edition.label == "初版"
    assert get("/ja/guideline/editions/第９版/document.pdf").status_code == 404


def test_failure_is_said_with_a_way_out(
    document: GuidelinePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    get()
    monkeypatch.setattr(making, "LONGEST", -making.BEAT)

    making.make_waiting()
    response = get()

    assert response.status_code == 500
    assert PdfFile.objects.get().error == "TooLongError: "
    assert "ブラウザ" in response.content.decode()


def test_many_waiting_are_refused_with_a_sentence(
    document: GuidelinePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST_WAITING", 0)

    response = get()

    assert (response.status_code, response.headers["Retry-After"]) == (503, "300")


def test_closed_document_keeps_its_pdf_closed(document: GuidelinePage) -> None:
    get()
    making.make_waiting()
    document.audience = Audience.STAFF
    document.save_revision().publish()
    making.make_waiting()
    resident = User.objects.create_user("resident", "r@town.example", password="long-enough-7")
    editor = User.objects.create_user("editor", "e@town.example", password="long-enough-7")
    editor.groups.add(Group.objects.get(name="編集者"))
    answers = []

    for user in (None, resident, editor):
        client = Client()
        if user:
            client.force_login(user)
        answers.append(get(client=client).status_code)

    assert answers == [302, 302, 200]


def test_stored_file_has_no_address(document: GuidelinePage) -> None:
    get()
    making.make_waiting()
    row = PdfFile.objects.get()
    stored = Path(row.file.path)

    statuses = [
        get(f"/media/{place}").status_code
        for place in (row.file.name, f"pdfs/{row.file.name}", f"../pdfs/{row.file.name}")
    ]

    assert stored.is_file()
    assert not stored.is_relative_to(settings.MEDIA_ROOT)
    assert statuses == [404, 404, 404]


def test_periodic_work_makes_pdfs_ahead_and_cleans(document: GuidelinePage) -> None:
    ahead.run()
    ready = get().status_code
    document.delete()

    making.clean()

    assert (ready, PdfFile.objects.count()) == (200, 0)


@pytest.mark.parametrize("chapters", [1, 3])
def test_asking_for_a_pdf_costs_the_same_for_every_length(
    site: Site, chapters: int, django_assert_num_queries
) -> None:
    drafts = [
        ChapterDraft(number="", title=f"章{n}", slug=f"c{n}", body=[text(f"x{n}", "文")])
        for n in range(chapters)
    ]
    make_document(site.root_page, chapters=drafts)
    making.make_waiting()
    get()
    making.make_waiting()
    get()

    with django_assert_num_queries(6):
        get()


def test_page_without_pango_leads_to_the_browser_instead(
    document: GuidelinePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "find_spec", lambda _name: None)
    library.can_print.cache_clear()

    response = get()

    assert response.status_code == 503
    assert "ブラウザ" in response.content.decode()
    document.refresh_from_db()
    frame = build_frame(site=Site.objects.get(), code="ja")
    assert pdf_link(document=document, frame=frame).is_offered is False
