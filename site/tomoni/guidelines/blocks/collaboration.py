"""The model of collaboration: its domains, its forms and its principles, as other rooms read it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from tomoni.guidelines.blocks.parts import (
    SHORT,
    TitledBlock,
    optional_list,
    plain,
    refuse,
    repeated,
    words,
)


class DomainBlock(blocks.StructBlock):
    """A domain between what residents do alone and what the town hall does alone."""

    letter = words(_("letter"), max_length=4, help_text=_("A, B, C …"))
    name = words(_("name"), max_length=SHORT)
    description = plain(_("description"))
    rule = plain(_("who does what"))
    result_owner = words(_("whom the result belongs to"), required=False)
    is_collaboration = blocks.BooleanBlock(label=_("counts as collaboration"), required=False)

    class Meta:
        label = _("domain")


class DomainsBlock(TitledBlock):
    """The domains of residents' and the town hall's work."""

    domains = blocks.ListBlock(DomainBlock(), label=_("domains"), min_num=1)

    class Meta:
        label = _("domains of collaboration")
        icon = "grip"
        template = "tomoni/guidelines/blocks/domains.html"

    def clean(self, value: Any) -> Any:
        """Refuse two domains with one letter."""
        cleaned = super().clean(value)
        if next(repeated(one["letter"] for one in cleaned["domains"]), None):
            refuse({"domains": _("Two domains have the same letter.")})
        return cleaned


class FormBlock(blocks.StructBlock):
    """A form that collaboration takes, such as co-hosting or commissioning."""

    name = words(_("name"), max_length=SHORT)
    idea = plain(_("idea"))
    effect = plain(_("effect"))
    caution = plain(_("what to mind"))
    examples = plain(_("examples"))
    domains = optional_list(
        words(_("letter"), max_length=4), _("domains"), help_text=_("The letters of its domains.")
    )

    class Meta:
        label = _("form")


class FormsBlock(TitledBlock):
    """The forms of collaboration."""

    forms = blocks.ListBlock(FormBlock(), label=_("forms"), min_num=1)

    class Meta:
        label = _("forms of collaboration")
        icon = "list-ul"
        template = "tomoni/guidelines/blocks/forms.html"


class PrincipleBlock(blocks.StructBlock):
    """Something that all who work together keep to."""

    name = words(_("name"), max_length=SHORT)
    text = plain(_("text"))

    class Meta:
        label = _("principle")


class PrinciplesBlock(TitledBlock):
    """The principles of collaboration."""

    principles = blocks.ListBlock(PrincipleBlock(), label=_("principles"), min_num=1)

    class Meta:
        label = _("principles of collaboration")
        icon = "pick"
        template = "tomoni/guidelines/blocks/principles.html"
