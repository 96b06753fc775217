"""Documents that tell the reader what they are before they are opened."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument


class Document(AbstractDocument):
    """A file to download, in a stated language."""

    language = models.CharField(
        _("language of the document"),
        max_length=12,
        default="ja",
        help_text=_("Readers see it beside the link."),
    )
    page_count = models.PositiveIntegerField(
        _("number of pages"), null=True, blank=True, help_text=_("Leave empty if unknown.")
    )

    admin_form_fields = ("title", "file", "language", "page_count", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]
