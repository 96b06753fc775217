"""The text of ordinances: articles with paragraphs and items (条・項・号), supplements (附則)."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from tomoni.guidelines.anchors import heading_anchor
from tomoni.guidelines.blocks.parts import optional_list, prose, refuse, repeated, words


class SubitemBlock(blocks.StructBlock):
    """A part of an item, such as ア or イ."""

    mark = words(_("mark"), required=False, max_length=8)
    text = prose(_("text"))

    class Meta:
        label = _("part of an item")


class ItemBlock(blocks.StructBlock):
    """An item (号) of a paragraph."""

    mark = words(_("mark"), required=False, max_length=8, help_text=_("As printed: ⑴, 一 …"))
    text = prose(_("text"))
    subitems = optional_list(SubitemBlock(), _("parts of the item"))

    class Meta:
        label = pgettext_lazy("of a paragraph of law", "item")


class LegalParagraphBlock(blocks.StructBlock):
    """A paragraph (項) with its items; the first one has no number."""

    number = words(
        _("number"), required=False, max_length=8, help_text=_("Empty for the first: then ２, ３ …")
    )
    text = prose(_("text"))
    items = optional_list(ItemBlock(), _("items"))

    class Meta:
        label = _("paragraph")


class AnchoredBlock(blocks.StructBlock):
    """A block that links can lead to, as they lead to a heading."""

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["anchor"] = heading_anchor(str(context.get("block_id") or ""))
        return context


class ArticleBlock(AnchoredBlock):
    """An article (条) of an ordinance or of rules; links can lead to it as to a heading."""

    number = words(_("number"), max_length=20, help_text=_("As printed: 第１条"))
    caption = words(
        _("caption of the article"),
        required=False,
        max_length=100,
        help_text=_("Without brackets: 趣旨"),
    )
    paragraphs = blocks.ListBlock(LegalParagraphBlock(), label=_("paragraphs"), min_num=1)

    class Meta:
        label = _("article")
        icon = "doc-full-inverse"
        template = "tomoni/guidelines/blocks/article.html"

    def clean(self, value: Any) -> Any:
        """Refuse two paragraphs with one number."""
        cleaned = super().clean(value)
        refuse(same_numbers(cleaned))
        return cleaned


class SupplementBlock(AnchoredBlock):
    """A supplement (附則): from when the text holds, and until when."""

    title = words(_("title"), max_length=100, default="附　則")
    effective_on = blocks.DateBlock(label=_("in force from"), required=False)
    lapses_on = blocks.DateBlock(label=_("lapses on"), required=False)
    lapse_condition = words(
        _("lapses when"), required=False, help_text=_("Where it lapses on a condition, not a day.")
    )
    paragraphs = optional_list(LegalParagraphBlock(), _("paragraphs"))

    class Meta:
        label = _("supplement")
        icon = "doc-empty-inverse"
        template = "tomoni/guidelines/blocks/supplement.html"

    def clean(self, value: Any) -> Any:
        """Refuse a text that lapses before it is in force."""
        cleaned = super().clean(value)
        faults = same_numbers(cleaned)
        begins, ends = cleaned["effective_on"], cleaned["lapses_on"]
        if begins and ends and ends < begins:
            faults["lapses_on"] = _("It cannot lapse before it is in force.")
        refuse(faults)
        return cleaned


def same_numbers(value: Any) -> dict[str, Any]:
    """Return the fault of a text that has two paragraphs with one number."""
    if next(repeated(one["number"] for one in value["paragraphs"]), None):
        return {"paragraphs": _("Two paragraphs have the same number.")}
    return {}
