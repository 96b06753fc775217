"""Where the demo town's things stand: lasting keys, and the pages found by them."""

from uuid import UUID

from wagtail.models import Locale, Page

from tomoni.home.demo.content.blocks import block_id
from tomoni.home.models import HomePage

HOME = "front"


def translation_key(kind: str, key: str) -> UUID:
    """Return the key that all translations of a page or section share, the same in every town."""
    return block_id(f"{kind}-translations", key)


def locale_of(code: str) -> Locale:
    """Return the locale, made where it is missing."""
    return Locale.objects.get_or_create(language_code=code)[0]


def home_of(code: str) -> HomePage | None:
    """Return the demo town's front page in a language."""
    return HomePage.objects.filter(
        translation_key=translation_key("page", HOME), locale__language_code=code
    ).first()


def page_at(home: HomePage, key: str) -> Page | None:
    """Return the live page below `home` whose slug is `key`, whichever room put it up."""
    return Page.objects.descendant_of(home).live().filter(slug=key).order_by("depth").first()
