"""Rosters: who took part, shown only with their consent and only as long as was agreed."""

from collections import Counter
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from tomoni.guidelines.blocks.parts import SHORT, TitledBlock, refuse, words
from tomoni.guidelines.rosters import may_name


class MemberBlock(blocks.StructBlock):
    """Somebody on the roster."""

    category = words(
        pgettext_lazy("of members", "group"),
        required=False,
        max_length=SHORT,
        help_text=_("For example: experts, residents"),
    )
    name = words(_("name"), max_length=SHORT)
    affiliation = words(_("affiliation"), required=False)
    note = words(_("remark"), required=False, help_text=_("Chair, until when …"))

    class Meta:
        label = _("member")


class RosterBlock(TitledBlock):
    """The members of a committee; after the agreed day only their numbers are told."""

    members = blocks.ListBlock(MemberBlock(), label=_("members"), min_num=1)
    retention_until = blocks.DateBlock(
        label=_("names shown until"),
        required=False,
        help_text=_("After this day nobody sees the names, in old editions and PDFs neither."),
    )
    consented = blocks.BooleanBlock(
        label=_("All have agreed that their names are published"), required=False
    )

    class Meta:
        label = _("roster")
        icon = "group"
        template = "tomoni/guidelines/blocks/roster.html"

    def clean(self, value: Any) -> Any:
        """Ask for the day until which the names are shown, where they are to be shown."""
        cleaned = super().clean(value)
        if cleaned["consented"] and not cleaned["retention_until"]:
            refuse({"retention_until": _("Say until when the names may be shown.")})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the groups with their members, or how many they are where no name may be told."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        shown = may_name(value)
        counts = Counter(one["category"] for one in value["members"])
        context["groups"] = [
            (name, count, [one for one in value["members"] if shown and one["category"] == name])
            for name, count in counts.items()
        ]
        context["names_shown"] = shown
        context["withheld_since"] = value["retention_until"] if value["consented"] else None
        return context

    def get_searchable_content(self, value: Any) -> list[str]:
        """Return no name: what is found by search would outlive the agreed day."""
        return [value["title"], *dict.fromkeys(one["category"] for one in value["members"])]

    def get_api_representation(self, value: Any, context: Any = None) -> Any:
        """Return names only while they may be told."""
        told = super().get_api_representation(value, context=context)
        return told if may_name(value) else {**told, "members": []}
