"""Find English on a screen: all that it says or might say, less what is allowed to be Latin.

Looks at hidden parts too, for a click may show them; not at what people have written themselves.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Each with the reason why an editor may meet it.
ALLOWED = {
    "Tomoni": "the product",
    "Wagtail": "the product that the town's operator asks about",
    "NPO": "a Japanese word by now",
    "URL": "a Japanese word by now, as the next four",
    "CSV": "",
    "Excel": "",
    "PDF": "",
    "Word": "",
    "HTML": "names of formats",
    "JSON": "",
    "JPG": "",
    "XLSX": "",
    "TSV": "",
    "JPEG": "",
    "GIF": "",
    "PNG": "",
    "WEBP": "",
    "AVIF": "",
    "SVG": "",
    "Ctrl": "keys as they are printed on the keyboard",
    "Shift": "",
    "Alt": "",
    "Enter": "",
    "Esc": "",
}
WORD = re.compile(r"[A-Za-z]{3,}")
# Addresses, files, mail, and the languages by the names that their speakers give them.
NO_WORDS = re.compile(
    r"https?://\S+|\btomoni_\w+\.\w+|/[\w./-]*|[\w.+-]+@[\w.-]+|[\w-]+\.(?:pdf|docx?|txt|png|jpe?g|svg|csv)\b"
    r"|Português \(Brasil\)|Português|English|Español|Tiếng Việt|Bahasa Indonesia|Filipino"
)
SPOKEN = """() => {
    const said = [], told = new Set();
    const attributes = ["title", "aria-label", "aria-description", "aria-valuetext",
        "aria-roledescription", "placeholder", "data-tippy-content", "data-button-text",
        "data-w-tooltip-content-value", "data-w-progress-active-value", "data-confirm",
        "data-w-dialog-notification-value", "data-w-clean-confirm"];
    const written = "[contenteditable='true'], textarea, [data-written], code, pre, kbd";
    // A counter's first value is the script's business; the picker's last button is never shown.
    const skipped = "script, style, noscript, svg, iframe, [data-side-panel-toggle-counter],"
        + " .xdsoft_save_selected";
    const say = (words, place) => {
        const text = (words || "").replace(/\\s+/g, " ").trim();
        if (text && !told.has(text)) { told.add(text); said.push([text, place]); }
    };
    const foreign = one => {
        const marked = one.closest("[lang]");
        return marked && !marked.lang.startsWith("ja");
    };
    const place = one => {
        const path = [];
        for (let at = one; at && at.tagName && path.length < 3; at = at.parentElement)
            path.unshift(at.tagName.toLowerCase() + (at.id ? "#" + at.id : at.classList[0]
                ? "." + at.classList[0] : ""));
        return path.join(" > ");
    };
    const walk = root => {
        for (const one of root.querySelectorAll("*")) {
            if (one.tagName === "TEMPLATE") walk(one.content);
            if (one.shadowRoot) walk(one.shadowRoot);
            if (one.closest(skipped) || foreign(one)) continue;
            for (const name of attributes) say(one.getAttribute(name), place(one) + "@" + name);
            if (one.matches("img")) say(one.alt, place(one) + "@alt");
            if (one.matches("input[type=submit], input[type=button], input[type=reset]"))
                say(one.value, place(one) + "@value");
            if (one.matches("optgroup")) say(one.label, place(one) + "@label");
            if (one.closest(written)) continue;
            for (const node of one.childNodes)
                if (node.nodeType === Node.TEXT_NODE) say(node.textContent, place(one));
        }
    };
    say(document.title, "title");
    walk(document.documentElement);
    return said;
}"""


def english_on(page: "Page", written: Iterable[str] = ()) -> list[str]:
    """Return each text of a screen with an English word, and where it stands.

    `written` are texts that people of the town wrote themselves, the longest first.
    """
    found = []
    for text, place in page.evaluate(SPOKEN):
        rest = text
        for own in written:
            rest = rest.replace(own, " ")
        if any(word not in ALLOWED for word in WORD.findall(NO_WORDS.sub(" ", rest))):
            found.append(f"{text[:160]} ⟵ {place}")
    return found
