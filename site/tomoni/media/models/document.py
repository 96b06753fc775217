"""Documents that tell the reader what they are before they are opened."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument

from tomoni.media.fields import CheckedDocumentField


class Document(AbstractDocument):
    """A file to download, in a stated language."""

    file = CheckedDocumentField(_("file"), upload_to="documents")
    language = models.CharField(
        _("language of the document"),
        max_length=12,
        default="ja",
        help_text=_("Readers see it beside the link."),
    )
    page_count = models.PositiveIntegerField(
        _("number of pages"), null=True, blank=True, help_text=_("Leave empty if unknown.")
    )

    # Wagtail's own Document stays installed beside ours and claims the usual reverse names.
    tags = TaggableManager(
        help_text=None, blank=True, verbose_name=_("tags"), related_name="tomoni_documents"
    )
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_by_user.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]

    admin_form_fields = ("title", "file", "language", "page_count", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]
