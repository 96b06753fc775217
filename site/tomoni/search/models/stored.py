"""What the embedded store knows of its texts, and in which state it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StoredText(models.Model):
    """What the embedded store knows of a text beside its tokens; `id` is its `SearchDocument`'s.

    The tokens lie where only the store looks: in full-text tables beside this one on SQLite, in
    columns that `prepare` adds to this one on PostgreSQL.
    """

    version = models.BigIntegerField(_("version"))
    locale = models.CharField(_("language"), max_length=35, db_index=True)
    signature = models.BigIntegerField(_("combination of filters"), default=0)
    # Microseconds since 1970, in UTC: both databases compare whole numbers fastest.
    date = models.BigIntegerField(_("date"), null=True)
    ends = models.BigIntegerField(_("ends"), null=True)
    latitude = models.FloatField(_("latitude"), null=True)
    longitude = models.FloatField(_("longitude"), null=True)
    boost = models.FloatField(_("weight"), default=1.0)
    length = models.PositiveIntegerField(_("length in words"), default=0)

    class Meta:
        verbose_name = _("stored text")
        verbose_name_plural = _("stored texts")

    def __str__(self) -> str:
        return f"{self.pk} ({self.locale})"


class StoredLanguage(models.Model):
    """In which state the embedded store's texts of a language are.

    `stamp` is drawn anew with each change, so that two states never share one, whatever was rolled
    back or restored. `steps` are the last changes that are small enough to be followed:
    `[[stamp, [number of a text, …]], …]`, the last of them with the present stamp.
    """

    locale = models.CharField(_("language"), max_length=35, unique=True)
    stamp = models.BigIntegerField(_("stamp"))
    steps = models.JSONField(_("last changes"), default=list)

    class Meta:
        verbose_name = _("language of the embedded store")
        verbose_name_plural = _("languages of the embedded store")

    def __str__(self) -> str:
        return self.locale
