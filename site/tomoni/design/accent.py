"""The one colour that a town chooses: checked for contrast, and the stylesheet made of it."""

import colorsys
import re
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DEFAULT_ACCENT = "#115a36"
WHITE = "#ffffff"
BLACK = "#000000"
DARK_GROUND = "#1a1a1a"
ENOUGH = 4.5  # WCAG 2.2, 1.4.3
DARK_ENOUGH = 6.0  # a dark ground swallows thin strokes: ask for more than the rule does
TINT_LIGHTNESS = (0.945, 0.96, 0.98, 1.0)
TINT_SATURATION = 0.45
DARK_TINT = 0.13
DARK_SATURATION = 0.4  # strong colours glare on dark grounds

Rgb = tuple[int, int, int]


def parse(colour: str) -> Rgb | None:
    """Read `#rrggbb`; anything else is no colour of ours."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        return None
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance by WCAG's formula."""
    rgb = parse(colour)
    if rgb is None:
        raise ValueError(colour)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in (channel / 255 for channel in rgb)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, into: str, share: float) -> str:
    """Return `into` with `share` of `colour` stirred in."""
    one, other = parse(colour), parse(into)
    if one is None or other is None:
        raise ValueError(colour, into)
    return "#" + "".join(
        f"{round(a * share + b * (1 - share)):02x}" for a, b in zip(one, other, strict=True)
    )


def relit(colour: str, lightness: float, most_saturation: float) -> str:
    """Return a colour of the same hue with another lightness, and not too loud."""
    rgb = parse(colour)
    if rgb is None:
        raise ValueError(colour)
    hue, _lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in rgb))
    shaped = colorsys.hls_to_rgb(hue, lightness, min(saturation, most_saturation))
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in shaped)


def check_accent(colour: str) -> str | Promise | None:
    """Return why this colour cannot be the accent, or None when it can."""
    if parse(colour) is None:
        return _("Write the colour as # and six digits or letters a–f, for example #115a36.")
    ratio = contrast(colour, WHITE)
    if ratio < ENOUGH:
        return _(
            "This colour is too light: its contrast with white is %(ratio)s to 1, "
            "and texts and buttons need %(enough)s to 1. Choose a darker one."
        ) % {"ratio": f"{int(ratio * 100) / 100:.2f}", "enough": f"{ENOUGH:.1f}"}
    return None


def dark_accent(colour: str) -> tuple[str, str]:
    """Return accent and tint for the dark scheme: the same hue, lightened until it is legible."""
    rgb = parse(colour)
    if rgb is None:
        raise ValueError(colour)
    lightness = (max(rgb) + min(rgb)) / 510
    accent = tint = WHITE
    for step in range(101):
        light = lightness + (1 - lightness) * step / 100
        accent = relit(colour, light, DARK_SATURATION)
        tint = mix(accent, DARK_GROUND, DARK_TINT)
        if contrast(accent, tint) >= DARK_ENOUGH:
            break
    return accent, tint


@lru_cache(maxsize=64)
def theme_css(colour: str) -> str:
    """Return the stylesheet that gives the site this accent, in the light and the dark scheme."""
    colour = colour.lower()
    tint = next(
        tint
        for tint in (relit(colour, light, TINT_SATURATION) for light in TINT_LIGHTNESS)
        if contrast(colour, tint) >= ENOUGH
    )
    deep = mix(colour, BLACK, 0.72)
    edge = mix(colour, WHITE, 0.35)
    dark, dark_tint = dark_accent(colour)
    dark_edge = mix(dark, DARK_GROUND, 0.45)
    dark_deep = mix(WHITE, dark, 0.3)
    return (
        f":root{{--accent:{colour};--accent-deep:{deep};--accent-edge:{edge};--accent-tint:{tint};"
        f"--on-accent:{WHITE};--band:{deep};--on-band:{WHITE}}}\n"
        "@media screen and (prefers-color-scheme:dark){:root{"
        f"--accent:{dark};--accent-deep:{dark_deep};--accent-edge:{dark_edge};"
        f"--accent-tint:{dark_tint};--on-accent:{DARK_GROUND};--band:{dark_tint};"
        "--on-band:#f2f2f2}}\n"
    )
