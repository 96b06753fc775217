"""Editors open and save guidelines in the admin; what leads to a section goes on leading there."""

import uuid

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tomoni.guidelines import drafts, services
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft
from tomoni.guidelines.models import ChapterPage, Heading

HEADING, TEXT = uuid.uuid4(), uuid.uuid4()


@pytest.fixture
def chapter(site: Site) -> ChapterPage:
    document = services.create_guideline(
        parent=site.root_page,
        draft=GuidelineDraft(
            title="指針",
            slug="guideline",
            body=[],
            chapters=[
                ChapterDraft(
                    number="第１章",
                    title="はじまり",
                    slug="one",
                    body=[
                        drafts.heading(block_id=HEADING, number="第１節", text="ことば", level=2),
                        drafts.paragraph(block_id=TEXT, html="<p>文です。</p>"),
                        drafts.set_aside(block_id=uuid.uuid4(), text="図", reason="figure"),
                    ],
                )
            ],
        ),
        publish=True,
    )
    return ChapterPage.objects.child_of(document).get()


@pytest.fixture
def editor(db: None) -> Client:
    user = get_user_model().objects.create_superuser("chief", "chief@example.jp", "x")
    client = Client()
    client.force_login(user)
    return client


def test_list_of_chapters_has_the_order_and_the_numbers_of_the_document(
    editor: Client, chapter: ChapterPage
) -> None:
    document = chapter.get_parent()
    last = document.add_child(instance=ChapterPage(number="第２章", title="おわり", slug="two"))
    chapter.save_revision()

    html = editor.get(reverse("wagtailadmin_explore", args=[document.pk])).content.decode()

    assert document.specific.get_admin_default_ordering() == "ord"
    assert html.index("第１章　はじまり") < html.index(f"第２章　{last.title}")


def test_admin_opens_document_and_chapter(editor: Client, chapter: ChapterPage) -> None:
    pages = [chapter, chapter.get_parent()]

    statuses = [
        editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code for page in pages
    ]

    assert statuses == [200, 200]


def test_admin_publishes_a_moved_and_reworded_heading_under_its_old_anchor(
    editor: Client, chapter: ChapterPage
) -> None:
    heading = {"number": "第２節", "text": "言いかえたことば", "level": "3"}
    body = streamfield([("paragraph", rich_text("<p>文です。</p>")), ("heading", heading)])
    body["0"]["id"], body["1"]["id"] = str(TEXT), str(HEADING)
    data = nested_form_data(
        {
            "title": "はじまり",
            "slug": "one",
            "number": "第１章",
            "summary": "",
            "section": "",
            "body": body,
            "action-publish": "publish",
        }
    )
    data["comments-TOTAL_FORMS"] = data["comments-INITIAL_FORMS"] = "0"

    response = editor.post(reverse("wagtailadmin_pages:edit", args=[chapter.pk]), data)

    assert response.status_code == 302, response.content.decode()[:2000]
    found = Heading.objects.get(page=chapter, level=3)
    assert (found.anchor, found.title) == (f"s-{HEADING.hex[:8]}", "言いかえたことば")
    assert f'id="s-{HEADING.hex[:8]}"' in Client().get("/ja/guideline/one/").content.decode()


def test_preview_shows_a_draft_chapter(editor: Client, chapter: ChapterPage) -> None:
    chapter.title = "下書きの題"
    chapter.save_revision()

    response = editor.get(reverse("wagtailadmin_pages:view_draft", args=[chapter.pk]))

    assert response.status_code == 200
    assert "下書きの題" in response.content.decode()


def test_visitor_never_sees_what_was_set_aside(chapter: ChapterPage) -> None:
    html = Client().get("/ja/guideline/one/").content.decode()

    assert "文です。" in html
    assert "figure" not in html.split('id="main"')[1].split("</article>")[0]
