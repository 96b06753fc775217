"""Drawn pictures lose whatever could act, and keep what draws."""

import pytest
from django.core.exceptions import ValidationError

from tomoni.media.svg import sanitise

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside, attributes=' viewBox="0 0 10 10"'):
    return f"{HEAD}{attributes}>{inside}</svg>".encode()


def drawn(inside):
    end = f">{inside}</svg>" if inside else " />"
    return (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        f'<svg viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg"{end}'
    ).encode()


@pytest.mark.parametrize(
    ("harmful", "left"),
    [
        ("<script>alert(1)</script><rect/>", "<rect />"),
        ('<rect onload="alert(1)" width="3"/>', '<rect width="3" />'),
        ("<foreignObject><p>x</p></foreignObject>", ""),
        ('<image href="https://evil.example/x.png"/>', ""),
        ('<use href="https://evil.example/#a"/>', "<use />"),
        ('<use xlink:href="data:image/svg+xml,x"/>', "<use />"),
        ('<use xlink:href="#a"/>', '<use href="#a" />'),
        ('<a href="javascript:alert(1)"><circle r="1"/></a>', '<g><circle r="1" /></g>'),
        ('<rect style="fill:url(https://evil.example)"/>', "<rect />"),
        ('<rect style="fill:url(#a);stroke:red"/>', '<rect style="fill:url(#a);stroke:red" />'),
        ('<rect fill="url(//evil.example/a)"/>', "<rect />"),
        (r'<rect style="fill:u\72l(//evil.example)"/>', "<rect />"),
        ("<style>@import '//evil.example';</style>", ""),
        ("<style>.a{fill:#fff}</style>", "<style>.a{fill:#fff}</style>"),
        ('<rect><animate attributeName="href" to="javascript:x"/></rect>', "<rect />"),
        ('<rect><set attributeName="onclick" to="x"/></rect>', "<rect />"),
        ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>', ""),
        ("<?xml-stylesheet href='//evil.example'?><rect/>", "<rect />"),
        ("<iframe/><filter><feImage href='#a'/></filter>", "<filter />"),
        ("<title>町の木 &amp; 花</title>", "<title>町の木 &amp; 花</title>"),
    ],
)
def test_sanitise_keeps_what_draws_and_drops_what_acts(harmful, left):
    assert sanitise(svg(harmful)) == drawn(left)


def test_sanitise_of_its_own_result_changes_nothing():
    once = sanitise(svg('<g id="a"><path d="M0 0h5"/>あ<text x="1">町</text></g>'))

    assert sanitise(once) == once


def test_sanitise_drops_a_plain_doctype():
    doctype = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'

    assert sanitise(doctype + svg("<rect/>")) == drawn("<rect />")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "svg_entities"),
        (
            b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("&x;"),
            "svg_entities",
        ),
        (b"", "svg_unreadable"),
        (b"\x00\x01", "svg_unreadable"),
        (b"<html><body/></html>", "svg_unreadable"),
        (b"<svg><rect/></svg>", "svg_unreadable"),
        (svg("<rect"), "svg_unreadable"),
        (svg("<g>" * 200 + "</g>" * 200), "svg_too_big"),
        (svg("<g>" * 100_000 + "</g>" * 100_000), "svg_too_big"),
        (svg(" " * (2 * 1024 * 1024)), "svg_too_big"),
    ],
)
def test_sanitise_refuses_with_a_sentence(data, code):
    with pytest.raises(ValidationError) as refused:
        sanitise(data)

    assert refused.value.code == code
