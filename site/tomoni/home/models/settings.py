"""What a site sets once: its colour and mark, and the notice that stands above everything."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Locale

from tomoni.design.accent import DEFAULT_ACCENT, check_accent


@register_setting(icon="view")
class SiteAppearance(BaseSiteSetting):
    """The town's own mark and its one colour."""

    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default=DEFAULT_ACCENT,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write the colour as #rrggbb."))],
        help_text=_("Links, buttons and marks use it. Colours too weak to read are refused."),
    )
    emblem = models.ForeignKey(
        "tomoni_media.Image",
        verbose_name=_("emblem"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels: ClassVar = [FieldPanel("accent"), FieldPanel("emblem")]

    class Meta:
        verbose_name = _("appearance")

    def clean(self) -> None:
        super().clean()
        if reason := check_accent(self.accent):
            raise ValidationError({"accent": reason})


class EmergencyNotice(models.Model):
    """A notice above every page: evacuation, water, closed offices. One language each."""

    class Level(models.TextChoices):
        EMERGENCY = "emergency", _("Emergency")
        IMPORTANT = "important", _("Important")

    locale = models.ForeignKey(
        Locale, verbose_name=_("language"), on_delete=models.CASCADE, related_name="+"
    )
    level = models.CharField(
        _("level"), max_length=20, choices=Level.choices, default=Level.IMPORTANT
    )
    title = models.CharField(_("title"), max_length=80)
    text = models.TextField(_("text"), blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page with more"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    starts = models.DateTimeField(_("shown from"), default=timezone.now)
    ends = models.DateTimeField(
        _("shown until"), null=True, blank=True, help_text=_("Empty: until you delete it.")
    )

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("locale"), FieldPanel("level")]),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("page"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
    ]

    class Meta:
        verbose_name = _("emergency notice")
        verbose_name_plural = _("emergency notices")
        ordering = ("-starts",)

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.ends and self.starts and self.ends <= self.starts:
            raise ValidationError({"ends": _("The end must come after the start.")})
