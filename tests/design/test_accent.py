"""The accent colour: what is refused and why, and that what is made of it is legible."""

import re

import pytest
from django.utils import translation

from tomoni.design.accent import (
    DARK_GROUND,
    DEFAULT_ACCENT,
    check_accent,
    contrast,
    theme_css,
)

STRONG = ("#115a36", "#00428c", "#0031d8", "#a90000", "#6d2700", "#767676", "#000000", "#8b008b")


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#3460fb", "#ffffff", 4.99),
        ("#0031d8", "#ffffff", 8.64),
        ("#0017c1", "#ffffff", 11.10),
        ("#197a4b", "#ffffff", 5.35),
    ],
)
def test_contrast_is_that_of_the_published_tokens(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize("colour", STRONG)
def test_strong_accent_is_accepted(colour):
    assert check_accent(colour) is None


def test_weak_accent_is_refused_with_its_contrast():
    reason = check_accent("#259d63")

    assert str(reason) == (
        "This colour is too light: its contrast with white is 3.45 to 1, "
        "and texts and buttons need 4.5 to 1. Choose a darker one."
    )


@pytest.mark.parametrize(
    "colour", ["", "#fff", "115a36", "green", "#115a3g", "#115a36;}", "#115a36\n"]
)
def test_accent_that_is_no_colour_is_refused(colour):
    reason = check_accent(colour)

    assert str(reason) == (
        "Write the colour as # and six digits or letters a–f, for example #115a36."
    )


@pytest.mark.parametrize("colour", STRONG)
def test_theme_is_legible_in_both_schemes(colour):
    light, dark = (
        dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", css))
        for css in theme_css(colour).split("@media")
    )

    for scheme, ground in ((light, "#ffffff"), (dark, DARK_GROUND)):
        pairs = [
            (scheme["accent"], ground),
            (scheme["accent"], scheme["accent-tint"]),
            (scheme["accent-deep"], scheme["accent-tint"]),
            (scheme["on-accent"], scheme["accent"]),
            (scheme["on-accent"], scheme["accent-deep"]),
            (scheme["on-band"], scheme["band"]),
        ]
        assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def test_theme_view_serves_the_asked_accent_for_long(client):
    response = client.get("/theme.css", {"accent": "a90000"})

    assert response["Content-Type"] == "text/css"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.content.decode() == theme_css("#a90000")


@pytest.mark.parametrize("asked", ["", "ffffff", "}body{display:none", "é", "115a36\x01"])
def test_theme_view_falls_back_from_an_unfit_accent(client, asked):
    response = client.get("/theme.css", {"accent": asked})

    assert response.status_code == 200
    assert response.content.decode() == theme_css(DEFAULT_ACCENT)
