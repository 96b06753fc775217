"""The demo town's drawn pictures: small, plain, described, and let through by the upload check."""

from xml.etree.ElementTree import canonicalize, fromstring

import pytest

from tomoni.home.demo import content
from tomoni.media.svg import sanitise


def test_pictures_are_all_described():
    drawn = {path.stem for path in content.pictures("ja")[0].path.parent.glob("*.svg")}

    described = {locale: {p.key for p in content.pictures(locale)} for locale in content.LOCALES}

    assert described == dict.fromkeys(content.LOCALES, drawn)


@pytest.mark.parametrize("picture", content.pictures("ja"), ids=lambda picture: picture.key)
def test_pictures_are_small_and_pass_the_upload_unchanged(picture):
    data = picture.path.read_bytes()

    cleaned = sanitise(data)

    assert len(data) <= 15_000
    assert canonicalize(cleaned.decode()) == canonicalize(data.decode())


@pytest.mark.parametrize("picture", content.pictures("ja"), ids=lambda picture: picture.key)
def test_pictures_are_drawn_from_plain_shapes(picture):
    root = fromstring(picture.path.read_text(encoding="utf-8"))  # noqa: S314 -- our own file

    names = {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in root.iter()}

    plain = "svg title defs linearGradient stop clipPath g path rect circle ellipse"
    assert names - set(plain.split()) == set()
