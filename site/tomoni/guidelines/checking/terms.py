"""Terms: words set in 「」 again and again that nobody explains.

A word counts as explained when the document's list of terms has it, in one of its forms, or when
the text itself does: （以下「…」という。） or 「…」とは.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tomoni.guidelines.checking.findings import (
    Block,
    Finding,
    Level,
    Subject,
    finding,
    items_of,
    value_of,
)
from tomoni.guidelines.selectors.references import texts_in

if TYPE_CHECKING:
    from tomoni.guidelines.texts import PageText

QUOTED = re.compile(r"「([^「」、。]{2,12})」")
EXPLAINED = re.compile(
    r"以下[、,]?\s*「([^「」]{1,30})」|「([^「」]{1,30})」とは|「([^「」]{1,30})」をいう"
)
TAG = re.compile(r"<[^>]*>")
OFTEN = 3


def check(subject: Subject) -> Iterator[Finding]:
    explained = set(explained_words(subject))
    counts: Counter[str] = Counter()
    first: dict[str, tuple[PageText, Block]] = {}
    for page, block in subject.blocks():
        if block.get("type") == "terms":
            continue
        for text in texts_in(block.get("value")):
            for word in QUOTED.findall(TAG.sub("", text)):
                counts[word] += 1
                first.setdefault(word, (page, block))
    for word, count in counts.items():
        if count >= OFTEN and word not in explained:
            page, block = first[word]
            message = _(
                "「%(word)s」 stands %(count)s times in the document, but is explained nowhere. "
                "Put it into the list of terms, if readers may not know it."
            ) % {"word": word, "count": count}
            yield finding("undefined_term", Level.HINT, page, block, message, word)


def explained_words(subject: Subject) -> Iterator[str]:
    for _page, block in subject.blocks():
        if block.get("type") == "terms":
            for term in items_of(value_of(block).get("terms")):
                yield str(term.get("word") or "")
                yield from (str(form) for form in items_of(term.get("forms")))
        for text in texts_in(block.get("value")):
            for found in EXPLAINED.findall(TAG.sub("", text)):
                yield from (word for word in found if word)
