"""The two papers that the 2024 operating guideline for public sites asks of a town.

Source: みんなの公共サイト運用ガイドライン（2024年版）: an accessibility policy and a test result
against the 38 criteria of levels A and AA of JIS X 8341-3:2016.
"""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from tomoni.home import reading
from tomoni.home.criteria import CRITERIA, Criterion, criterion, criterion_choices
from tomoni.home.models.pages import BodyPage

STANDARD = "JIS X 8341-3:2016"


class Conformance(models.TextChoices):
    """How a site stands to a level, in the words of WAIC's guideline on claims."""

    CONFORMS = "conforms", _("conforms")
    PARTLY = "partly", _("partly conforms")
    CONSIDERS = "considers", _("takes into account")


class Level(models.TextChoices):
    """The levels of JIS X 8341-3; each holds the one before it."""

    A = "A", "A"
    AA = "AA", "AA"
    AAA = "AAA", "AAA"


class AccessibilityPage(BodyPage):
    """What the policy and a test result share: which standard, which level, said when."""

    published_on = models.DateField(_("date of publication"), null=True, blank=True)
    standard = models.CharField(_("standard"), max_length=60, default=STANDARD)
    level = models.CharField(_("level"), max_length=3, choices=Level.choices, default=Level.AA)

    standard_panels: ClassVar = [
        FieldPanel("published_on"),
        FieldRowPanel([FieldPanel("standard"), FieldPanel("level")]),
    ]

    class Meta:
        abstract = True


class AccessibilityPolicyPage(AccessibilityPage):
    """ウェブアクセシビリティ方針: what the town promises, for which pages, by when."""

    template = "tomoni/home/accessibility_policy_page.html"

    scope = models.TextField(_("pages covered"))
    target = models.CharField(
        _("target"), max_length=20, choices=Conformance.choices, default=Conformance.CONFORMS
    )
    due = models.DateField(_("to be reached by"), null=True, blank=True)
    exceptions = models.TextField(
        _("exceptions"), blank=True, help_text=_("What is left out, and why. One a line.")
    )

    content_panels: ClassVar = [
        *BodyPage.content_panels,
        *AccessibilityPage.standard_panels,
        FieldPanel("scope"),
        FieldRowPanel([FieldPanel("target"), FieldPanel("due")]),
        FieldPanel("exceptions"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("accessibility policy")
        verbose_name_plural = _("accessibility policies")


class AccessibilityResultPage(AccessibilityPage):
    """ウェブアクセシビリティ試験結果: what was tested, how, and how each criterion came out."""

    template = "tomoni/home/accessibility_result_page.html"

    tested_from = models.DateField(_("tested from"))
    tested_until = models.DateField(_("tested until"))
    claim = models.CharField(
        _("result"), max_length=20, choices=Conformance.choices, default=Conformance.PARTLY
    )
    selection = models.TextField(_("how the pages were chosen"), blank=True)
    pages_tested = models.TextField(_("pages tested"), help_text=_("One a line."))
    technologies = models.TextField(
        _("technologies relied upon"), blank=True, help_text=_("One a line.")
    )
    method = models.TextField(_("how it was tested"), blank=True)
    tools = models.TextField(_("tools"), blank=True)

    content_panels: ClassVar = [
        *BodyPage.content_panels,
        FieldPanel("body"),
        *AccessibilityPage.standard_panels,
        FieldRowPanel([FieldPanel("tested_from"), FieldPanel("tested_until")]),
        FieldPanel("claim"),
        FieldPanel("selection"),
        FieldPanel("pages_tested"),
        FieldPanel("technologies"),
        FieldPanel("method"),
        FieldPanel("tools"),
        InlinePanel("criteria", label=_("criterion"), max_num=len(CRITERIA)),
    ]

    class Meta:
        verbose_name = _("accessibility test result")
        verbose_name_plural = _("accessibility test results")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the lists, and the criteria as rows of a table."""
        context = super().get_context(request, *args, **kwargs)
        context.update(reading.read_result(page=self))
        return context

    def clean(self) -> None:
        super().clean()
        if self.tested_from and self.tested_until and self.tested_until < self.tested_from:
            raise ValidationError({"tested_until": _("The end must come after the start.")})


class AccessibilityCriterion(Orderable):
    """How one success criterion came out."""

    class Outcome(models.TextChoices):
        MET = "met", _("met")
        NOT_MET = "not_met", _("not met")
        NOT_APPLICABLE = "not_applicable", _("not applicable")

    page = ParentalKey(AccessibilityResultPage, on_delete=models.CASCADE, related_name="criteria")
    number = models.CharField(_("criterion"), max_length=6, choices=criterion_choices)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices)
    note = models.CharField(_("note"), max_length=200, blank=True)

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("outcome")]),
        FieldPanel("note"),
    ]

    @property
    def criterion(self) -> Criterion:
        return criterion(self.number)

    class Meta(Orderable.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
