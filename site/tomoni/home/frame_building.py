"""Build a site frame from the database; the only place that reads what stands around pages."""

from django.conf import settings
from django.utils import translation
from django.utils.html import strip_tags
from wagtail.models import Locale, Page, PageViewRestriction, Site

from tomoni.design.accent import DEFAULT_ACCENT
from tomoni.home.frame import Emergency, Link, LiveLocale, SectionCard, SiteFrame
from tomoni.home.models import EmergencyNotice, HomePage, Section, SiteAppearance, Wording
from tomoni.home.selectors import nav_links
from tomoni.home.words import default_words
from tomoni.languages import html_lang_of
from tomoni.plugins.dormant import is_dormant

__all__ = ["build_frame"]


def build_frame(*, site: Site | None, code: str) -> SiteFrame:
    """Return the frame of `site` in the language `code`.

    A language without a live front page has no `locale`, no navigation and no text of another
    language; only the way home, in the default language, is left.
    """
    with translation.override(code):
        locales = live_locales(site=site)
        locale = next((entry for entry in locales if entry.code == code), None)
        fallback = next((e for e in locales if e.code == settings.LANGUAGE_CODE), None)
        shown = locale or fallback or (locales[0] if locales else None)
        home = HomePage.objects.filter(pk=shown.home_id).first() if shown else None
        # Reading must not write: `for_site` would create the row, and so renew every frame.
        appearance = SiteAppearance.objects.filter(site=site).first() if site else None
        return SiteFrame(
            site_id=site.pk if site else None,
            code=code,
            html_lang=html_lang_of(code),
            locale=locale,
            locales=locales,
            town_name=home.town_name if home else settings.WAGTAIL_SITE_NAME,
            home_url=shown.home_url if shown else "/",
            navigation=(*menu_links(locale=locale), *nav_links(place="header")) if locale else (),
            footer=(*footer_links(home=home, locale=locale), *nav_links(place="footer"))
            if locale
            else (),
            footer_text=home.footer_text if home and locale else "",
            accent=appearance.accent if appearance else DEFAULT_ACCENT,
            emblem_url=emblem_url(appearance),
            notices=notices(locale=shown),
            wording=wording(code=code, locale=locale),
            sections=sections(locale=shown),
            known_names=known_names(home=home, locale=shown),
            closed=closed_paths(),
        )


def live_locales(*, site: Site | None) -> tuple[LiveLocale, ...]:
    """Return the languages whose front page is live and no mere copy, in the settings' order."""
    if site is None:
        return ()
    homes = HomePage.objects.live().filter(
        translation_key=site.root_page.translation_key, alias_of__isnull=True
    )
    by_code = {}
    locale_codes = dict(Locale.objects.values_list("pk", "language_code"))
    for home in homes:
        code = locale_codes.get(home.locale_id)
        if code is not None:
            by_code[code] = home
    return tuple(
        LiveLocale(
            id=by_code[code].locale_id,
            code=code,
            html_lang=html_lang_of(code),
            own_name=str(own_name),
            home_id=by_code[code].pk,
            home_path=by_code[code].url_path,
            home_url=f"/{code}/",
        )
        for code, own_name in settings.LANGUAGES
        if code in by_code
    )


def menu_links(*, locale: LiveLocale) -> list[Link]:
    home = Page.objects.get(pk=locale.home_id)
    pages = home.get_children().live().public().in_menu()
    # A page of a switched-off plugin answers 404; a menu must not lead there.
    return [
        Link(text=page.title, url=locale.url_of(page.url_path))
        for page in pages
        if not is_dormant(page)
    ]


def footer_links(*, home: HomePage | None, locale: LiveLocale) -> list[Link]:
    if home is None:
        return []
    return [
        Link(text=link.text or link.page.title, url=locale.url_of(link.page.url_path))
        for link in home.footer_links.select_related("page")
        if is_readable(link.page, locale=locale)
    ]


def is_readable(page: Page, *, locale: LiveLocale) -> bool:
    return page.live and locale.holds(page.url_path) and not is_dormant(page)


def closed_paths() -> tuple[str, ...]:
    paths = PageViewRestriction.objects.order_by("page__path").values_list("page__path", flat=True)
    return tuple(paths.distinct())


def emblem_url(appearance: SiteAppearance | None) -> str:
    if appearance is None or appearance.emblem is None:
        return ""
    return str(appearance.emblem.file.url)


def notices(*, locale: LiveLocale | None) -> tuple[Emergency, ...]:
    if locale is None:
        return ()
    rows = EmergencyNotice.objects.filter(locale_id=locale.id).select_related("page")
    return tuple(
        Emergency(
            level=row.level,
            title=row.title,
            text=row.text,
            url=locale.url_of(row.page.url_path)
            if row.page and is_readable(row.page, locale=locale)
            else "",
            starts=row.starts,
            ends=row.ends,
        )
        for row in rows
    )


def wording(*, code: str, locale: LiveLocale | None) -> dict[str, str]:
    """Return every declared word: the town's own where it has one, else the declared default."""
    words = default_words(code)
    if locale is not None:
        words |= dict(
            Wording.objects.filter(locale_id=locale.id, key__in=words).values_list("key", "text")
        )
    return words


def sections(*, locale: LiveLocale | None) -> dict[int, SectionCard]:
    """Return the card to show for each section's key, in this language where it has one."""
    rows = list(Section.objects.all())
    here = {row.translation_key: row for row in rows if locale and row.locale_id == locale.id}
    cards = {}
    for row in rows:
        shown = here.get(row.translation_key, row)
        cards[row.pk] = SectionCard(
            name=shown.name,
            duties=strip_tags(shown.duties),
            phone=shown.phone,
            extension=shown.extension,
            email=shown.email,
            place=shown.place,
            hours=shown.hours,
        )
    return cards


def known_names(*, home: HomePage | None, locale: LiveLocale | None) -> tuple[str, ...]:
    """Return names that a heading must not break inside: the town and its sections."""
    if home is None or locale is None:
        return ()
    names = Section.objects.filter(locale_id=locale.id).values_list("name", flat=True)
    return (home.town_name, *names)
