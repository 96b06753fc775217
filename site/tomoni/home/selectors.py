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
    """Return breadcrumbs, translations and contact of `page`; one query, whatever its depth."""
    frame = frame_of(request)
    return Surroundings(
        breadcrumbs=breadcrumbs_of(
            page=page, frame=frame, trail=getattr(request, "_tomoni_trail", None)
        ),
        languages=languages_of(page=page, frame=frame),
        section=frame.sections.get(page.section_id) if page.section_id else None,
        url=frame.locale.url_of(page.url_path) if frame.locale else "",
    )


def breadcrumbs_of(
    *, page: Page, frame: SiteFrame, trail: list[Page] | None = None
) -> tuple[Link, ...]:
    """Return the way from the front page to the page above this one.

    `trail` holds the pages that routing met on its way here; without it they are asked for.
    """
    locale = frame.locale
    if locale is None or page.pk == locale.home_id or not page.path:
        return ()
    if trail is None or page.pk not in {met.pk for met in trail}:
        trail = list(page.get_ancestors())
    above = [
        met
        for met in trail
        if met.depth < page.depth and met.pk != locale.home_id and frame.url_of(met)
    ]
    return (
        Link(text="", url=locale.home_url),
        *(Link(text=met.title, url=locale.url_of(met.url_path)) for met in above),
    )


def languages_of(*, page: Page, frame: SiteFrame) -> tuple[LanguageLink, ...]:
    """Return every offered language, with this page where it is really translated there."""
    found = Page.objects.live().filter(translation_key=page.translation_key, alias_of__isnull=True)
    below = {locale.id: locale for locale in frame.locales}
    # From a page that everybody may read nobody is led to a closed door; from a closed one, who
    # reads it may well hold the key to its translation.
    is_open = not frame.hides(page.path)
    paths: dict[int, str] = {
        locale_id: url_path
        for locale_id, url_path, path in found.values_list("locale_id", "url_path", "path")
        if locale_id in below
        and below[locale_id].holds(url_path)
        and not (is_open and frame.hides(path))
    }
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
    """Return every offered language for a view that is no page: that view, or the front page."""
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


def links_below(*, page: Page, frame: SiteFrame) -> tuple[Link, ...]:
    """Return the pages below a page that everybody may read; no query where there are none."""
    if not page.numchild:
        return ()
    children = page.get_children().live().public()
    return tuple(
        Link(text=child.title, url=url) for child in children if (url := frame.url_of(child))
    )
