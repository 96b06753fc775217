"""What is made from a document: its PDFs, and links that let outsiders see a draft for a time."""

from typing import ClassVar

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tomoni.guidelines.models.editions import Edition
from tomoni.guidelines.models.pages import GuidelinePage


class PdfKind(models.TextChoices):
    DOCUMENT = "document", _("document")
    EDITION = "edition", _("edition")
    COMPARISON = "comparison", _("comparison")


class PdfState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    MAKING = "making", _("being made")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


def pdf_storage() -> Storage:
    """Return where PDFs lie: apart from what a web server shows, for some are for staff only."""
    return storages["pdfs"]


class PdfFile(models.Model):
    """A PDF, made in the background; `key` is a digest of all that is printed in it."""

    document = models.ForeignKey(GuidelinePage, on_delete=models.CASCADE, related_name="pdfs")
    kind = models.CharField(max_length=20, choices=PdfKind.choices, default=PdfKind.DOCUMENT)
    edition = models.ForeignKey(Edition, null=True, on_delete=models.CASCADE, related_name="+")
    other_edition = models.ForeignKey(
        Edition, null=True, on_delete=models.CASCADE, related_name="+"
    )
    language = models.CharField(max_length=20)
    key = models.CharField(max_length=64)
    state = models.CharField(max_length=20, choices=PdfState.choices, default=PdfState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    file = models.FileField(storage=pdf_storage, upload_to="guidelines/", blank=True)
    size = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(auto_now_add=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    # The last sign of life of whoever makes it.
    beat_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("PDF")
        verbose_name_plural = _("PDFs")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("document", "key"), name="one_pdf_per_text"),
            # Whoever begins a second one is refused by the database itself.
            models.UniqueConstraint(
                fields=("state",), condition=models.Q(state="making"), name="one_pdf_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.kind} {self.language}"


class PreviewLink(models.Model):
    """An address that shows the draft of a page to whoever holds it, until a day."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    token = models.CharField(max_length=64, unique=True)
    note = models.CharField(
        _("for whom"),
        max_length=120,
        blank=True,
        help_text=_("Only you and your colleagues see it."),
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering: ClassVar = ("-made_at",)

    def __str__(self) -> str:
        return self.note or str(self.expires_at)

    @property
    def works(self) -> bool:
        """Say whether the link still answers with the draft."""
        return self.revoked_at is None and self.expires_at > timezone.now()
