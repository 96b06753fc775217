"""Texts that can be found, as they are shown; their tokens lie in the stores."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Stand in a signature where texts have a time or a place; no facet has such a name.
WHEN = "_when"
WHERE = "_where"


class FacetSignature(models.Model):
    """A combination of facet values that texts have: `[["kind", "home.pages"], …]`, sorted."""

    values = models.TextField(_("values"), unique=True)

    class Meta:
        verbose_name = _("combination of filters")
        verbose_name_plural = _("combinations of filters")

    def __str__(self) -> str:
        return self.values


class SearchDocument(models.Model):
    """A public text in one language: only what an anonymous visitor may see.

    `url` is where it can be read, but for pages: these are asked themselves when they are shown.
    `passages` is a list of `{"anchor", "heading", "text"}` in the order of the page.
    `version` grows over all texts with each change, so that other stores can follow.
    """

    source = models.CharField(_("source"), max_length=200)
    object_key = models.CharField(_("object"), max_length=100)
    part = models.CharField(_("part"), max_length=100, blank=True)
    locale = models.CharField(_("language"), max_length=35)
    title = models.TextField(_("title"))
    url = models.TextField(_("address"))
    passages = models.JSONField(_("passages"), default=list)
    signature = models.ForeignKey(
        FacetSignature, verbose_name=_("combination of filters"), on_delete=models.PROTECT
    )
    dated = models.DateTimeField(_("last changed"))
    starts = models.DateTimeField(_("begins"), null=True, blank=True)
    ends = models.DateTimeField(_("ends"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    boost = models.FloatField(_("weight"), default=1.0)
    version = models.BigIntegerField(_("version"), db_index=True)

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        constraints = (
            models.UniqueConstraint(
                fields=["source", "object_key", "locale", "part"], name="tomoni_search_one_text"
            ),
        )
        indexes = (models.Index(fields=["locale", "version"], name="tomoni_search_language"),)

    def __str__(self) -> str:
        return self.title
