"""Pictures stored by code: once, described, harmless, ready in all sizes."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from tomoni.media.models import Image, Rendition
from tomoni.media.selectors import SIZES, AltText, alternative_text
from tomoni.media.services import store_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def locales():
    for code in ("en", "ja-simple"):
        Locale.objects.get_or_create(language_code=code)


def test_store_image_twice_keeps_one_and_updates_its_words(picture, locales):
    first = store_image(title="木", data=picture(), filename="a.png", description="木")

    again = store_image(
        title="大木",
        data=picture(),
        filename="other.png",
        description="大きな木",
        descriptions={"en": "A big tree"},
        credit="町 広報課",
    )

    assert Image.objects.count() == 1
    assert (again.pk, again.title, again.credit) == (first.pk, "大木", "町 広報課")
    assert alternative_text(again, "en") == AltText("A big tree", "en")


def test_store_image_stores_a_drawing_once_though_it_was_cleaned(locales):
    data = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>'

    one = store_image(title="木", data=data, filename="a.svg", description="木")
    two = store_image(title="木", data=data, filename="a.svg", description="木")

    with one.file.open("rb") as file:
        assert b"script" not in file.read()
    assert (one.pk, Image.objects.count()) == (two.pk, 1)


def test_store_image_prepares_the_sizes_that_pages_show(picture):
    store_image(title="木", data=picture(size=(1600, 900)), filename="a.png", description="木")

    specs = Rendition.objects.order_by("filter_spec").values_list("filter_spec", flat=True)
    assert list(specs) == sorted(SIZES)


def test_store_image_refuses_harm_and_stores_nothing():
    with pytest.raises(ValidationError):
        store_image(title="x", data=b"<html/>", filename="a.png", description="x")

    assert Image.objects.count() == 0


def test_alternative_text_falls_back_to_the_first_language_and_says_so(picture, locales):
    image = store_image(
        title="木", data=picture(), filename="a.png", description="木", descriptions={"en": "Tree"}
    )

    texts = [alternative_text(image, code) for code in ("ja", "ja-simple", "en", "pt-br")]

    assert texts == [
        AltText("木", "ja"),
        AltText("木", "ja"),
        AltText("Tree", "en"),
        AltText("木", "ja"),
    ]


def test_alternative_text_of_a_decorative_picture_is_empty(picture):
    image = store_image(
        title="木", data=picture(), filename="a.png", description="木", decorative=True
    )

    assert alternative_text(image, "pt-br") == AltText("", "pt-BR")
