"""Pages that residents look for and that are not there yet."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tomoni.languages import own_name_of


class PageRequest(models.Model):
    """The wish for a page on some words; who makes it says which page it became."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("request for a page", "open")
        DONE = "done", pgettext_lazy("request for a page", "done")
        REFUSED = "refused", pgettext_lazy("request for a page", "not needed")

    words = models.CharField(_("words that residents use"), max_length=200)
    locale = models.CharField(_("language"), max_length=35, default="ja")
    note = models.TextField(
        _("what the page should say"), blank=True, help_text=_("Residents do not see it.")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page that was made"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made = models.DateTimeField(_("asked on"), auto_now_add=True)

    class Meta:
        verbose_name = _("request for a page")
        verbose_name_plural = _("requests for pages")
        ordering = ("-made", "-pk")

    def __str__(self) -> str:
        return self.words

    @property
    def language_name(self) -> str:
        """The language by its own name."""
        return own_name_of(self.locale)
