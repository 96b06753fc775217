"""Pictures and figures without words, and pieces of an import that still wait for an editor."""

import re
from collections.abc import Iterator

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
from tomoni.guidelines.texts import PageText

TAG = re.compile(r"<[^>]*>")


def check(subject: Subject) -> Iterator[Finding]:
    for page, block in subject.blocks():
        value, kind = value_of(block), block.get("type")
        if kind == "set_aside":
            message = _(
                "A piece of the imported text waits here. Put it in its place, or delete it."
            )
            words = str(value.get("text") or "")
            yield finding("set_aside", Level.WARNING, page, block, message, words)
        elif kind == "picture":
            has_words = value.get("alt_text") or value.get("decorative")
            if not has_words and value.get("image") not in subject.described_pictures:
                message = _("The picture has no alternative text for those who cannot see it.")
                yield finding("no_alternative_text", Level.ERROR, page, block, message)
        elif kind == "figure":
            title = str(value.get("title") or "")
            if value.get("to_be_redrawn"):
                message = _("This figure was lost in the import and is still to be redrawn.")
                yield finding("to_be_redrawn", Level.WARNING, page, block, message, title)
            if not TAG.sub("", "".join(texts_in(value.get("description")))).strip():
                message = _("The figure has no description for those who cannot see it.")
                yield finding("no_description", Level.ERROR, page, block, message, title)
        elif kind == "roster":
            yield from roster(subject, page, block)


def roster(subject: Subject, page: PageText, block: Block) -> Iterator[Finding]:
    value = value_of(block)
    until = str(value.get("retention_until") or "")
    has_names = any(True for _one in items_of(value.get("members")))
    title = str(value.get("title") or "")
    if has_names and until and until < subject.today.isoformat():
        message = _("The names may be shown until %(day)s only. Take them out of the roster.")
        yield finding("roster_kept", Level.ERROR, page, block, message % {"day": until}, title)
    elif has_names and not value.get("consented"):
        message = _("Nobody has said that the people agree, so their names are not shown.")
        yield finding("roster_consent", Level.HINT, page, block, message, title)
