"""Rules for the files that browsers get: small, of our own house, and nothing inline."""

import gzip
import re
from pathlib import Path

import pytest

import tomoni.design

ROOM = Path(tomoni.design.__file__).parent
CHECKOUT = ROOM.parents[2]
STATIC = ROOM / "static/tomoni/design"
COMPONENTS = sorted((ROOM / "templates/tomoni/design/components").glob("*.html"))
TEMPLATES = sorted(
    path
    for root in (CHECKOUT / "site", CHECKOUT / "plugins")
    for path in root.rglob("templates/**/*.html")
)
STYLES_AND_SCRIPTS = sorted(
    path
    for root in (CHECKOUT / "site", CHECKOUT / "plugins")
    for kind in ("css", "js")
    for path in root.rglob(f"static/**/*.{kind}")
)
INLINE = {
    "style attribute": r"<[^>]*\sstyle\s*=",
    "style element": r"<style\b",
    "event attribute": r"<[^>]*\son[a-z]+\s*=",
    "inline script": r"<script(?![^>]*\ssrc=)[^>]*>",
    "script address": r"(?:href|src|action)\s*=\s*[\"']?\s*javascript:",
}
ADDRESS = r"(?:https?:)?//(?!www\.w3\.org/)[\w-]+\.[\w.-]+"


def inline_parts(text):
    return [name for name, pattern in INLINE.items() if re.search(pattern, text, re.IGNORECASE)]


def zipped(kind):
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in STATIC.glob(f"*.{kind}"))


def shown(path):
    return str(path.relative_to(CHECKOUT))


def test_styles_are_small():
    assert 2_000 < zipped("css") <= 12_000


def test_scripts_are_small():
    assert 200 < zipped("js") <= 5_000


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_template_has_nothing_inline(path):
    assert inline_parts(path.read_text()) == []


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color:red">',
        "<style>p{}</style>",
        '<a onclick="go()">',
        "<script>go()</script>",
        '<a href="javascript:go()">',
    ],
)
def test_inline_patterns_find_what_they_are_for(text):
    assert inline_parts(text) != []


@pytest.mark.parametrize("path", [*TEMPLATES, *STYLES_AND_SCRIPTS], ids=shown)
def test_source_loads_nothing_from_elsewhere(path):
    loaded = re.findall(
        rf"(?:src=|url\(|@import|<link[^>]*href=|import |from )\s*[\"']?{ADDRESS}", path.read_text()
    )

    assert loaded == []


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.name)
def test_component_says_its_purpose_and_arguments(path):
    first_line = path.read_text().splitlines()[0]

    assert re.fullmatch(r"\{# [A-Z].+\. Arguments: .+\. #\}", first_line)


def test_components_are_all_here():
    assert len(COMPONENTS) >= 25
