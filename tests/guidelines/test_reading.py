"""A guideline as residents read it: notes tied to their marks, references led to their chapters."""

import json
import uuid
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction, Site

from tomoni.guidelines import drafts, services
from tomoni.guidelines.drafts import ChapterDraft, GuidelineDraft
from tomoni.guidelines.models import ChapterPage, GuidelinePage, Heading
from tomoni.testing import factories


def block_id(name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_DNS, name)


def anchor(name: str, sign: str = "s") -> str:
    return f"{sign}-{block_id(name).hex[:8]}"


def heading(name: str, **values: object) -> drafts.RawBlock:
    return drafts.heading(
        block_id=block_id(name), **{"number": "", "text": name, "level": 2, **values}
    )


def text(name: str, html: str) -> drafts.RawBlock:
    return drafts.paragraph(block_id=block_id(name), html=f"<p>{html}</p>")


def note(name: str, mark: str, html: str) -> drafts.RawBlock:
    return drafts.note(block_id=block_id(name), mark=mark, html=f"<p>{html}</p>")


@pytest.fixture
def guideline(site: Site) -> GuidelinePage:
    return services.create_guideline(
        parent=site.root_page,
        draft=GuidelineDraft(
            title="ともに市の指針",
            slug="guideline",
            body=[text("foreword", "みんなのことば")],
            chapters=[
                ChapterDraft(
                    number="第１章",
                    title="はじまり",
                    slug="one",
                    body=[
                        heading("ことば", number="第１節"),
                        text("t1", "寄付やメセナ活動＊1をする企業※の話。*1と書いてもよい。"),
                        note("n1", "*1", "企業が文化を助けること。"),
                        note("n2", "※", "会社のこと。"),
                        text("t2", f'くわしくは<a href="#{anchor("約束")}">約束</a>へ。'),
                        text("t3", 'なくなった<a href="#s-00000000">節</a>です。'),
                    ],
                ),
                ChapterDraft(
                    number="第２章",
                    title="すすめかた",
                    slug="two",
                    body=[heading("約束", number="第１節")],
                ),
            ],
        ),
        publish=True,
    )


def get(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_chapter_ties_notes_to_their_marks(guideline: GuidelinePage) -> None:
    html = get("/ja/guideline/one/")

    mark, sign = anchor("n1", "r"), anchor("n1", "n")
    assert f'メセナ活動<sup class="note-mark"><a id="{mark}" href="#{sign}"' not in html
    assert f'<a id="{mark}" href="#{sign}" aria-describedby="{sign}">*1</a></sup>と書いて' in html
    assert html.count(f'href="#{mark}"') == 1
    assert f'企業<sup class="note-mark"><a id="{anchor("n2", "r")}"' in html


def test_chapter_leads_references_to_the_chapter_that_holds_them(guideline: GuidelinePage) -> None:
    html = get("/ja/guideline/one/")

    assert f'<a class="reference" href="/ja/guideline/two/#{anchor("約束")}">約束</a>' in html


def test_chapter_keeps_the_words_of_a_reference_that_leads_nowhere(
    guideline: GuidelinePage,
) -> None:
    assert "なくなった節です。" in get("/ja/guideline/one/")


def test_document_lists_chapters_and_sections(guideline: GuidelinePage) -> None:
    html = get("/ja/guideline/")

    assert "みんなのことば" in html
    assert f'href="/ja/guideline/one/#{anchor("ことば")}"' in html
    assert 'href="/ja/guideline/two/"' in html


def test_headings_keep_their_anchors_through_edits(guideline: GuidelinePage) -> None:
    chapter = ChapterPage.objects.get(slug="one")
    blocks = list(chapter.body.raw_data)
    blocks[0]["value"] = {"number": "第２節", "text": "言いかえた", "level": "3"}
    chapter.body = [*blocks[1:3], blocks[0], *blocks[3:]]

    chapter.save_revision().publish()

    found = Heading.objects.get(page=chapter, level=3)
    assert (found.anchor, found.number, found.title) == (anchor("ことば"), "第２節", "言いかえた")
    assert f'id="{anchor("ことば")}"' in get("/ja/guideline/one/")


def test_unpublished_chapter_leaves_the_contents(guideline: GuidelinePage) -> None:
    ChapterPage.objects.get(slug="two").unpublish()

    html = get("/ja/guideline/")

    assert 'href="/ja/guideline/two/"' not in html


def test_closed_chapter_is_named_nowhere_outside_itself(guideline: GuidelinePage) -> None:
    closed = ChapterPage.objects.get(slug="two")
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.PASSWORD, password="himitsu"
    )

    pages = [get(path) for path in ("/ja/guideline/", "/ja/guideline/one/")]

    assert [("すすめかた" in html, "/ja/guideline/two/" in html) for html in pages] == [
        (False, False),
        (False, False),
    ]


def test_closed_document_shows_its_contents_to_who_was_let_in(guideline: GuidelinePage) -> None:
    restriction = PageViewRestriction.objects.create(
        page=guideline, restriction_type=PageViewRestriction.PASSWORD, password="himitsu"
    )
    visitor = Client()
    visitor.post(
        f"/ja/_util/authenticate_with_password/{restriction.pk}/{guideline.pk}/",
        {"password": "himitsu", "return_url": "/ja/guideline/"},
    )

    html = visitor.get("/ja/guideline/").content.decode()

    assert ("すすめかた" in html, "/ja/guideline/two/" in html) == (True, True)


def test_moved_chapter_leaves_one_document_for_the_other(guideline: GuidelinePage) -> None:
    other = factories.make_guideline(guideline.get_parent(), slug="other")

    Page.objects.get(slug="two").move(other, pos="last-child")

    assert "すすめかた" not in get("/ja/guideline/")
    assert f'href="/ja/other/two/#{anchor("約束")}"' in get("/ja/other/")


def test_mirrored_guideline_has_its_contents_at_once(guideline: GuidelinePage) -> None:
    GuidelinePage.objects.get(pk=guideline.pk).create_alias(recursive=True, update_slug="mirror")

    html = get("/ja/mirror/")

    assert f'href="/ja/mirror/two/#{anchor("約束")}"' in html


def link(page: Page, words: str) -> str:
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def test_text_leads_to_pages_that_can_be_read_and_to_no_drafts(guideline: GuidelinePage) -> None:
    home = guideline.get_parent()
    page, draft = factories.make_page(home, slug="open"), factories.make_page(home, slug="draft")
    draft.unpublish()
    body = [
        text("t", f"{link(page, '申請')}と{link(draft, '下書き')}※"),
        note("n", "※", link(draft, "これ")),
    ]
    factories.make_chapter(guideline, slug="three", body=json.dumps(body))

    html = get("/ja/guideline/three/")

    assert '<a href="/ja/open/">申請</a>' in html
    assert "/ja/draft/" not in html


@pytest.mark.parametrize("links", [1, 3])
def test_links_to_pages_cost_one_query_however_many(
    guideline: GuidelinePage, links: int, django_assert_num_queries: Any
) -> None:
    home = guideline.get_parent()
    body = [text(f"t{n}", link(factories.make_page(home), "これ")) for n in range(links)]
    factories.make_chapter(guideline, slug="three", body=json.dumps(body))
    client = Client()
    client.get("/ja/guideline/three/")

    with django_assert_num_queries(7):
        client.get("/ja/guideline/three/")


def test_chapter_of_a_withdrawn_document_does_not_lead_to_it(guideline: GuidelinePage) -> None:
    GuidelinePage.objects.get(pk=guideline.pk).unpublish()

    html = get("/ja/guideline/one/")

    assert ('href="/ja/guideline/"' in html, "ともに市の指針" in html) == (False, False)


def test_heading_stored_without_its_optional_number_is_published(
    guideline: GuidelinePage,
) -> None:
    raw = {"type": "heading", "id": str(block_id("h")), "value": {"text": "ことば"}}

    factories.make_chapter(guideline, slug="three", body=json.dumps([raw]))

    assert (
        "None" in get("/ja/guideline/three/"),
        Heading.objects.get(anchor=anchor("h")).number,
    ) == (
        False,
        "",
    )


def test_guideline_is_refused_where_its_address_is_taken(guideline: GuidelinePage) -> None:
    draft = GuidelineDraft(title="別の", slug="guideline", body=[], chapters=[])

    with pytest.raises(services.GuidelineExistsError, match="guideline"):
        services.create_guideline(parent=guideline.get_parent(), draft=draft, publish=False)


@pytest.mark.parametrize("siblings", [3, 30])
def test_chapter_asks_six_queries_whatever_its_siblings(
    guideline: GuidelinePage, siblings: int, django_assert_num_queries
) -> None:
    for number in range(siblings):
        factories.make_chapter(guideline, title=f"章{number}", slug=f"more-{number}")
    client = Client()
    client.get("/ja/guideline/one/")

    with django_assert_num_queries(6):
        client.get("/ja/guideline/one/")
