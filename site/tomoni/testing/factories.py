"""Factories without surprises: small real objects for tests and for plugins' tests."""

from itertools import count
from typing import Any, TypeVar

from wagtail.models import Locale, Page, Site

from tomoni.guidelines.models import ChapterPage, GuidelinePage
from tomoni.home.models import HomePage, StandardPage

P = TypeVar("P", bound=Page)
numbers = count(1)


def make_locale(code: str) -> Locale:
    """Return the locale of that code, made where it is missing."""
    return Locale.objects.get_or_create(language_code=code)[0]


def make_site(**fields: Any) -> Site:
    """Return the default site with a live Japanese front page of our own."""
    home = make_home("ja", **fields)
    site, _created = Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home},
    )
    return site


def make_home(code: str, *, of: HomePage | None = None, **fields: Any) -> HomePage:
    """Return a live front page in a language; `of` makes it a translation of another."""
    values = {
        "title": f"Home {code}",
        "slug": f"home-{code}",
        "town_name": "ともに市",
        "locale": make_locale(code),
        **fields,
    }
    if of is not None:
        values.setdefault("translation_key", of.translation_key)
    return publish(Page.get_first_root_node(), HomePage(**values))


def make_page(parent: Page, **fields: Any) -> StandardPage:
    """Return a live ordinary page below `parent`."""
    number = next(numbers)
    values = {"title": f"ページ{number}", "slug": f"page-{number}", "locale": parent.locale}
    return publish(parent, StandardPage(**{**values, **fields}))


def make_guideline(parent: Page, **fields: Any) -> GuidelinePage:
    """Return a live guideline without chapters."""
    number = next(numbers)
    values = {"title": f"指針{number}", "slug": f"guideline-{number}", "locale": parent.locale}
    return publish(parent, GuidelinePage(**{**values, **fields}))


def make_chapter(document: GuidelinePage, **fields: Any) -> ChapterPage:
    """Return a live chapter of a guideline."""
    number = next(numbers)
    values = {"title": f"章{number}", "slug": f"chapter-{number}", "locale": document.locale}
    return publish(document, ChapterPage(**{**values, **fields}))


def publish(parent: Page, page: P) -> P:
    """Add a page below `parent` and publish it the way an editor does."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page
