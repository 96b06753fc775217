"""The one noun of this plugin: an answer."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Answer(models.Model):
    """What a resident said about a page; nothing tells who said it."""

    # Made with the form, so that a form sent twice is stored once.
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    page_title = models.CharField(_("page's title then"), max_length=255)
    language = models.CharField(_("language"), max_length=20)
    helpful = models.BooleanField(_("helpful"))
    comment = models.TextField(pgettext_lazy("of a reader", "comment"), blank=True)
    given_at = models.DateTimeField(_("given"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering: ClassVar = ["-given_at"]

    def __str__(self) -> str:
        return self.page_title
