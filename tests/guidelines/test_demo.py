"""The demo town's documents as pages: built once for this module, read as a visitor reads them."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from tomoni.guidelines.anchors import heading_anchor
from tomoni.guidelines.apps import GUIDELINE_BLOCKS
from tomoni.guidelines.demo import build as guideline_demo
from tomoni.guidelines.demo import content
from tomoni.guidelines.models import (
    ChangeReason,
    ChapterPage,
    FormerHeading,
    GuidelinePage,
    Heading,
)
from tomoni.guidelines.texts import text_of
from tomoni.home.demo import build as town_demo
from tomoni.home.demo import texts as town_texts
from tomoni.home.demo.content.blocks import block_id, targets

LANGUAGES = ("ja", "ja-simple", "pt-br", "en")
LINK = re.compile(r'href="([^"]*)"')
ID = re.compile(r' id="([^"]+)"')


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        for build in (town_demo.build, guideline_demo.build, town_texts.build):
            build(lambda _line: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def guideline(town: None, db: None) -> GuidelinePage:
    return GuidelinePage.objects.get(slug="guideline", locale__language_code="ja")


def documents() -> list[GuidelinePage]:
    return list(GuidelinePage.objects.filter(kind__in=("guideline", "summary", "ordinance")))


def pages_of(document: GuidelinePage) -> list[GuidelinePage | ChapterPage]:
    return [document, *ChapterPage.objects.child_of(document)]


def every_page() -> list[GuidelinePage | ChapterPage]:
    return [page for document in GuidelinePage.objects.all() for page in pages_of(document)]


def dump() -> list[dict[str, Any]]:
    out = io.StringIO()
    call_command("dumpdata", exclude=["contenttypes", "auth.permission"], stdout=out)
    return json.loads(out.getvalue())


def test_documents_stand_in_the_languages_that_they_are_written_in(guideline):
    found = {
        (page.locale.language_code, page.slug, page.kind, page.get_children().live().count())
        for page in GuidelinePage.objects.live().select_related("locale")
    }

    assert found == {
        ("ja", "guideline", "guideline", 6),
        *((code, "guideline", "guideline", 3) for code in LANGUAGES[1:]),
        *((code, "guideline-summary", "summary", 0) for code in LANGUAGES),
        ("ja", "participation-ordinance", "ordinance", 7),
        ("ja", "staff-handbook", "handbook", 3),
    }
    assert {page.summary_of.locale for page in GuidelinePage.objects.filter(kind="summary")} == {
        page.locale for page in GuidelinePage.objects.filter(kind="summary")
    }
    assert guideline.related_plans.last().page.slug == "participation-ordinance"
    assert guideline.places_of_display.count() == 4
    assert list(guideline.get_parent().get_children().in_menu().values_list("slug", flat=True)) == [
        *("garbage", "tomoni-kan", "collaboration-desk"),
        *("guideline", "guideline-summary"),
    ]


def test_guideline_uses_every_kind_of_block_and_each_is_valid(guideline):
    used = set()
    for page in every_page():
        page.body.stream_block.clean(page.body)
        if page.pk in {one.pk for one in pages_of(guideline)}:
            used |= {block.block_type for block in page.body}

    assert {name for name, _block in GUIDELINE_BLOCKS} - used == {"picture", "set_aside"}


def test_translations_share_their_keys_and_the_ids_of_their_blocks(guideline):
    for page in pages_of(guideline)[:4]:
        translations = list(page.get_translations())
        ids = [block["id"] for block in page.body.get_prep_value()]

        assert {one.locale.language_code for one in translations} == set(LANGUAGES[1:])
        for one in translations:
            assert [block["id"] for block in one.specific.body.get_prep_value()] == ids


def test_no_link_between_the_documents_dangles_in_any_language(guideline):
    client = Client()
    shown = {
        page.url: client.get(page.url).content.decode()
        for document in documents()
        for page in pages_of(document)
    }
    anchors = {url: set(ID.findall(html)) for url, html in shown.items()}
    dangling = []
    for url, html in shown.items():
        assert "#key:" not in html
        for link in LINK.findall(html):
            address, _sign, anchor = link.partition("#")
            target = anchors.get(address or url)
            if target is not None and anchor and anchor not in target:
                dangling.append((url, link))

    written = [content.ordinance(), *(content.guideline(code) for code in LANGUAGES)]
    own = [
        target
        for document in written
        for target in targets(document.blocks())
        if target.removeprefix("key:") in document.anchored_keys()
    ]
    assert dangling == []
    assert sum(html.count('class="reference"') for html in shown.values()) == len(own)


def test_articles_are_referred_to_in_the_words_of_the_law(guideline):
    client, told = Client(), []
    for page in pages_of(GuidelinePage.objects.get(kind="ordinance")):
        html = client.get(page.url).content.decode()
        told += re.findall(r'class="reference" href="[^"]*">([^<]*)</a>', html)

    assert told == [
        *("第７条第１号", "第８条第１項"),
        *("第９条", "第19条第１項", "第６条第１項", "第12条"),
    ]


def test_translation_leads_to_the_japanese_text_where_it_has_none_of_its_own(guideline):
    html = Client().get("/pt-br/guideline/chapter-2/").content.decode()
    anchor = heading_anchor(str(block_id("guideline", "fit")))

    original = Client().get("/ja/guideline/chapter-4/").content.decode()

    assert f'href="/ja/guideline/chapter-4/#{anchor}"' in html
    assert f' id="{anchor}"' in original


def test_first_edition_is_kept_as_it_was(guideline):
    present, first = guideline.editions.all()
    text = text_of(first)

    assert [present.label, first.label] == ["第２版", "初版"]
    assert (present.is_present, first.is_present) == (True, False)
    assert [page.slug for page in text.pages] == [
        "",
        "chapter-1",
        "chapter-2",
        "chapter-3",
        "annex",
    ]
    assert text.foreword_name == "友瀬 一郎"
    assert str(first.adopted_on) == "2016-03-25"
    assert present.reason == content.reasons()[""]
    assert ChangeReason.objects.filter(document=guideline).count() == len(content.reasons())


def test_sections_that_left_are_remembered_with_their_edition(guideline):
    gone = FormerHeading.objects.filter(document=guideline, title__in=("外国籍の市民", "翻訳"))

    assert {(one.title, one.edition.label) for one in gone} == {
        ("外国籍の市民", "初版"),
        ("翻訳", "初版"),
    }
    assert not Heading.objects.filter(anchor__in=[one.anchor for one in gone]).exists()


def test_handbook_is_for_staff_only(guideline, django_user_model):
    staff = Client()
    user = django_user_model.objects.create_superuser(
        username="shokuin", email="s@town.example.jp", password="a long enough secret"
    )
    staff.force_login(user, backend="tomoni.accounts.backends.NameOrMailBackend")
    address = "/ja/staff-handbook/chapter-1/"

    assert "様式協" not in Client().get(address).content.decode()
    assert Client().get(address).status_code in {302, 403, 404}
    assert staff.get(address).status_code == 200


def test_building_twice_changes_nothing(guideline):
    before = dump()

    guideline_demo.build(lambda _line: None)

    assert dump() == before
