"""What is written about pictures: storing them, describing them, preparing their sizes."""

import hashlib
from collections.abc import Mapping

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Locale

from tomoni.media.models import Image, ImageDescription
from tomoni.media.picture_checking import check_picture
from tomoni.media.selectors import SIZES


@transaction.atomic
def store_image(
    *,
    title: str,
    data: bytes,
    filename: str,
    description: str,
    decorative: bool = False,
    descriptions: Mapping[str, str] | None = None,
    credit: str = "",
) -> Image:
    """Store a picture once: the same content again changes only what is said about it."""
    clean = check_picture(data, filename)
    # Wagtail's own hash for finding duplicates; nothing is kept secret by it.
    digest = hashlib.sha1(clean, usedforsecurity=False).hexdigest()
    image = Image.objects.filter(file_hash=digest).first() or Image(
        file=ContentFile(clean, filename), file_hash=digest, file_size=len(clean)
    )
    image.title = title
    image.description = "" if decorative else description
    image.is_decorative = decorative
    image.credit = credit
    image.save()
    describe_image(image=image, descriptions=descriptions or {})
    prepare_sizes(image=image)
    return image


@transaction.atomic
def describe_image(*, image: Image, descriptions: Mapping[str, str]) -> None:
    """Set the alternative texts of further languages; an empty text removes one."""
    locales = {one.language_code: one for one in Locale.objects.all()} if descriptions else {}
    for code, text in descriptions.items():
        locale = locales.get(code)
        if locale is None:
            continue
        if text.strip():
            ImageDescription.objects.update_or_create(
                image=image, locale=locale, defaults={"text": text.strip()}
            )
        else:
            ImageDescription.objects.filter(image=image, locale=locale).delete()


def prepare_sizes(*, image: Image) -> None:
    """Make the sizes that pages show, so that no reader waits for them."""
    if not image.is_svg():
        image.get_renditions(*SIZES)
