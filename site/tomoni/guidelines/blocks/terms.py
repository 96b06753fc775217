"""Terms: what this document means by a word; another document may mean something else."""

import unicodedata
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from tomoni.guidelines.anchors import term_anchor
from tomoni.guidelines.blocks.parts import SHORT, optional_list, prose, refuse, repeated, words


class TermBlock(blocks.StructBlock):
    """A word with its reading, its other forms, and what it means here."""

    word = words(_("word"), max_length=SHORT)
    reading = words(_("reading"), required=False, max_length=SHORT, help_text=_("In hiragana."))
    forms = optional_list(
        words(_("form"), max_length=SHORT),
        _("other forms"),
        help_text=_("Other ways of writing it that are to be explained as well: ＮＰＯ, NPO法人 …"),
    )
    definition = prose(_("meaning"))

    class Meta:
        label = _("term")


class TermsBlock(blocks.StructBlock):
    """Definitions; each word is explained wherever it first stands in a section."""

    title = words(_("title"), required=False, max_length=160)
    terms = blocks.ListBlock(TermBlock(), label=_("terms"), min_num=1)

    class Meta:
        label = _("terms")
        icon = "openquote"
        template = "tomoni/guidelines/blocks/terms.html"

    def clean(self, value: Any) -> Any:
        """Refuse a word that is explained twice."""
        cleaned = super().clean(value)
        written = [
            unicodedata.normalize("NFKC", form)
            for term in cleaned["terms"]
            for form in {term["word"], *term["forms"]}
        ]
        twice = next(repeated(written), None)
        if twice:
            refuse({"terms": _("“%(word)s” is explained twice.") % {"word": twice}})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add each term with its anchor; one that was never saved has none."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["terms"] = [
            {"anchor": term_anchor(item.id) if item.id else "", "value": item.value}
            for item in value["terms"].bound_blocks
        ]
        return context
