"""Facts about a document and its subject: its history, a survey's result, whom to ask."""

import re
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from tomoni.guidelines.blocks.parts import SHORT, TitledBlock, optional_list, plain, refuse, words
from tomoni.home.frame import SectionCard, SiteFrame
from tomoni.home.shelf import ShelvedSectionBlock

PERCENT, WHOLE = ("%", "％"), 100
NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(\.[0-9]+)?")


class HistoryRowBlock(blocks.StructBlock):
    """Something that happened on a day, or in a month that is told in words."""

    date = blocks.DateBlock(label=_("day"), required=False)
    date_text = words(
        _("or in words"),
        required=False,
        max_length=SHORT,
        help_text=_("Where no day is known: 平成22年5月"),
    )
    kind = words(_("kind"), required=False, max_length=SHORT, help_text=_("Meeting, survey …"))
    content = plain(_("what happened"), required=True)

    class Meta:
        label = _("entry")

    def clean(self, value: Any) -> Any:
        """Refuse an entry without any date."""
        cleaned = super().clean(value)
        if not cleaned["date"] and not cleaned["date_text"]:
            refuse({"date_text": _("Give the day, or say in words when it was.")})
        return cleaned


class HistoryBlock(TitledBlock):
    """How the document came about, by date."""

    rows = blocks.ListBlock(HistoryRowBlock(), label=_("entries"), min_num=1)

    class Meta:
        label = _("history")
        icon = "history"
        template = "tomoni/guidelines/blocks/history.html"


class SectionContactBlock(blocks.StructBlock):
    """Whom to ask: the present contact of a section, which nobody has to keep up here."""

    section = ShelvedSectionBlock(
        label=_("section"), required=False, help_text=_("Empty: the section in charge of the page.")
    )
    note = words(_("remark"), required=False)

    class Meta:
        label = _("contact")
        icon = "mail"
        template = "tomoni/guidelines/blocks/contact.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add the section's card from the frame; without a section, the page's own one."""
        context = super().get_context(value, parent_context=parent_context)
        context["card"] = card_of(value["section"], parent_context or {})
        return context


def card_of(section: Any, context: dict[str, Any]) -> SectionCard | None:
    """Return what residents may know of a section."""
    frame = context.get("frame")
    if section is None:
        own = context.get("contact")
        return own if isinstance(own, SectionCard) else None
    return frame.sections.get(section.pk) if isinstance(frame, SiteFrame) else None


class SeriesBlock(blocks.StructBlock):
    """One of the values that a chart compares."""

    label = words(_("name"), max_length=100)
    value = blocks.FloatBlock(label=_("value"), min_value=0)

    class Meta:
        label = _("value")


class SurveyBlock(blocks.StructBlock):
    """A result of a survey: the value large, the others as a chart that is a table as well."""

    question = words(_("question"), help_text=_("What was asked, or what the value says."))
    value = words(_("value"), max_length=20, help_text=_("With half-width digits: 89"))
    unit = words(_("unit"), required=False, max_length=20, default="%")
    n = blocks.IntegerBlock(label=_("people who answered"), required=False, min_value=1)
    asked_on = blocks.DateBlock(label=_("day of the survey"), required=False)
    asked_text = words(
        _("or in words"), required=False, max_length=SHORT, help_text=_("For example: 平成21年10月")
    )
    source = words(_("source"), required=False)
    summary = plain(_("what follows from it"))
    series = optional_list(SeriesBlock(), _("values of the chart"))

    class Meta:
        label = _("result of a survey")
        icon = "form"
        template = "tomoni/guidelines/blocks/survey.html"

    def clean(self, value: Any) -> Any:
        """Refuse a value that is no number, a share above 100 %, and a survey still to come."""
        cleaned = super().clean(value)
        faults: dict[str, Any] = {}
        if not NUMBER.fullmatch(cleaned["value"]):
            faults["value"] = _("Write a number with half-width digits.")
        if cleaned["unit"] in PERCENT and any(one["value"] > WHOLE for one in cleaned["series"]):
            faults["series"] = _("A share cannot be more than 100 %.")
        if cleaned["asked_on"] and cleaned["asked_on"] > timezone.localdate():
            faults["asked_on"] = _("This day is still to come.")
        refuse(faults)
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the bars of the chart: shares of a hundred, other values of the largest one."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        largest = max((one["value"] for one in value["series"]), default=0)
        whole = WHOLE if value["unit"] in PERCENT else largest
        context["bars"] = [
            {
                "label": one["label"],
                "value": f"{one['value']:g}",
                "width": f"{min(WHOLE, one['value'] / whole * WHOLE if whole else 0):.4g}",
            }
            for one in value["series"]
        ]
        return context
