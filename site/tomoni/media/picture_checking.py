"""Check an uploaded picture by its content, and make a drawn one harmless."""

import io
import warnings
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow

from tomoni.media.svg import sanitise

FORMATS = {"gif": "GIF", "jpeg": "JPEG", "jpg": "JPEG", "png": "PNG", "webp": "WEBP"}

TOO_BIG = _("The picture is too big (%(size)s). Keep it below %(limit)s.")
TOO_MANY_PIXELS = _("The picture has too many pixels. Make it smaller than %(limit)s megapixels.")
BROKEN = _("This is not a readable picture. Save it again as JPEG or PNG.")
MISNAMED = _("The name ends in .%(named)s, but the content is %(found)s. Rename or save it again.")
UNKNOWN = _("We take pictures as JPEG, PNG, GIF, WebP or SVG. Save it in one of these.")


def check_picture(data: bytes, name: str) -> bytes:
    """Return the bytes to store, or raise a sentence that says what to do."""
    limit = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if len(data) > limit:
        sizes = {"size": filesizeformat(len(data)), "limit": filesizeformat(limit)}
        raise ValidationError(TOO_BIG, code="too_big", params=sizes)
    named = PurePath(name).suffix.lower().lstrip(".")
    if named == "svg":
        return sanitise(data)
    if named not in FORMATS:
        raise ValidationError(UNKNOWN, code="unknown")
    _check_pixels(data, named)
    return data


def _check_pixels(data: bytes, named: str) -> None:
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    params = {"limit": limit // 1_000_000}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            with Pillow.open(io.BytesIO(data)) as picture:
                found = picture.format or "?"
                if picture.width * picture.height * getattr(picture, "n_frames", 1) > limit:
                    raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels", params=params)
                # A picture cut off in the middle opens well and fails only when it is shown.
                picture.load()
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels", params=params) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise ValidationError(BROKEN, code="broken") from error
    if found != FORMATS[named]:
        raise ValidationError(MISNAMED, code="misnamed", params={"named": named, "found": found})
