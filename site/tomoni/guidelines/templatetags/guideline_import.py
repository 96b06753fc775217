"""Render the long lists of the import quickly, and say in the reader's language why text went."""

from collections.abc import Iterable

from django import template
from django.template.loader import get_template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tomoni.guidelines.admin.rows import TEMPLATE, Row
from tomoni.guidelines.admin.source import SourceLine
from tomoni.guidelines.models import GuidelineImport

register = template.Library()


@register.simple_tag
def rows_html(rows: Iterable[Row], upload: GuidelineImport) -> SafeString:
    """Render all rows with one template that is fetched once."""
    shape = get_template(TEMPLATE)
    parts = (shape.render({"row": row, "piece": row.piece, "upload_id": upload.pk}) for row in rows)
    return mark_safe("".join(parts))


@register.simple_tag
def source_html(lines: Iterable[SourceLine]) -> SafeString:
    """Render the lines of the source; thousands of them, so without a template for each."""
    parts: list[str] = []
    for line in lines:
        if line.page:
            page = _("Page %(number)d") % {"number": line.page}
            parts.append(format_html('<p class="source-page">{}</p>', page))
        parts.append(
            f'<div class="source-line" id="L{line.number}" data-line="{line.number}">'
            f"<span>{escape(line.text)}</span></div>"
        )
    return mark_safe("".join(parts))


@register.filter
def reason(text: str) -> str:
    """Translate why a piece was set aside."""
    return str(_(text)) if text else ""
