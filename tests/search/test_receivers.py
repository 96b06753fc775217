"""The index follows what editors do; nothing that is not public ever enters or stays."""

import logging

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from tomoni.home.models import Section, StandardPage
from tomoni.plugins import SearchSource, SearchText
from tomoni.search import services
from tomoni.search.models import SearchChange
from tomoni.search.receivers import left_alone
from tomoni.search.services import indexing
from tomoni.testing import factories


@pytest.fixture
def home(site) -> Page:
    return site.root_page


def addresses(client) -> dict[str, str]:
    found = client.get("/ja/search/", {"q": "頁"}).context["found"].own
    return {result.row.title: result.url for result in found}


def restrict(page, **fields) -> PageViewRestriction:
    return PageViewRestriction.objects.create(
        page=page, **{"restriction_type": PageViewRestriction.LOGIN, **fields}
    )


def test_published_page_is_found_by_the_inside_of_a_word(home, committed, search):
    with committed():
        factories.make_page(home, title="国民健康保険のてびき")

    assert search("健康保険") == ["国民健康保険のてびき"]


def test_page_made_live_in_code_is_found(home, committed, indexed):
    with committed():
        home.add_child(instance=StandardPage(title="直接", slug="direct", locale=home.locale))

    assert indexed() == ["直接"]


def test_draft_never_enters(home, committed, indexed):
    with committed():
        page = StandardPage(title="下書きの秘密", slug="draft", live=False, locale=home.locale)
        home.add_child(instance=page)
        page.save_revision()

    assert indexed() == []


def test_draft_of_a_live_page_does_not_replace_its_public_text(home, committed, search):
    with committed():
        page = factories.make_page(home, title="公開", summary="いまの説明")
    with committed():
        page.title, page.summary = "下書きの秘密", "まだ秘密の説明"
        page.save_revision()
        # Another save of the same object in memory, as hooks of Wagtail and of plugins do.
        Page.objects.get(pk=page.pk).save()

    assert search("秘密") == []
    assert search("いまの説明") == ["公開"]


def test_publishing_again_replaces_the_text(home, committed, search):
    with committed():
        page = factories.make_page(home, summary="かぼちゃ")
    with committed():
        page.summary = "のこぎり"
        page.save_revision().publish()

    assert search("かぼちゃ") == []
    assert search("のこぎり") == [page.title]


def test_unpublished_page_leaves(home, committed, indexed):
    with committed():
        page = factories.make_page(home)
    with committed():
        page.unpublish()

    assert indexed() == []


def test_deleted_page_leaves_with_all_below_it(home, committed, indexed):
    with committed():
        parent = factories.make_page(home)
        factories.make_chapter(factories.make_guideline(parent))
        stays = factories.make_page(home)
    assert len(indexed()) == 4
    with committed():
        Page.objects.get(pk=parent.pk).delete()

    assert indexed() == [stays.title]


def test_renamed_page_is_found_at_its_new_address_with_all_below_it(home, committed, client):
    with committed():
        parent = factories.make_page(home, title="親の頁", slug="old")
        factories.make_page(parent, title="子の頁", slug="child")
        factories.make_page(home, title="別の頁", slug="older")
    with committed():
        parent.slug = "new"
        parent.save_revision().publish()

    assert addresses(client) == {
        "親の頁": "/ja/new/",
        "子の頁": "/ja/new/child/",
        "別の頁": "/ja/older/",
    }


def test_moved_page_is_found_at_its_new_address_with_all_below_it(home, committed, client):
    with committed():
        parent = factories.make_page(home, title="親の頁", slug="parent")
        target = factories.make_page(home, title="先の頁", slug="target")
        factories.make_page(parent, title="子の頁", slug="child")
    with committed():
        parent.move(target, pos="last-child")

    assert addresses(client)["子の頁"] == "/ja/target/parent/child/"


@pytest.mark.parametrize("restriction", ["login", "password", "groups"])
def test_restricted_page_never_enters(home, committed, indexed, restriction):
    with committed():
        parent = StandardPage(title="係の頁", slug="staff", locale=home.locale, live=False)
        home.add_child(instance=parent)
        made = restrict(parent, restriction_type=restriction, password="x")
        if restriction == "groups":
            made.groups.add(Group.objects.create(name="係"))
        factories.make_page(parent, title="係だけの秘密")
        parent.save_revision().publish()

    assert indexed() == []


def test_page_leaves_when_an_ancestor_is_restricted_and_returns_when_freed(
    home, committed, indexed
):
    with committed():
        parent = factories.make_page(home, title="親")
        factories.make_page(factories.make_page(parent, title="子"), title="孫")
    assert indexed() == ["子", "孫", "親"]
    with committed():
        restriction = restrict(parent)
    assert indexed() == []
    with committed():
        restriction.delete()

    assert indexed() == ["子", "孫", "親"]


def test_page_moved_below_a_restricted_one_leaves(home, committed, indexed):
    with committed():
        page = factories.make_page(home, title="移る頁")
        factories.make_page(page, title="その下")
        staff = factories.make_page(home, title="係の頁")
        restrict(staff)
    assert indexed() == ["その下", "移る頁"]
    with committed():
        page.move(staff, pos="last-child")

    assert indexed() == []


def test_alias_is_not_found_twice_nor_in_another_language(home, committed, indexed):
    portuguese = factories.make_home("pt-br", of=home)
    with committed():
        page = factories.make_page(home, title="一つだけ")
        page.create_alias(parent=portuguese, update_locale=portuguese.locale)

    assert indexed() == ["一つだけ"]


def section_texts(section):
    if section.duties == "raise":
        raise ValueError("broken section\x00")
    yield SearchText(
        key=str(section.pk), locale="ja", title=section.name, url="/ja/", text=section.duties
    )


SECTIONS = SearchSource(
    name="sections",
    label="課",
    model="tomoni_home.Section",
    documents=f"{__name__}.section_texts",
)


def test_object_that_is_no_page_follows_saving_and_deletion(site, committed, extensions, indexed):
    locale = factories.make_locale("ja")
    with extensions(SECTIONS):
        with committed():
            section = Section.objects.create(name="市民課", locale=locale)
        after_saving = indexed()
        with committed():
            section.delete()

        assert (after_saving, indexed()) == (["市民課"], [])


def test_object_of_a_source_that_is_off_is_not_found(site, committed, extensions, search):
    with extensions(SECTIONS), committed():
        Section.objects.create(name="市民課", locale=factories.make_locale("ja"))
    with extensions(SECTIONS):
        assert search("市民課") == ["市民課"]

    assert search("市民課") == []


def test_bad_object_costs_only_itself_and_is_logged(site, committed, extensions, indexed, caplog):
    locale = factories.make_locale("ja")
    with extensions(SECTIONS):
        with committed():
            bad = Section.objects.create(name="悪い課", locale=locale)
            Section.objects.create(name="良い課", locale=locale)
        with caplog.at_level(logging.ERROR), committed():
            bad.duties = "raise"
            bad.save()

        assert indexed() == ["良い課"]
        failure = SearchChange.objects.get()
        assert failure.object_key == str(bad.pk)
        assert failure.error == "test.sections: ValueError: broken section"
        assert f"test.sections {bad.pk} could not be indexed" in caplog.text


def test_publishing_goes_on_when_the_index_cannot_be_written(site, committed, monkeypatch, caplog):
    def broken(**_):
        raise RuntimeError("no index")

    monkeypatch.setattr(indexing, "index_objects", broken)
    with committed():
        page = factories.make_page(site.root_page)

    page.refresh_from_db()
    assert page.live
    assert "no index" in caplog.text
    assert SearchChange.objects.get(object_key=page.pk).error == "RuntimeError: no index"


def test_index_is_left_alone_until_all_of_it_is_rebuilt(home, committed, indexed):
    with left_alone(), committed():
        factories.make_page(home, title="あとで見つかる")
    before = indexed()

    services.rebuild(started=lambda _count: None, advanced=lambda _count: None)

    assert (before, indexed()) == ([], ["あとで見つかる"])
