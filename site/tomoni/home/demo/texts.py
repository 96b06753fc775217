"""Write the texts onto the demo town's pages, once every page that they lead to stands."""

import json
from collections.abc import Callable

from tomoni.home.demo import content
from tomoni.home.demo.bodies import FindPage, RawBlock, front_body, page_body, raw
from tomoni.home.demo.build import picture_of
from tomoni.home.demo.places import home_of, page_at, translation_key
from tomoni.home.models import AccessibilityPolicyPage, AccessibilityResultPage, HomePage
from tomoni.home.models.pages import BodyPage, StandardPage

Progress = Callable[[str], None]


def build(progress: Progress) -> None:
    """Fill the bodies that are still empty; what an editor has written stays."""
    pictures = {picture.key: picture_of(picture.key).pk for picture in content.pictures("ja")}
    for code in content.LOCALES:
        home = home_of(code)
        if home is None:
            continue
        progress(home.title)
        find = finder(home)
        fill(home, front_body(content.front_page(code), find, pictures))
        for key in content.page_keys():
            if code in content.page_locales(key):
                fill_page(
                    StandardPage, home, key, page_body(key, content.page(key, code).blocks, find)
                )
        if code == "ja":
            fill_papers(home, find)


def finder(home: HomePage) -> FindPage:
    """Return a function that finds the pages of one language by their keys."""

    def find(key: str) -> int | None:
        page = page_at(home, key)
        return page.pk if page else None

    return find


def fill_papers(home: HomePage, find: FindPage) -> None:
    policy, result = content.accessibility_policy(), content.accessibility_result()
    fill_page(AccessibilityPolicyPage, home, policy.key, page_body(policy.key, policy.blocks, find))
    honest = {"kind": "warning", "title": "", "text": f"<p>{result.honest_note}</p>"}
    fill_page(
        AccessibilityResultPage, home, result.key, [raw(result.key, "honest", "notice", honest)]
    )


def fill_page(kind: type[BodyPage], home: HomePage, key: str, body: list[RawBlock]) -> None:
    page = kind.objects.filter(
        translation_key=translation_key("page", key), locale_id=home.locale_id
    ).first()
    if page is not None:
        fill(page, body)


def fill(page: BodyPage | HomePage, body: list[RawBlock]) -> None:
    """Publish the page with this body, unless it has one."""
    if page.body:
        return
    page.body = json.dumps(body)  # type: ignore[assignment]  # Wagtail's field takes JSON
    page.save_revision().publish()
