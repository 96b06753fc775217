"""Lead references to where their section stands now, in the words that are true now."""

import re

from django.utils.html import escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tomoni.guidelines.glossary import Glossary, term_link
from tomoni.guidelines.reference_words import (
    INNER_LINK,
    is_article,
    is_joined,
    is_number,
    is_page,
    names_chapter,
    provision_of,
)
from tomoni.guidelines.selectors import Contents, Entry

# The contact box at the end of a page: what it is called in the design's component.
CONTACT_ANCHOR = "contact-title"
WIDE = re.compile(r"[^\x00-\u024f]")


def resolve_references(
    html: str, *, page_id: int, contents: Contents, glossary: Glossary, whole: bool
) -> str:
    """Lead `#anchor` links to the chapter that holds the anchor; without one, leave the words."""

    def resolve(match: re.Match[str]) -> str:
        anchor, words = match.groups()
        if anchor == CONTACT_ANCHOR:
            return match.group()
        term = glossary.by_anchor.get(anchor)
        if term is not None:
            return term_link(term, words, is_here=whole or term.page_id == page_id)
        entry = contents.find(anchor)
        if entry is None:
            return words
        is_here = whole or (entry.page_id == page_id and entry.level > 1)
        address = f"#{anchor}" if is_here else entry.url
        if is_page(words):
            return format_html(
                '<a class="reference page-reference" href="{}" data-on-paper="{}">{}</a>',
                address,
                strip_tags(words),
                present(entry, words, contents),
            )
        if is_number(words):
            return linked("reference", address, present(entry, words, contents))
        return linked("reference", address, mark_safe(words))

    return INNER_LINK.sub(resolve, html)


def linked(kind: str, address: str, words: SafeString) -> str:
    return format_html('<a class="{}" href="{}">{}</a>', kind, address, words)


def present(entry: Entry, words: str, contents: Contents) -> SafeString:
    """Return the number and title that a section has now, as fully as the words named them."""
    above = contents.above(entry)
    # Articles are counted through a whole ordinance, whatever chapter they stand in.
    is_elsewhere = entry.page_id != contents.current and not is_article(entry.number)
    numbers = [entry.number]
    if is_joined(words) and above:
        numbers = [f"{above[-1].number}－{entry.number}"]
    elif names_chapter(words) or is_elsewhere:
        numbers = [*(one.number for one in above), entry.number]
    if not entry.number:
        return escape(entry.title)
    number = joined(numbers)
    if is_article(entry.number):
        # The wording of a law names no titles, and its paragraphs and items matter.
        return escape(f"{number}{provision_of(words)}")
    if not entry.title:
        return escape(number)
    return escape(_("%(number)s “%(title)s”") % {"number": number, "title": entry.title})


def joined(numbers: list[str]) -> str:
    given = [number for number in numbers if number]
    return ("" if any(WIDE.search(number) for number in given) else ", ").join(given)
