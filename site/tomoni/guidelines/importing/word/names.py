"""The names of WordprocessingML that the reader knows, and how to read its properties."""

from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
OFF = {"0", "false", "off", "none"}


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of names."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute, whatever namespace its file uses for it."""
    if element is None:
        return ""
    for space in (_W, _STRICT, ""):
        found = element.get(space + name)
        if found is not None:
            return found
    for key, found in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return found
    return ""


def whole(text: str, usual: int = 0, base: int = 10) -> int:
    """Return a number; damaged ones count as the usual value."""
    try:
        return int(text, base) if base != 10 else int(float(text))  # noqa: PLR2004 -- digits
    except (ValueError, OverflowError):
        return usual


def switched(element: Element | None) -> bool | None:
    """Return whether a property such as bold is on or off; None where nothing is said."""
    if element is None:
        return None
    return value(element).lower() not in OFF
