"""Read what pages show of each other: breadcrumbs, translations, neighbours, menus."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from wagtail.models import Page

from tomoni.home.frame import Link, SectionCard, SiteFrame, frame_of
from tomoni.plugins import NavItem, registry

if TYPE_CHECKING:
    from tomoni.home.models import PublicPage


@dataclass(frozen=True)
class LanguageLink:
    """A language in which this page, or else that language's front page, can be read."""

    code: str
    html_lang: str
    name: str
    url: str
    current: bool
    same_page: bool


@dataclass(frozen=True)
class Surroundings:
    """What a page shows of the site around it."""

    breadcrumbs: tuple[Link, ...]
    languages: tuple[LanguageLink, ...]
    section: SectionCard | None
    url: str


def surroundings_of(*, page: "PublicPage", request: HttpRequest) -> Surroundings:
    """Return breadcrumbs, translations and contact of `page`; two queries, whatever its depth."""
    frame = frame_of(request)
    return Surroundings(
        breadcrumbs=breadcrumbs_of(page=page, frame=frame),
        languages=languages_of(page=page, frame=frame),
        section=frame.sections.get(page.section_id) if page.section_id else None,
        url=frame.locale.url_of(page.url_path) if frame.locale else "",
    )


def breadcrumbs_of(*, page: Page, frame: SiteFrame) -> tuple[Link, ...]:
    """Return the way from the front page to the page above this one."""
    locale = frame.locale
    if locale is None or page.pk == locale.home_id or not page.depth:
        return ()
    home_depth = page.depth - page.url_path.removeprefix(locale.home_path).count("/")
    ancestors = page.get_ancestors().filter(depth__gt=home_depth) if page.path else ()
    return (
        Link(text="", url=locale.home_url),
        *(Link(text=above.title, url=locale.url_of(above.url_path)) for above in ancestors),
    )


def languages_of(*, page: Page, frame: SiteFrame) -> tuple[LanguageLink, ...]:
    """Return every offered language, with this page where it is really translated there."""
    paths: dict[int, str] = dict(
        Page.objects.live()
        .filter(translation_key=page.translation_key, alias_of__isnull=True)
        .values_list("locale_id", "url_path")
    )
    return tuple(
        LanguageLink(
            code=locale.code,
            html_lang=locale.html_lang,
            name=locale.own_name,
            url=locale.url_of(paths[locale.id]) if locale.id in paths else locale.home_url,
            current=locale.code == frame.code,
            same_page=locale.id in paths,
        )
        for locale in frame.locales
    )


def languages_without_page(*, frame: SiteFrame, url_name: str = "") -> tuple[LanguageLink, ...]:
    """Return every offered language for a view that is no page: the same view, or the front page."""
    path = reverse(url_name) if url_name else ""
    prefix = f"/{frame.code}/"
    return tuple(
        LanguageLink(
            code=locale.code,
            html_lang=locale.html_lang,
            name=locale.own_name,
            url=locale.home_url + path.removeprefix(prefix)
            if path.startswith(prefix)
            else locale.home_url,
            current=locale.code == frame.code,
            same_page=bool(path),
        )
        for locale in frame.locales
    )


def nav_links(*, place: str) -> list[Link]:
    """Return the links that rooms and plugins have declared for a place, in their order."""
    items: list[Any] = sorted(
        (item for item in registry.of(NavItem) if item.place == place), key=lambda item: item.order
    )
    links = []
    for item in items:
        try:
            links.append(Link(text=str(item.label), url=reverse(item.url_name)))
        except NoReverseMatch:
            # The mount of a broken plugin is left out and reported; its link goes with it.
            continue
    return links
