"""The drawn signs: each that a template asks for is in the file, and each in the file is drawn."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from django.template.loader import render_to_string

import tomoni.design

ROOM = Path(tomoni.design.__file__).parent
CHECKOUT = ROOM.parents[2]
SVG = "{http://www.w3.org/2000/svg}"
# Where a component is handed a sign's name, and where the signs of notices come from.
ASKED = r'(?:icon\.html" with name=(?:\w+\|default:)?|\bicon=)"(\w+)"'
KINDS = {"info", "success", "warning", "error"}


def test_every_sign_that_is_asked_for_is_drawn():
    signs = ET.parse(ROOM / "static/tomoni/design/icons.svg").getroot()  # noqa: S314 -- our own
    drawn = {sign.get("id"): len(sign) for sign in signs.iter(f"{SVG}symbol")}

    asked = {
        name
        for root in (CHECKOUT / "site", CHECKOUT / "plugins")
        for path in root.rglob("templates/tomoni*/**/*.html")
        if "admin" not in path.parts
        for name in re.findall(ASKED, path.read_text())
    }

    assert len(asked) > 8
    assert (asked | KINDS) - set(drawn) == set()
    assert [name for name, parts in drawn.items() if not parts] == []


def test_sign_is_silent_and_led_to_its_drawing():
    html = render_to_string("tomoni/design/components/icon.html", {"name": "phone"})

    assert re.fullmatch(
        r'\s*<svg class="icon" width="24" height="24" aria-hidden="true">'
        r'<use href="/static/tomoni/design/icons[.\w]*\.svg#phone"/></svg>\s*',
        html,
    )
