"""Show pictures and documents in templates."""

from django import template
from django.conf import settings
from django.utils.translation import get_language, ngettext

from tomoni.languages import html_lang_of
from tomoni.media.document_kinds import label_for
from tomoni.media.models import Document, Image
from tomoni.media.selectors import AltText, ShownPicture, alternative_text, shown_picture

register = template.Library()


@register.filter
def alt_text(image: Image) -> AltText:
    """Return the alternative text in the language of the page."""
    return alternative_text(image, get_language() or settings.LANGUAGE_CODE)


@register.filter
def shown(image: Image) -> ShownPicture:
    """Return addresses and size of a picture."""
    return shown_picture(image)


@register.inclusion_tag("tomoni/design/components/document_link.html")
def document_link(document: Document, title: str = "") -> dict[str, object]:
    """Link a document and say its type, size and language before it is opened."""
    kind = label_for(document.file_extension)
    if document.page_count:
        pages = ngettext("%(count)d page", "%(count)d pages", document.page_count)
        kind = f"{kind}, {pages % {'count': document.page_count}}"
    return {
        "title": title or document.title,
        "url": document.url,
        "kind": kind,
        "size": document.get_file_size(),
        "language": dict(settings.LANGUAGES).get(document.language, document.language),
        "html_lang": html_lang_of(document.language),
    }
