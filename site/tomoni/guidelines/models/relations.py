"""What a document stands beside: the plans above it, and the places where it lies on paper."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from tomoni.guidelines.models.pages import GuidelinePage


class RelatedPlan(Orderable):
    """A plan that the document follows or carries out (上位計画・関連計画)."""

    document = ParentalKey(GuidelinePage, on_delete=models.CASCADE, related_name="related_plans")
    name = models.CharField(_("name of the plan"), max_length=120)
    part = models.CharField(
        _("where in it"), max_length=120, blank=True, help_text=_("For example: policy 4-2")
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page on this site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    url = models.URLField(_("address elsewhere"), blank=True)

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("part")]),
        PageChooserPanel("page"),
        FieldPanel("url"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("related plan")
        verbose_name_plural = _("related plans")

    def clean(self) -> None:
        super().clean()
        if self.page_id and self.url:
            raise ValidationError({"url": _("Choose a page or give an address, not both.")})


class PlaceOfDisplay(Orderable):
    """A place where the printed document can be read or taken along (閲覧・配布場所)."""

    document = ParentalKey(
        GuidelinePage, on_delete=models.CASCADE, related_name="places_of_display"
    )
    name = models.CharField(_("place"), max_length=120)
    address = models.CharField(_("postal address"), max_length=200, blank=True)
    note = models.CharField(
        _("remark"), max_length=200, blank=True, help_text=_("Counter, opening hours …")
    )

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("address")]),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("place of display")
        verbose_name_plural = _("places of display")
