"""The index: one row for each text that can be found, and what could not be indexed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """A public text, as it is shown and as it is searched."""

    source = models.CharField(_("source"), max_length=200)
    object_key = models.CharField(_("object"), max_length=100)
    locale = models.CharField(_("language"), max_length=35)
    title = models.TextField(_("title"))
    url = models.TextField(_("address"))
    anchor = models.TextField(_("place in the page"), blank=True)
    text = models.TextField(_("text"))
    folded_title = models.TextField()
    folded_text = models.TextField()
    dated = models.DateTimeField(_("last changed"))
    order = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = (
            models.Index(fields=["source", "object_key"], name="tomoni_search_object"),
            models.Index(fields=["locale", "-dated"], name="tomoni_search_recent"),
        )

    def __str__(self) -> str:
        return self.title


class IndexingFailure(models.Model):
    """An object whose texts could not be read; kept so that operators hear of it."""

    source = models.CharField(_("source"), max_length=200)
    object_key = models.CharField(_("object"), max_length=100)
    error = models.TextField(_("error"))

    class Meta:
        verbose_name = _("indexing failure")
        verbose_name_plural = _("indexing failures")
        constraints = (
            models.UniqueConstraint(
                fields=["source", "object_key"], name="tomoni_search_one_failure"
            ),
        )

    def __str__(self) -> str:
        return f"{self.source} {self.object_key}"
