"""The frame is read once, and forgotten as soon as something in it changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from tomoni.home.frame import FRAMES, Link, SiteFrame
from tomoni.home.models import EmergencyNotice, HomePage, Section, SiteAppearance, Wording
from tomoni.plugins import NavItem, PluginConfig
from tomoni.plugins.loading import LoadedPlugin
from tomoni.testing import factories

Ask = Callable[..., SiteFrame]


def test_frame_asks_the_database_once(
    home: HomePage, frame: Ask, django_assert_num_queries: Any
) -> None:
    first = frame()

    with django_assert_num_queries(0):
        second = frame()

    assert second == first


def test_frame_lists_published_menu_pages_in_their_order(home: HomePage, frame: Ask) -> None:
    factories.make_page(home, title="ごみ", slug="garbage", show_in_menus=True)
    factories.make_page(home, title="相談", slug="desk", show_in_menus=True)
    factories.make_page(home, title="規約", slug="terms")

    assert frame().navigation == (Link("ごみ", "/ja/garbage/"), Link("相談", "/ja/desk/"))


def test_publishing_and_withdrawing_a_page_change_the_menu(home: HomePage, frame: Ask) -> None:
    before = frame().navigation
    page = factories.make_page(home, title="ごみ", slug="garbage", show_in_menus=True)
    published = frame().navigation
    page.unpublish()

    assert (before, published, frame().navigation) == ((), (Link("ごみ", "/ja/garbage/"),), ())


def test_renamed_address_changes_the_menu(home: HomePage, frame: Ask) -> None:
    page = factories.make_page(home, title="ごみ", slug="garbage", show_in_menus=True)
    frame()
    page.slug = "waste"
    page.save_revision().publish()

    assert frame().navigation == (Link("ごみ", "/ja/waste/"),)


def test_moved_page_leaves_the_menu(home: HomePage, frame: Ask) -> None:
    folder = factories.make_page(home)
    page = factories.make_page(home, title="ごみ", slug="garbage", show_in_menus=True)
    before = frame().navigation
    page.move(folder, pos="last-child")

    assert (before, frame().navigation) == ((Link("ごみ", "/ja/garbage/"),), ())


def test_closed_page_leaves_the_menu(home: HomePage, frame: Ask) -> None:
    page = factories.make_page(home, title="委員", slug="board", show_in_menus=True)
    before = frame().navigation
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    closed = frame().navigation
    restriction.delete()

    assert (before, closed, frame().navigation) == (before, (), (Link("委員", "/ja/board/"),))


def test_page_of_a_switched_off_plugin_leaves_the_menu(home: HomePage, frame: Ask) -> None:
    page = factories.make_page(home, title="祭り", slug="festival", show_in_menus=True)
    gone = ContentType.objects.create(app_label="tomoni_gone", model="festivalpage")
    Page.objects.filter(pk=page.pk).update(content_type=gone)
    cache.clear()

    assert frame().navigation == ()


def test_frame_made_with_other_plugins_is_not_taken_over(
    home: HomePage, frame: Ask, extensions: Any, settings: Any
) -> None:
    with extensions(NavItem("header", "さがす", "search"), alone=True):
        before = frame().navigation
    other = LoadedPlugin("other", "1.0", PluginConfig)
    settings.PLUGINS = replace(settings.PLUGINS, plugins=(*settings.PLUGINS.plugins, other))

    assert (before, frame().navigation) == ((Link("さがす", "/ja/search/"),), ())


def test_declared_links_stand_in_header_and_footer(
    home: HomePage, frame: Ask, extensions: Any
) -> None:
    items = (NavItem("header", "さがす", "search"), NavItem("footer", "さがす（下）", "search"))

    with extensions(*items, alone=True):
        shown = frame()

    assert (shown.navigation, shown.footer) == (
        (Link("さがす", "/ja/search/"),),
        (Link("さがす（下）", "/ja/search/"),),
    )


def test_link_to_nowhere_is_left_out(home: HomePage, frame: Ask, extensions: Any) -> None:
    with extensions(NavItem("header", "こわれた", "plugins:broken:index"), alone=True):
        shown = frame()

    assert shown.navigation == ()


def test_edited_section_changes_its_card(home: HomePage, frame: Ask) -> None:
    section = Section.objects.create(locale=home.locale, name="環境課", phone="0000-00-1003")
    before = frame().sections[section.pk].phone
    section.phone = "0000-00-1099"
    section.save()

    assert (before, frame().sections[section.pk].phone) == ("0000-00-1003", "0000-00-1099")


def test_section_is_shown_in_the_page_language_where_it_has_one(
    home: HomePage, portuguese: HomePage, frame: Ask
) -> None:
    section = Section.objects.create(locale=home.locale, name="環境課")
    other = Section.objects.create(locale=home.locale, name="市民課")
    Section.objects.create(
        locale=portuguese.locale, translation_key=section.translation_key, name="Meio Ambiente"
    )

    cards = frame("pt-br").sections

    assert (cards[section.pk].name, cards[other.pk].name) == ("Meio Ambiente", "市民課")


def test_edited_word_replaces_its_default(home: HomePage, frame: Ask) -> None:
    before = frame().wording["residents"]
    word = Wording.objects.create(locale=home.locale, key="residents", text="町民")
    chosen = frame().wording["residents"]
    word.delete()

    assert (before, chosen, frame().wording["residents"]) == ("住民", "町民", "住民")


def test_accent_changes_at_once(site: Site, frame: Ask) -> None:
    before = frame().accent
    SiteAppearance.objects.create(site=site, accent="#0b6472")

    assert (before, frame().accent) == ("#115a36", "#0b6472")


def test_emergency_begins_and_ends_by_the_clock_alone(
    home: HomePage, frame: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = timezone.now()
    EmergencyNotice.objects.create(
        locale=home.locale,
        title="避難してください",
        starts=start + timedelta(minutes=10),
        ends=start + timedelta(minutes=20),
    )
    frame()
    shown = []

    for minutes in (5, 15, 25):
        moment = start + timedelta(minutes=minutes)
        monkeypatch.setattr("tomoni.home.frame.timezone.now", lambda moment=moment: moment)
        shown.append([notice.title for notice in frame().emergencies])

    assert shown == [[], ["避難してください"], []]


def test_deleted_emergency_is_gone_at_once(home: HomePage, frame: Ask) -> None:
    notice = EmergencyNotice.objects.create(locale=home.locale, title="断水")
    before = [shown.title for shown in frame().emergencies]
    notice.delete()

    assert (before, frame().emergencies) == (["断水"], [])


def test_frame_is_forgotten_again_when_the_change_is_committed(
    home: HomePage, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        home.save()
    during = cache.get(FRAMES.key)

    for callback in callbacks:
        callback()

    assert cache.get(FRAMES.key) > during


def test_lost_generation_loses_the_frames_with_it(home: HomePage, frame: Ask) -> None:
    frame()
    HomePage.objects.filter(pk=home.pk).update(town_name="あたらし市")
    cache.delete(FRAMES.key)

    assert frame().town_name == "あたらし市"


def test_footer_shows_live_pages_of_its_own_language(
    home: HomePage, portuguese: HomePage, frame: Ask
) -> None:
    about = factories.make_page(home, title="このサイト", slug="about")
    foreign = factories.make_page(portuguese, title="Sobre", slug="about")
    withdrawn = factories.make_page(home, slug="old")
    withdrawn.unpublish()
    for page in (about, foreign, withdrawn):
        home.footer_links.create(page=page, sort_order=page.pk)
    home.save_revision().publish()

    assert frame().footer == (Link("このサイト", "/ja/about/"),)
