"""Documents on their way to becoming pages: what importers and builders hand to the services."""

from tomoni.guidelines.drafts.collaboration import (
    Domain,
    Form,
    Principle,
    domains,
    forms,
    principles,
)
from tomoni.guidelines.drafts.documents import ChapterDraft, GuidelineDraft, Paper
from tomoni.guidelines.drafts.facts import (
    Happening,
    Member,
    Term,
    contact,
    figure,
    history,
    roster,
    survey,
    terms,
)
from tomoni.guidelines.drafts.law import Item, LegalParagraph, article, supplement
from tomoni.guidelines.drafts.text import (
    RawBlock,
    heading,
    marked_list,
    note,
    paragraph,
    raw,
    set_aside,
    table,
)

__all__ = [
    "ChapterDraft",
    "Domain",
    "Form",
    "GuidelineDraft",
    "Happening",
    "Item",
    "LegalParagraph",
    "Member",
    "Paper",
    "Principle",
    "RawBlock",
    "Term",
    "article",
    "contact",
    "domains",
    "figure",
    "forms",
    "heading",
    "history",
    "marked_list",
    "note",
    "paragraph",
    "principles",
    "raw",
    "roster",
    "set_aside",
    "supplement",
    "survey",
    "table",
    "terms",
]
