"""What pages ask about pictures and documents."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import FilteredRelation, Q
from wagtail.images.shortcuts import get_renditions_or_not_found

from tomoni.languages import html_lang_of
from tomoni.media.models import Image

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
    if locale_code in image.texts:
        return AltText(image.texts[locale_code], html_lang_of(locale_code))
    return AltText(image.description, html_lang_of(settings.LANGUAGE_CODE))


def images_for_pages(keys: Iterable[int]) -> dict[int, Image]:
    """Return pictures by key with all that showing them needs, in one query however many."""
    wanted = set(keys)
    if not wanted:
        return {}
    # A row for each size that was made, with each text there is: a handful a picture.
    rows = (
        Image.objects.filter(pk__in=wanted)
        .annotate(
            made=FilteredRelation("renditions", condition=Q(renditions__filter_spec__in=SIZES)),
            told=FilteredRelation("descriptions"),
        )
        .select_related("made", "told__locale")
    )
    found: dict[int, Image] = {}
    for row in rows:
        image = found.setdefault(row.pk, row)
        if image is row:
            image.texts, image.prefetched_renditions = {}, []
        # Where nothing was joined, Django leaves the names out.
        told, made = getattr(row, "told", None), getattr(row, "made", None)
        if told is not None:
            image.texts[told.locale.language_code] = told.text
        if made is not None and made not in image.prefetched_renditions:
            made.image = image
            image.prefetched_renditions.append(made)
    return found


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
