"""Sections (課) of the town hall: whom to ask, referred to by every page they answer for."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin

validate_phone = RegexValidator(
    r"^\+?[0-9]+(-[0-9]+)*$", _("Write the number with half-width digits and hyphens: 0276-12-3456")
)


class Section(TranslatableMixin, models.Model):
    """A section of the town hall in one language; its translations share a translation key."""

    name = models.CharField(_("name"), max_length=100)
    name_kana = models.CharField(_("reading"), max_length=100, blank=True)
    duties = models.TextField(
        _("what it does"), blank=True, help_text=_("One or two sentences for residents.")
    )
    phone = models.CharField(_("phone"), max_length=30, blank=True, validators=[validate_phone])
    extension = models.CharField(_("extension"), max_length=20, blank=True)
    email = models.EmailField(_("mail address"), blank=True)
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("Building, floor and counter.")
    )
    hours = models.CharField(_("opening hours"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_kana")]),
        FieldPanel("duties"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("extension")]),
                FieldPanel("email"),
                FieldPanel("place"),
                FieldPanel("hours"),
            ],
            heading=_("Contact"),
        ),
        FieldPanel("order"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ("order", "name")

    def __str__(self) -> str:
        return self.name
