"""What the kernel itself remembers: when each periodic task ran."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PeriodicRun(models.Model):
    """The latest run of a periodic task; `claimed_until` keeps a second runner away."""

    name = models.CharField(pgettext_lazy("periodic work", "task"), max_length=200, unique=True)
    started_at = models.DateTimeField(_("started"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    claimed_until = models.DateTimeField(_("claimed until"), null=True)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        verbose_name = _("periodic run")
        verbose_name_plural = _("periodic runs")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
