"""The outbox: changes that the index has still to follow."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SearchChange(models.Model):
    """Something that changed, noted in the transaction that changed it.

    It is deleted when the index has followed. `error` says what went wrong the last time.
    """

    class Kind(models.TextChoices):
        OBJECT = "object", _("an object was saved")
        SUBTREE = "subtree", _("a page and all below it changed")
        FORGOTTEN = "forgotten", _("an object was deleted")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    # As `app.Model`.
    model = models.CharField(_("model"), max_length=200)
    object_key = models.CharField(_("object"), max_length=100)
    made = models.DateTimeField(_("changed"), auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try = models.DateTimeField(_("next try"), default=timezone.now, db_index=True)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        verbose_name = _("change to follow")
        verbose_name_plural = _("changes to follow")

    def __str__(self) -> str:
        return f"{self.kind} {self.model} {self.object_key}"
