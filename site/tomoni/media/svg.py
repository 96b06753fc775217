"""Make a drawn picture (SVG) harmless: keep what draws, drop what could act or call home."""

import re
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tomoni.media.svg_allowed import ATTRIBUTES, ELEMENTS, UNWRAPPED

SVG = "{http://www.w3.org/2000/svg}"
XML = "{http://www.w3.org/XML/1998/namespace}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 100

# A plain document type names a public standard; one with [ ] could define entities.
PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE\s+svg\b[^\[<>]*>", re.IGNORECASE)
LOCAL_URL = re.compile(r"url\(\s*(['\"]?)#[\w.:-]+\1\s*\)", re.IGNORECASE)
ACTING_CSS = re.compile(r"url\(|@|expression|javascript:|behavior|-moz-binding|\\|<", re.IGNORECASE)

NO_SVG = _("This is not a readable SVG picture. Export it again, or use PNG.")
ENTITIES = _("This SVG defines entities, which can hide harm. Export it as plain SVG.")
TOO_BIG = _("This SVG is too big or too deeply nested. Simplify it, or use PNG.")


def sanitise(data: bytes) -> bytes:
    """Return a harmless copy of an SVG picture, or raise a sentence that says what to do."""
    if len(data) > MAX_BYTES:
        raise ValidationError(TOO_BIG, code="svg_too_big")
    try:
        root = fromstring(PLAIN_DOCTYPE.sub(b"", data, count=1), forbid_dtd=True)
    except DefusedXmlException as error:
        raise ValidationError(ENTITIES, code="svg_entities") from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise ValidationError(NO_SVG, code="svg_unreadable") from error
    if root.tag != f"{SVG}svg":
        raise ValidationError(NO_SVG, code="svg_unreadable")
    clean = _copy(root, depth=0)
    if clean is None:
        raise ValidationError(NO_SVG, code="svg_unreadable")
    clean.set("xmlns", SVG.strip("{}"))
    return tostring(clean, encoding="utf-8", xml_declaration=True)


def _copy(element: Element, depth: int) -> Element | None:
    if depth > MAX_DEPTH:
        raise ValidationError(TOO_BIG, code="svg_too_big")
    name = _own_name(element.tag)
    if name is None:
        return None
    clean = Element(name, _attributes(element))
    clean.text, clean.tail = element.text, element.tail
    if name == "style" and not _is_calm("".join(element.itertext())):
        return None
    for child in element:
        copied = _copy(child, depth + 1)
        if copied is not None:
            clean.append(copied)
    return clean


def _own_name(tag: object) -> str | None:
    if not isinstance(tag, str) or not tag.startswith(SVG):
        return None
    name = tag.removeprefix(SVG)
    if name in UNWRAPPED:
        return "g"
    return name if name in ELEMENTS else None


def _attributes(element: Element) -> dict[str, str]:
    kept = {}
    for key, value in element.attrib.items():
        name = "href" if key == XLINK_HREF else key
        if name == f"{XML}lang":
            name = "lang"
        is_known = name in ATTRIBUTES or name.startswith("aria-")
        if is_known and _is_harmless(name, value):
            kept[name] = value
    return kept


def _is_harmless(name: str, value: str) -> bool:
    if name == "href":
        return value.startswith("#")
    return _is_calm(value)


def _is_calm(css: str) -> bool:
    """Tell whether nothing in a style or a value reaches outside the picture."""
    return ACTING_CSS.search(LOCAL_URL.sub("", css)) is None
