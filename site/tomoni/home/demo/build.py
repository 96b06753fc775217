"""Build the demo town: languages, pictures, front pages, sections, words, pages. Safe to run twice.

What stands already is left as it is, so an editor's changes survive. The pages' texts come last, in
`texts.py`, when the pages that they lead to stand.
"""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from tomoni.home.demo import content
from tomoni.home.demo.content.records import Picture, Town
from tomoni.home.demo.places import HOME, home_of, locale_of, translation_key
from tomoni.home.models import (
    AccessibilityCriterion,
    AccessibilityPolicyPage,
    AccessibilityResultPage,
    FooterLink,
    HomePage,
    PublicPage,
    Section,
    SiteAppearance,
    StandardPage,
    Wording,
)
from tomoni.media.models import Image
from tomoni.media.services import store_image

Progress = Callable[[str], None]

# Pages of the town that stand at the foot; a sixth word in the menu would break its line.
IN_FOOTER = ("living", "about-this-site", "accessibility-policy", "accessibility-result")


def build(progress: Progress) -> None:
    """Create what is missing of the town."""
    for code in content.LOCALES:
        locale_of(code)
    pictures = {picture.key: picture_of(picture.key) for picture in content.pictures("ja")}
    for code in content.LOCALES:
        town = content.town(code)
        progress(town.site_name)
        put_up_sections(code)
        put_up_words(code)
        home = home_of(code) or put_up_home(town, pictures)
        put_up_pages(home, code, progress)
        if code == "ja":
            put_up_papers(home, progress)
        link_footer(home)
    name_site(pictures)


def picture_of(key: str) -> Image:
    """Return the stored picture, or store it with its words in every language."""
    words = {code: _picture(code, key) for code in content.LOCALES}
    stored = Image.objects.filter(title=words["ja"].title).first()
    return stored or store_image(
        title=words["ja"].title,
        data=words["ja"].path.read_bytes(),
        filename=words["ja"].path.name,
        description=words["ja"].alt,
        descriptions={code: word.alt for code, word in words.items() if code != "ja"},
    )


def _picture(code: str, key: str) -> Picture:
    return next(picture for picture in content.pictures(code) if picture.key == key)


def put_up_sections(code: str) -> None:
    for number, section in enumerate(content.sections(code), start=1):
        Section.objects.get_or_create(
            locale=locale_of(code),
            translation_key=translation_key("section", section.key),
            defaults={
                "name": section.name,
                "name_kana": section.kana if code == "ja" else "",
                "duties": section.duties,
                "phone": section.phone,
                "email": section.mail,
                "place": section.floor,
                "hours": section.hours,
                "order": number * 10,
            },
        )


def put_up_words(code: str) -> None:
    for word in content.wording(code):
        Wording.objects.get_or_create(
            locale=locale_of(code), key=word.key, defaults={"text": word.value}
        )


def put_up_home(town: Town, pictures: dict[str, Image]) -> HomePage:
    front = content.front_page(town.locale)
    home = HomePage(
        title=front.title,
        slug=f"home-{town.locale}",
        locale=locale_of(town.locale),
        translation_key=translation_key("page", HOME),
        town_name=town.name,
        heading=front.hero_title,
        summary=front.hero_lead,
        search_description=front.description,
        picture=pictures[front.hero_picture],
        section=section_of("kyodo", town.locale),
        footer_text="\n".join([town.address, town.phone, town.hours, town.copyright]),
    )
    Page.get_first_root_node().add_child(instance=home)
    home.save_revision().publish()
    return home


def put_up_pages(home: HomePage, code: str, progress: Progress) -> None:
    for key in content.page_keys():
        if code in content.page_locales(key):
            page = content.page(key, code)
            put_up(
                parent_of(page.parent, home),
                StandardPage,
                key,
                progress,
                title=page.title,
                summary=page.lead,
                section=section_of(page.section, code),
                show_in_menus=not page.parent and key not in IN_FOOTER,
            )


def parent_of(key: str, home: HomePage) -> Page:
    """Return the demo's page with this key, or the front page where there is none."""
    lasting = translation_key("page", key)
    page = StandardPage.objects.filter(translation_key=lasting, locale=home.locale).first()
    return page or home


def put_up_papers(home: HomePage, progress: Progress) -> None:
    """Put up the accessibility policy and the test's result, which the town has in Japanese."""
    policy, result = content.accessibility_policy(), content.accessibility_result()
    put_up(
        home,
        AccessibilityPolicyPage,
        policy.key,
        progress,
        title=policy.title,
        summary=policy.lead,
        section=section_of(policy.section, "ja"),
        published_on=policy.published,
        standard=policy.standard,
        level=policy.target_level,
        target=policy.target,
        due=policy.due,
        scope=policy.scope,
        exceptions=policy.exceptions.replace("<br>", "\n"),
    )
    put_up(
        home,
        AccessibilityResultPage,
        result.key,
        progress,
        title=result.title,
        summary=result.lead,
        section=section_of(result.section, "ja"),
        published_on=result.published,
        standard=result.standard,
        level=result.target_level,
        claim=result.claim,
        tested_from=result.tested_from,
        tested_until=result.tested_until,
        selection=result.selection,
        pages_tested="\n".join(result.tested_pages),
        technologies="\n".join(result.technologies),
        method=result.method,
        tools=result.tools,
        criteria=[
            AccessibilityCriterion(
                sort_order=place, number=one.number, outcome=one.outcome, note=one.note
            )
            for place, one in enumerate(result.criteria)
        ],
    )


def put_up(
    parent: Page, kind: type[PublicPage], key: str, progress: Progress, **values: Any
) -> None:
    """Create and publish a page below another, unless it or its place is taken.

    A page that an editor made at that address stays, and the town goes without its own.
    """
    lasting = translation_key("page", key)
    if Page.objects.filter(translation_key=lasting, locale=parent.locale).exists():
        return
    if parent.get_children().filter(slug=key).exists():
        tell_taken(parent, key, progress)
        return
    page = kind(slug=key, translation_key=lasting, locale=parent.locale, **values)
    parent.add_child(instance=page)
    page.save_revision().publish()


def tell_taken(parent: Page, slug: str, progress: Progress) -> None:
    """Say that a page of the town is left out, as another stands at its address."""
    below = parent.url_path.strip("/").partition("/")[2]
    place = {"code": parent.locale.language_code, "slug": f"{below}/{slug}".lstrip("/")}
    progress(_("Passed over, the address has a page already: /%(code)s/%(slug)s/") % place)


def link_footer(home: HomePage) -> None:
    """Link what stands at the foot of every page, while an editor has linked nothing."""
    if home.footer_links.exists():
        return
    found = {page.slug: page for page in home.get_children().filter(slug__in=IN_FOOTER)}
    home.footer_links = [
        FooterLink(sort_order=place, page=found[key])
        for place, key in enumerate(IN_FOOTER)
        if key in found
    ]
    home.save_revision().publish()


def section_of(key: str, code: str) -> Section:
    return Section.objects.get(
        locale__language_code=code, translation_key=translation_key("section", key)
    )


def name_site(pictures: dict[str, Image]) -> None:
    """Let the default site begin at our front page, in place of the one that Wagtail puts up."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is not None and isinstance(site.root_page.specific, HomePage):
        return
    town = content.town("ja")
    site = site or Site(hostname="localhost", is_default_site=True)
    welcome = site.root_page if site.root_page_id else None
    site.root_page = home_of("ja")
    site.site_name = town.name
    site.save()
    SiteAppearance.objects.get_or_create(
        site=site, defaults={"accent": town.accent, "emblem": pictures["emblem"]}
    )
    if welcome is not None and welcome.specific_class is Page and welcome.is_leaf():
        welcome.delete()
