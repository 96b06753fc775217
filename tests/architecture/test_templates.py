"""Templates keep to the content policy and to what every page promises."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted(
    path
    for source in (ROOT / "site" / "tomoni", ROOT / "plugins")
    for path in source.rglob("*.html")
    if "tests" not in path.parts
)
FORBIDDEN = {
    "a script in the page": r"<script(?![^>]*\bsrc=)",
    "a style in the page": r"<style\b|\sstyle=",
    "a handler in the page": r"\son[a-z]+=",
    "another host": r"""(?:src|href|action)=["'](?:https?:)?//""",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_template_has_no(what):
    pattern = re.compile(FORBIDDEN[what], re.IGNORECASE)
    found = [
        (str(path.relative_to(ROOT)), match)
        for path in TEMPLATES
        for match in pattern.findall(without_comments(path.read_text()))
    ]

    assert len(TEMPLATES) > 20
    assert found == []


def test_no_tag_is_broken_across_lines():
    """Django prints such a tag as it stands."""
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in TEMPLATES
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if (line.count("{{"), line.count("{%")) != (line.count("}}"), line.count("%}"))
    ]

    assert found == []


def without_comments(text):
    return re.sub(r"{% comment.*?{% endcomment %}|{#.*?#}", "", text, flags=re.DOTALL)
