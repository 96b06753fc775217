"""Outsiders see a draft by its link alone, for its time, and nothing else."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.editing.conftest import OTHER, hall  # noqa: F401 -- a fixture
from tests.editing.people import (
    APPROVER,
    EDITOR,
    TRANSLATOR,
    form_of,
    fresh,
    person,
    save,
    signed_in,
    told,
)

from tomoni.guidelines.editing.preview_views import draft_address
from tomoni.guidelines.models import PreviewLink
from tomoni.guidelines.services.previews import make_preview_link
from tomoni.testing import factories


@pytest.fixture
def link(hall):  # noqa: F811 -- the fixture
    body = [(OTHER, "paragraph", '<p>新しい下書き。<a href="#s-0000000a">第１章</a></p>')]
    save(hall.writes, hall.second, form_of(hall.second, title="直した進め方", body=body))
    return make_preview_link(page=hall.document, by=hall.editor, days=7, note="審議会の皆さん")


def address(link, page=None):
    if page is None:
        return reverse("plugins:tomoni_guidelines:preview", args=[link.token])
    return reverse("plugins:tomoni_guidelines:preview_page", args=[link.token, page.pk])


def test_link_shows_the_drafts_of_the_whole_document(hall, link):  # noqa: F811
    first = Client().get(address(link))
    second = Client().get(address(link, hall.second))

    assert "確認用・公開前" in first.content.decode()
    assert "直した進め方" in first.content.decode()
    html = second.content.decode()
    assert "新しい下書き。" in html
    assert f'href="{address(link, hall.chapter)}"' in html
    assert "新しい下書き。" not in Client().get("/ja/guideline/two/").content.decode()


def test_link_is_kept_by_nobody(link):
    response = Client().get(address(link))

    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response.headers["Cache-Control"] == "no-store, private"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.cookies == {}
    assert '<meta name="robots" content="noindex, nofollow">' in response.content.decode()


@pytest.mark.parametrize("how", ["expired", "revoked"])
def test_link_that_is_over_says_so(link, how):
    now = timezone.now()
    changed = {"expired": {"expires_at": now}, "revoked": {"revoked_at": now}}[how]
    PreviewLink.objects.update(**changed)

    response = Client().get(address(link))

    assert response.status_code == 410
    assert "使えなくなりました" in response.content.decode()
    assert "新しい下書き" not in response.content.decode()


def test_link_opens_no_other_page(hall, link, site):  # noqa: F811
    other = factories.make_guideline(site.root_page, title="別の文書")
    of_chapter = make_preview_link(page=hall.chapter, by=hall.editor, days=1)

    statuses = [
        Client().get(address(link, other)).status_code,
        Client().get(address(of_chapter, hall.second)).status_code,
        Client().get(address(of_chapter, hall.chapter)).status_code,
        Client().get("/ja/preview/made-up/").status_code,
        Client().post(address(link)).status_code,
    ]

    assert statuses == [404, 404, 200, 404, 405]


def test_document_never_published_is_shown_too(hall, site):  # noqa: F811
    fresh(hall.document).unpublish()
    link = make_preview_link(page=hall.document, by=hall.editor, days=7)

    assert Client().get(address(link)).status_code == 200
    assert Client().get("/ja/guideline/").status_code == 404


def test_tokens_are_long_and_never_alike(hall):  # noqa: F811
    links = [make_preview_link(page=hall.document, by=None, days=1) for _time in range(3)]

    assert len({one.token for one in links}) == 3
    assert all(re.fullmatch(r"[\w-]{43}", one.token) for one in links)


def test_editor_makes_and_revokes_a_link(hall):  # noqa: F811
    url = reverse("tomoni_preview_links", args=[hall.document.pk])

    made = hall.writes.post(url, {"days": "7", "note": "審議会"}, follow=True)
    link = PreviewLink.objects.get()
    taken = hall.writes.post(reverse("tomoni_revoke_preview_link", args=[link.pk]), follow=True)

    assert f"http://testserver{address(link)}" in made.content.decode()
    assert timedelta(days=6) < link.expires_at - timezone.now() <= timedelta(days=7)
    assert (link.note, link.made_by) == ("審議会", hall.editor)
    assert any("使えなくなりました" in one for one in told(taken))
    assert Client().get(address(link)).status_code == 410


def test_time_is_chosen_from_the_list_only(hall):  # noqa: F811
    url = reverse("tomoni_preview_links", args=[hall.document.pk])

    hall.writes.post(url, {"days": "3650"})

    assert PreviewLink.objects.count() == 0


def test_document_for_staff_is_shown_by_a_link_with_a_warning(hall):  # noqa: F811
    hall.document.audience = "staff"
    hall.document.save()
    hall.document.save_revision().publish()
    link = make_preview_link(page=hall.document, by=hall.editor, days=1)
    url = reverse("tomoni_preview_links", args=[hall.document.pk])

    assert "職員限定の文書です" in hall.writes.get(url).content.decode()
    assert Client().get(address(link)).status_code == 200
    assert Client().get("/ja/guideline/").status_code in {302, 403, 404}


@pytest.mark.parametrize(
    ("groups", "may"), [([EDITOR], True), ([APPROVER], True), ([TRANSLATOR], True), ([], False)]
)
def test_who_may_edit_gives_links(hall, groups, may):  # noqa: F811
    client = signed_in(person("someone", *groups))
    link = make_preview_link(page=hall.document, by=hall.editor, days=1)

    names = ("tomoni_preview_links", "tomoni_findings")
    answers = [client.get(reverse(name, args=[hall.document.pk])).status_code for name in names]
    draft = client.get(draft_address(document=hall.document, target=hall.chapter.pk)).status_code
    client.post(reverse("tomoni_revoke_preview_link", args=[link.pk]))

    assert (answers, draft) == (([200] * 2, 200) if may else ([302] * 2, 403))
    link.refresh_from_db()
    assert (link.revoked_at is not None) == may


def test_visitor_finds_no_door_to_the_drafts(hall):  # noqa: F811
    url = draft_address(document=hall.document, target=hall.chapter.pk)

    assert Client().get(url).status_code == 403


def test_approver_looks_through_the_whole_draft(hall, link):  # noqa: F811
    url = draft_address(document=hall.document, target=hall.second.pk)

    html = hall.approves.get(url).content.decode()

    assert "新しい下書き。" in html
    assert draft_address(document=hall.document, target=hall.chapter.pk) in html


@pytest.mark.parametrize("is_live", [True, False])
def test_draft_leads_only_where_its_link_opens(hall, link, is_live):  # noqa: F811
    if not is_live:
        fresh(hall.document).unpublish()
    of_chapter = make_preview_link(page=hall.chapter, by=hall.editor, days=1)
    pages = [address(link), address(link, hall.chapter), address(of_chapter)]

    ways = {
        way
        for page in pages
        for way in re.findall(r'href="([^"#]+)', Client().get(page).content.decode())
    }
    led = {way for way in ways if way.startswith("/ja/preview/")}

    assert {way: Client().get(way).status_code for way in led} == dict.fromkeys(led, 200)
    assert [way for way in ways if not re.match("/|http|mailto:|tel:", way)] == []
    assert led >= {address(link, hall.chapter), address(link, hall.second)}
