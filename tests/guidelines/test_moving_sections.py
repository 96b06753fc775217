"""A section goes to another chapter with all below it, and every link to it follows."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from tests.editing.conftest import HEADING, OTHER, TEXT, hall  # noqa: F401 -- a fixture
from tests.editing.people import edit_url, form_of, fresh, person, save, signed_in, told
from wagtail.models import Locale

from tomoni.guidelines.services.sections import SectionMoveError, move_section, section_span

ANCHOR = f"s-{HEADING.hex[:8]}"
AGAIN = "その間に、ほかの人が章を変更しました。"


def url(page):
    return reverse("tomoni_move_section", args=[page.pk])


def ids(page):
    draft = fresh(page).get_latest_revision_as_object()
    return [UUID(block["id"]) for block in draft.body.get_prep_value()]


def move(hall, **changes):  # noqa: F811 -- the fixture
    asked = {"section": str(HEADING), "place": f"{hall.second.pk}:", **changes}
    return hall.writes.post(url(hall.chapter), asked, follow=True)


def test_section_goes_with_all_below_it_into_the_other_draft(hall):  # noqa: F811
    response = move(hall)

    assert (ids(hall.chapter), ids(hall.second)) == ([], [OTHER, HEADING, TEXT])
    assert response.redirect_chain[-1][0] == edit_url(hall.chapter)
    assert "第１節　目的" in told(response)[0]
    assert [fresh(page).has_unpublished_changes for page in (hall.chapter, hall.second)] == [
        True,
        True,
    ]
    assert "まちをつくる。" in Client().get("/ja/guideline/one/").content.decode()


def test_link_to_a_moved_section_answers_at_every_moment(hall):  # noqa: F811
    move(hall)
    link = f"/ja/guideline/s/{ANCHOR}/"

    before = Client().get(link)
    save(hall.approves, hall.second, form_of(hall.second), "publish")
    between = Client().get(link)
    save(hall.approves, hall.chapter, form_of(hall.chapter), "publish")
    after = Client().get(link)

    assert [answer.status_code for answer in (before, between, after)] == [302, 302, 302]
    assert before.url.endswith(f"/ja/guideline/one/#{ANCHOR}")
    assert after.url.endswith(f"/ja/guideline/two/#{ANCHOR}")


def test_section_goes_in_front_of_another_in_its_own_chapter(hall):  # noqa: F811
    second = UUID(int=7)
    body = [
        (HEADING, "heading", {"level": 2, "number": "第１節", "text": "目的"}),
        (TEXT, "paragraph", "<p>まちをつくる。</p>"),
        (second, "heading", {"level": 2, "number": "第２節", "text": "範囲"}),
    ]
    save(hall.writes, hall.chapter, form_of(hall.chapter, body=body))

    move(hall, section=str(second), place=f"{hall.chapter.pk}:{HEADING}")

    assert ids(hall.chapter) == [second, HEADING, TEXT]


def test_place_that_is_gone_is_said_and_nothing_is_lost(hall):  # noqa: F811
    with pytest.raises(SectionMoveError, match=AGAIN):
        move_section(
            source=hall.chapter,
            block_id=str(HEADING),
            target=hall.second,
            before=str(UUID(int=1)),
            by=hall.editor,
        )

    assert (ids(hall.chapter), ids(hall.second)) == ([HEADING, TEXT], [OTHER])


def test_section_is_not_moved_into_itself(hall):  # noqa: F811
    response = move(hall, place=f"{hall.chapter.pk}:{HEADING}")

    assert response.context["form"].non_field_errors() == [
        "見出しを、その下へ移すことはできません。"
    ]
    assert ids(hall.chapter) == [HEADING, TEXT]


def test_chapter_that_is_being_approved_is_left_as_it_is(hall):  # noqa: F811
    save(hall.writes, hall.second, form_of(hall.second), "submit")

    response = move(hall)

    [said] = response.context["form"].non_field_errors()
    assert "第２章　進め方" in said
    assert (ids(hall.chapter), ids(hall.second)) == ([HEADING, TEXT], [OTHER])


def test_only_editors_move_sections(hall):  # noqa: F811
    asked = {"section": str(HEADING), "place": f"{hall.second.pk}:"}

    answers = [
        one.post(url(hall.chapter), asked) for one in (Client(), signed_in(person("nobody")))
    ]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert ids(hall.second) == [OTHER]


def test_section_that_stands_there_already_is_not_put_there_twice(hall):  # noqa: F811
    before = fresh(hall.chapter).latest_revision
    move(hall)
    before.as_object().save_revision()

    response = move(hall)

    [said] = response.context["form"].non_field_errors()
    assert "第２章　進め方" in said
    assert ids(hall.second) == [OTHER, HEADING, TEXT]


def test_mirrored_chapter_has_no_drafts_to_move_sections_in(hall, site):  # noqa: F811
    english = Locale.objects.create(language_code="en")
    site.root_page.specific.copy_for_translation(english, alias=True)
    pages = (hall.document, hall.chapter, hall.second)
    _document, one, two = [page.copy_for_translation(english, alias=True) for page in pages]
    client = signed_in(person("chief", is_superuser=True))

    answer = client.post(url(one), {"section": str(HEADING), "place": f"{two.pk}:"})

    assert answer.status_code == 302
    assert url(one) not in client.get(edit_url(one)).content.decode()


@pytest.mark.parametrize("name", ["tomoni_move_section", "tomoni_draft_comparison"])
def test_number_that_no_page_can_have_is_no_page(admin_client, name):
    assert admin_client.get(reverse(name, args=[10**30])).status_code == 404


def test_block_with_the_id_of_another_gets_its_own(hall):  # noqa: F811
    again = {"level": 2, "number": "第２節", "text": "二度目"}
    body = [
        (HEADING, "heading", {"level": 2, "number": "第１節", "text": "目的"}),
        (TEXT, "paragraph", "<p>まちをつくる。</p>"),
        (HEADING, "heading", again),
    ]

    answer = save(hall.approves, hall.chapter, form_of(hall.chapter, body=body), "publish")

    html = Client().get("/ja/guideline/one/").content.decode()
    assert answer.status_code == 200
    assert (html.count(f'id="{ANCHOR}"'), "二度目" in html) == (1, True)
    assert ids(hall.chapter)[:2] == [HEADING, TEXT]
    assert len(set(ids(hall.chapter))) == 3


def test_chapter_without_sections_says_so(hall):  # noqa: F811
    html = hall.writes.get(url(hall.second)).content.decode()

    assert "移せる見出しや条がまだありません" in html
    assert url(hall.chapter) in hall.writes.get(edit_url(hall.chapter)).content.decode()


def test_span_ends_before_the_next_heading_that_is_not_below():
    body = [
        {"id": "a", "type": "heading", "value": {"level": 2, "text": "一"}},
        {"id": "b", "type": "heading", "value": {"level": 3, "text": "（１）"}},
        {"id": "c", "type": "paragraph", "value": "<p>文</p>"},
        {"id": "d", "type": "heading", "value": {"level": 3, "text": "（２）"}},
        {"id": "e", "type": "heading", "value": {"level": 2, "text": "二"}},
    ]

    assert [section_span(body, one) for one in "abde"] == [(0, 4), (1, 3), (3, 4), (4, 5)]
