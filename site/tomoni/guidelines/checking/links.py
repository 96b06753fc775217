"""References and links: those that lead nowhere, and those that do not say where."""

import re
from collections.abc import Iterator
from html import unescape

from django.utils.translation import gettext as _

from tomoni.guidelines.checking.findings import Finding, Level, Subject, finding, value_of
from tomoni.guidelines.selectors.references import references_of, texts_in
from tomoni.guidelines.texts import PageText
from tomoni.home.anchors import anchor

ANY_LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
SAYS_NOTHING = re.compile(
    r"(詳しく|詳細|くわしく)?は?、?(こちら|コチラ|此方|ここ|リンク|クリック|click here|here)"
    r"(から|へ|を(クリック|ご覧ください|参照))?[。．]?",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    homes = homes_of(subject)
    for page, block in subject.blocks():
        for reference in references_of([block]):
            found = homes.get(reference.anchor)
            if found is None:
                message = _("The reference “%(words)s” leads to no section of this document.")
                text = message % {"words": reference.words}
                yield finding("dangling", Level.ERROR, page, block, text, reference.words)
            elif found.page in subject.leaving and page.page not in subject.leaving:
                message = _(
                    "The reference “%(words)s” leads to “%(chapter)s”, which leaves with the next "
                    "edition or has left. Change the reference, or keep the chapter."
                )
                text = message % {"words": reference.words, "chapter": found.full_title}
                yield finding("leaving", Level.ERROR, page, block, text, reference.words)
        for words in link_words(block.get("value")):
            if SAYS_NOTHING.fullmatch(words):
                message = _("“%(words)s” does not say where the link leads. Write its target.")
                yield finding(
                    "vague_link", Level.WARNING, page, block, message % {"words": words}, words
                )


def homes_of(subject: Subject) -> dict[str, PageText]:
    """Return the page on which each section and term is found; one that stays comes first."""
    homes: dict[str, PageText] = {}
    for page in sorted(subject.text.pages, key=lambda one: one.page in subject.leaving):
        for name in (*page.anchors(), *term_anchors(page)):
            homes.setdefault(name, page)
    return homes


def term_anchors(page: PageText) -> Iterator[str]:
    """Yield the anchors of the terms that a page explains."""
    for block in page.body:
        if block.get("type") == "terms":
            stored = value_of(block).get("terms")
            for item in stored if isinstance(stored, list) else ():
                if isinstance(item, dict) and item.get("id"):
                    yield anchor("t", str(item["id"]))


def link_words(value: object) -> Iterator[str]:
    for text in texts_in(value):
        for words in ANY_LINK.findall(text):
            yield unescape(TAG.sub("", words)).strip()
