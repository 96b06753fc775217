"""What search engines are told of a document, in the words of schema.org."""

import json
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from tomoni.guidelines.models import GuidelinePage
from tomoni.guidelines.selectors import Entry, PresentEdition

# Within a script element nothing may look like its end.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def linked_data(
    *,
    document: "GuidelinePage",
    document_url: str,
    url: str,
    language: str,
    publisher: str,
    edition: PresentEdition | None,
    chapter: Entry | None = None,
) -> SafeString:
    """Return a document, or a chapter as a part of it, as a script element that holds data."""
    whole: dict[str, Any] = {
        "@type": "Legislation" if document.kind == "ordinance" else "DigitalDocument",
        "name": document.title,
        "url": document_url,
    }
    told: dict[str, Any] = whole
    if chapter is not None:
        told = {"@type": "Chapter", "name": chapter.full_title, "url": url, "isPartOf": whole}
    told = {
        "@context": "https://schema.org",
        **told,
        "inLanguage": language,
        "publisher": {"@type": "GovernmentOrganization", "name": publisher},
    }
    if document.edition:
        told["version"] = document.edition
    if document.adopted_on:
        told["datePublished"] = document.adopted_on.isoformat()
    if edition is not None:
        told["dateModified"] = edition.changed_at.isoformat(timespec="seconds")
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
