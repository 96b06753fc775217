"""The wording table: the words by which this town calls its people, groups and offices."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale

from tomoni.plugins import WordingEntry, registry


def wording_choices() -> list[tuple[str, str]]:
    """Return key and label of every word that a room or plugin has declared."""
    return [(entry.key, str(entry.label)) for entry in registry.of(WordingEntry)]


class Wording(models.Model):
    """What this town says in one language for one word of the table."""

    locale = models.ForeignKey(
        Locale, verbose_name=_("language"), on_delete=models.CASCADE, related_name="+"
    )
    # Choices live in the form, not in the field: plugins add words without a migration.
    key = models.CharField(_("word"), max_length=60)
    text = models.CharField(_("what this town says"), max_length=80)

    panels: ClassVar = [FieldPanel("locale"), FieldPanel("key"), FieldPanel("text")]

    class Meta:
        verbose_name = _("word")
        verbose_name_plural = _("wording")
        ordering = ("key", "locale_id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("locale", "key"),
                name="one_wording_per_locale",
                violation_error_message=_("This word already has an entry in this language."),
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        """What the word means, as the room or plugin that declared it says."""
        return str(dict(wording_choices()).get(self.key, self.key))

    def clean(self) -> None:
        super().clean()
        if self.key and self.key not in dict(wording_choices()):
            raise ValidationError({"key": _("No page uses this word.")})
