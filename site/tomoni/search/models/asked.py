"""What was asked, counted by week: readable only once five visits have asked it."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from tomoni.languages import html_lang_of, own_name_of

# So many visits make words readable: what five have asked tells nothing of one of them.
ENOUGH = 5


def week_of(day: date) -> date:
    """Return the Monday of a day's week: nothing finer is kept."""
    return day - timedelta(days=day.weekday())


class AskedWords(models.Model):
    """Words that visitors of a language have asked for.

    Before enough visits have asked them, `text` is empty and `key` is a hash that nobody can read.
    """

    locale = models.CharField(_("language"), max_length=35)
    key = models.CharField(max_length=64, editable=False)
    text = models.CharField(_("words"), max_length=200, blank=True)
    is_put_aside = models.BooleanField(_("put aside"), default=False)

    class Meta:
        verbose_name = _("words that were not found")
        verbose_name_plural = _("words that were not found")
        constraints = (
            models.UniqueConstraint(fields=["locale", "key"], name="tomoni_search_asked_once"),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def language_name(self) -> str:
        """The language by its own name."""
        return own_name_of(self.locale)

    @property
    def html_lang(self) -> str:
        return html_lang_of(self.locale)


class AskedWeek(models.Model):
    """In how many visits of a week words were asked for, and what became of it."""

    words = models.ForeignKey(
        AskedWords, verbose_name=_("words"), related_name="weeks", on_delete=models.CASCADE
    )
    begins = models.DateField(_("week from"), db_index=True)
    asked = models.PositiveIntegerField(_("asked"), default=0)
    nothing = models.PositiveIntegerField(_("nothing found"), default=0)
    partly = models.PositiveIntegerField(_("only partly found"), default=0)
    opened = models.PositiveIntegerField(_("result opened"), default=0)

    class Meta:
        verbose_name = _("week of words that were not found")
        verbose_name_plural = _("weeks of words that were not found")
        constraints = (
            models.UniqueConstraint(fields=["words", "begins"], name="tomoni_search_week_once"),
        )

    def __str__(self) -> str:
        return f"{self.begins}: {self.asked}"
