"""Pictures are looked at before they are stored."""

import struct
import zlib

import pytest
from django.core.exceptions import ValidationError

from tomoni.media.picture_checking import check_picture


def huge_png(width, height):
    """Return a tiny file that says it is huge."""

    def chunk(kind, data):
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\x00" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("form", "name"), [("PNG", "a.png"), ("JPEG", "b.JPG"), ("GIF", "c.gif"), ("WEBP", "d.webp")]
)
def test_check_returns_a_good_picture_unchanged(picture, form, name):
    data = picture(form)

    assert check_picture(data, name) == data


@pytest.mark.parametrize("size", [(9_000, 8_000), (12_000, 10_000), (60_000, 60_000)])
def test_check_refuses_decompression_bombs(size):
    with pytest.raises(ValidationError) as refused:
        check_picture(huge_png(*size), "a.png")

    assert refused.value.code == "too_many_pixels"


def test_check_refuses_wrong_names_damage_and_strangers(picture):
    cases = {
        "misnamed": (picture("PNG"), "a.jpg"),
        "broken": (picture("PNG", (300, 300))[:120], "a.png"),
        "unknown": (picture("BMP"), "a.bmp"),
    }
    found = {}

    for code, (data, name) in cases.items():
        with pytest.raises(ValidationError) as refused:
            check_picture(data, name)
        found[code] = refused.value.code

    assert found == {code: code for code in cases}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_check_refuses_a_picture_cut_off_in_the_middle(picture, form):
    whole = picture(form, (600, 400))

    with pytest.raises(ValidationError) as refused:
        check_picture(whole[: len(whole) // 2], f"a.{form.lower()}")

    assert refused.value.code == "broken"


def test_check_refuses_what_is_too_big(picture, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10

    with pytest.raises(ValidationError) as refused:
        check_picture(picture(), "a.png")

    assert refused.value.code == "too_big"
