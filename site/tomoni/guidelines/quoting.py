"""How to cite a section: its first words, document, edition, number, title and lasting address."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tomoni.guidelines.reading import Part, Reading, WholeReading
from tomoni.guidelines.selectors import TOP_LEVEL, Contents

LONGEST = 90
# The first sentence; brackets may hold others.
SENTENCE = re.compile(r"^.*?[。．.!?！？](?=\s|$|[^）」』)])", re.DOTALL)
NOT_TEXT = re.compile(r'<sup class="note-mark">.*?</sup>', re.DOTALL)


# What stands around quoted words and around the name of a document.
JAPANESE_MARKS = ("「", "」", "『", "』")
MARKS = {"ja": JAPANESE_MARKS, "ja-simple": JAPANESE_MARKS, "zh-hans": ("“", "”", "《", "》")}
# Where words are set apart by blanks, the document follows after one.
OTHER_MARKS = ("“", "” ", "“", "”")


@dataclass(frozen=True)
class Citation:
    """A citation in two pieces, so that a script can put what was selected in the first place."""

    excerpt: str
    source: str
    url: str
    opening: str
    closing: str


@dataclass(frozen=True)
class Quoting:
    """The citations of a page; `base` is the whole address of the document, with host."""

    base: str
    title: str
    edition: str
    contents: Contents
    excerpts: Mapping[str, str] = field(default_factory=dict)

    def of(self, anchor: str) -> Citation | None:
        """Return the citation of a section, or nothing for one that is no section of its own."""
        entry = self.contents.find(anchor)
        if entry is None or anchor not in self.excerpts:
            return None
        names = [one.full_title for one in (*self.contents.above(entry), entry) if one.full_title]
        document = (
            _("%(title)s (%(edition)s)") % {"title": self.title, "edition": self.edition}
            if self.edition
            else self.title
        )
        opening, closing, before, after = MARKS.get(get_language() or "", OTHER_MARKS)
        return Citation(
            opening=opening,
            closing=closing,
            excerpt=self.excerpts[anchor],
            source=" ".join([f"{before}{document}{after}", *names]),
            url=f"{self.base}s/{anchor}/",
        )


def excerpts_of(parts: Iterable[Part], *, deeper: int = 0) -> dict[str, str]:
    """Return the first sentence of each section and article; empty where it has no text."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for part in parts:
        if part.anchor:
            is_article = part.kind in ("article", "supplement")
            if part.level - deeper == TOP_LEVEL or is_article:
                found[part.anchor] = ""
                waiting = [part.anchor]
        text = next(_texts(part), "")
        if text:
            found.update(dict.fromkeys(waiting, text))
            waiting = []
    return found


def _texts(part: Part) -> Iterator[str]:
    for html in (part.html, *part.context.get("told", {}).values()):
        text = " ".join(unescape(strip_tags(NOT_TEXT.sub("", html))).split())
        if text:
            sentence = SENTENCE.match(text)
            first = sentence.group() if sentence else text
            yield first if len(first) <= LONGEST else f"{first[:LONGEST]}…"


def quoting_of(
    reading: Reading | WholeReading, *, parts: Iterable[Part], base: str, deeper: int = 0
) -> Quoting:
    """Return the citations of the page that is being read."""
    return Quoting(
        base=base,
        title=reading.document.title,
        edition=reading.document.edition,
        contents=reading.contents,
        excerpts=excerpts_of(parts, deeper=deeper),
    )
