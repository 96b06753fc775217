"""Find English on a screen: all that it says or might say, less what is allowed to be Latin.

Looks at hidden parts too, for a click may show them, and into the data that scripts build forms
and menus from; not at what people have written themselves.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

# A text and where it stands.
Said: TypeAlias = tuple[str, str]

ALLOWED = {
    "Tomoni": "the product",
    "Wagtail": "the product that the town's operator asks about",
    "NPO": "a Japanese word by now",
    "URL": "a Japanese word by now",
    "Excel": "the program",
    "Word": "the program",
    "JavaScript": "what the owner of a browser looks for",
    **dict.fromkeys(("Ctrl", "Shift", "Alt", "Enter", "Esc", "Delete"), "printed on the keys"),
}
FORMATS = re.compile(
    "avif|csv|docx?|gif|html|jpe?g|json|od[pst]|pdf|png|pptx|svg|tsv|txt|webp|xlsx|zip",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z]{3,}")
# Addresses, files, mail, and the languages by the names that their speakers give them.
NO_WORDS = re.compile(
    r"https?://\S+|%\(\w+\)s|\{\w+\}|\btomoni_\w+\.\w+|/[\w./-]*|[\w.+-]+@[\w.-]+|[\w-]*\.(?:pdf|docx?|txt|png|jpe?g|svg|csv)\b"
    r"|Português \(Brasil\)|Português|English|Español|Tiếng Việt|Bahasa Indonesia|Filipino"
)
# Where scripts find their texts: every word counts there.
SPOKEN = re.compile(
    r"title|alt|placeholder|aria-(label|description|valuetext|roledescription|placeholder)"
    r"|data-(button-text|confirm|tippy-content|w-clean-confirm|messages|w-tooltip-content-value"
    r"|w-progress-active-value|w-dialog-notification-value|caption.*|label.*)"
)
SPOKEN_KEYS = re.compile(r"labels?|help_?text|description|error_?name|messages?|(?!CSRF)[A-Z_]+")
# Anywhere else only what reads like a sentence does: two words of which the first has a capital.
SENTENCE = re.compile(r"(?<![\w-])[A-Z][a-z]+ [A-Za-z]{2,}(?![\w-])")
CODE = re.compile(r"[\[\]{}#=_]|->|--|::")
BUTTONS = {"submit", "button", "reset"}
SILENT = {"script", "style", "svg", "iframe", "meta", "link"}
# What people wrote themselves, and what is shown as an example of something to type.
WRITTEN = {"textarea", "code", "pre", "kbd"}
WRITTEN_VALUES = {"value", "content", "data-w-block-arguments-value", "srcdoc", "href", "src"}


def english_in(html: str, written: Iterable[str] = ()) -> list[str]:
    """Return each text of a screen with an English word, and where it stands.

    `written` are texts that people of the town wrote themselves, the longest first.
    """
    found = []
    for text, place in dict.fromkeys(texts_in(html)):
        rest = text
        for own in written:
            rest = rest.replace(own, " ")
        words = WORD.findall(NO_WORDS.sub(" ", rest))
        if any(word not in ALLOWED and not FORMATS.fullmatch(word) for word in words):
            found.append(f"{text[:160]} ⟵ {place}")
    return found


def texts_in(html: str) -> Iterator[Said]:
    """Yield all that a page, a part of one or an answer in JSON says or might say."""
    if html.lstrip().startswith(("{", "[")):
        yield from _texts_in_json(html, "")
        return
    for node in BeautifulSoup(html, "html.parser").descendants:
        if isinstance(node, Tag):
            if not _is_foreign(node):
                yield from _texts_of(node)
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield from _spoken_text(node)


def _spoken_text(node: NavigableString) -> Iterator[Said]:
    text = " ".join(node.split())
    holder = node.parent
    if text and holder is not None and not _is_silent(holder) and not _is_foreign(holder):
        yield text, _place(holder)


def _is_silent(element: Tag) -> bool:
    return any(
        one.name in SILENT | WRITTEN
        or one.get("contenteditable") == "true"
        or one.has_attr("data-written")
        # A counter's first value is the script's business; the picker's last button stays hidden.
        or one.has_attr("data-side-panel-toggle-counter")
        or "xdsoft_save_selected" in one.get_attribute_list("class")
        for one in (element, *element.parents)
    )


def _is_foreign(element: Tag) -> bool:
    marked = next((one for one in (element, *element.parents) if one.has_attr("lang")), None)
    return marked is not None and not str(marked["lang"]).startswith("ja")


def _texts_of(element: Tag) -> Iterator[Said]:
    place = _place(element)
    if element.name == "script":
        if "json" in str(element.get("type", "")) and element.string:
            yield from _texts_in_json(element.string, place)
        return
    for name, value in element.attrs.items():
        if not isinstance(value, str) or not value.strip():
            continue
        here = f"{place}@{name}"
        is_button = name == "value" and element.name == "input" and element.get("type") in BUTTONS
        if SPOKEN.fullmatch(name) or is_button or (name == "label" and element.name == "optgroup"):
            yield from _texts_in_json(value, here) if value.startswith("{") else [(value, here)]
        elif name not in WRITTEN_VALUES and value.lstrip().startswith(("{", "[")):
            yield from _texts_in_json(value, here)
        elif name not in WRITTEN_VALUES and _is_sentence(value):
            yield value, here


def _texts_in_json(source: str, place: str) -> Iterator[Said]:
    try:
        data = json.loads(source)
    except ValueError:
        return
    yield from _texts_in_data(data, "", place)


def _texts_in_data(value: object, key: str, place: str) -> Iterator[Said]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _texts_in_data(one, name, place)
    elif isinstance(value, list):
        for one in value:
            yield from _texts_in_data(one, key, place)
    elif isinstance(value, str):
        here = f"{place} {key}".strip()
        if value.lstrip().startswith(("{", "[")):
            yield from _texts_in_json(value, here)
        elif value.lstrip().startswith("<"):
            yield from ((text, f"{here} > {inner}") for text, inner in texts_in(value))
        elif _is_sentence(value) or SPOKEN_KEYS.fullmatch(key):
            yield value, here


def _is_sentence(value: str) -> bool:
    return bool(SENTENCE.search(value)) and not CODE.search(value)


def _place(element: Tag) -> str:
    steps = [one for one in (element, *element.parents) if one.name != "[document]"][:3]
    return " > ".join(_name(one) for one in reversed(steps))


def _name(element: Tag) -> str:
    if element.get("id"):
        return f"{element.name}#{element['id']}"
    first = next((one for one in element.get_attribute_list("class") if one), "")
    return f"{element.name}.{first}" if first else element.name
