"""What pages ask about pictures and documents."""

from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from wagtail.images.shortcuts import get_renditions_or_not_found

from tomoni.languages import html_lang_of
from tomoni.media.models import Image, ImageDescription

SMALL = "max-640x1280|format-webp"
LARGE = "max-1280x2560|format-webp"
SIZES = (SMALL, LARGE)


@dataclass(frozen=True)
class AltText:
    """An alternative text and the tag of the language it is written in."""

    text: str
    lang: str


@dataclass(frozen=True)
class ShownPicture:
    """Addresses and size of a picture on a page; `srcset` is empty for a drawn one."""

    url: str
    width: int
    height: int
    srcset: str


def alternative_text(image: Image, locale_code: str) -> AltText:
    """Return the text for a language, else the one in the site's first language."""
    if image.is_decorative:
        return AltText("", html_lang_of(locale_code))
    for description in image.descriptions.all():
        if description.locale.language_code == locale_code:
            return AltText(description.text, html_lang_of(locale_code))
    return AltText(image.description, html_lang_of(settings.LANGUAGE_CODE))


def images_for_pages() -> QuerySet[Image]:
    """Return pictures with all that showing them needs, in three queries however many."""
    images = Image.objects.prefetch_related(
        Prefetch("descriptions", ImageDescription.objects.select_related("locale"))
    )
    return cast("QuerySet[Image]", images.prefetch_renditions(*SIZES))


def shown_picture(image: Image) -> ShownPicture:
    """Return what a page needs to show a picture; a drawn one is shown as it is."""
    if image.is_svg():
        return ShownPicture(image.file.url, image.width, image.height, "")
    renditions = get_renditions_or_not_found(image, SIZES)
    small, large = renditions[SMALL], renditions[LARGE]
    srcset = f"{small.url} {small.width}w, {large.url} {large.width}w"
    if small.width == large.width:
        srcset = ""
    return ShownPicture(large.url, large.width, large.height, srcset)
