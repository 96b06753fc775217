"""An uploaded file on its way to a document: kept, read, mended by an editor, made into drafts."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tomoni.guidelines.models.pages import GuidelinePage
from tomoni.media.storage import private_files


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", _("uploaded")
    READING = "reading", _("being read")
    READY = "ready", _("ready to be looked through")
    DRAFTED = "drafted", _("made into drafts")
    FAILED = "failed", _("could not be read")


class GuidelineImport(models.Model):
    """An upload with what was read from it and what an editor has made of that since."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    file = models.FileField(_("file"), upload_to="guideline-imports/", storage=private_files)
    name = models.CharField(_("file name"), max_length=255)
    size = models.PositiveBigIntegerField(default=0)
    title = models.CharField(
        _("title of the document"),
        max_length=255,
        blank=True,
        help_text=_("Empty: taken from the text."),
    )
    state = models.CharField(
        max_length=20, choices=ImportState.choices, default=ImportState.UPLOADED
    )
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    # Whoever reads it holds it until then; a reader that died frees it after that.
    claimed_until = models.DateTimeField(null=True, blank=True)
    # How many signs the source has, and by how many the repairs made the text shorter.
    signs = models.PositiveIntegerField(default=0)
    repaired = models.IntegerField(default=0)
    # What the reader found, as it found it; never edited.
    result = models.JSONField(default=dict, blank=True)
    # The pieces as the editor has arranged them, and the steps that undo takes back.
    pieces = models.JSONField(default=list, blank=True)
    history = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=0)
    # What the editor chose for the pages: where they go, and for a new edition which piece is
    # which section of the present text.
    matching = models.JSONField(default=dict, blank=True)
    # The document whose new edition this becomes; empty: a document of its own.
    target = models.ForeignKey(
        GuidelinePage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    document = models.ForeignKey(
        GuidelinePage, null=True, blank=True, on_delete=models.SET_NULL, related_name="imports"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("import of a guideline")
        verbose_name_plural = _("imports of guidelines")
        ordering: ClassVar = ("-changed_at",)

    def __str__(self) -> str:
        return self.title or self.name

    @property
    def is_stuck(self) -> bool:
        """Say whether the process that was reading it has died."""
        return (
            self.state == ImportState.READING
            and self.claimed_until is not None
            and self.claimed_until <= timezone.now()
        )

    @property
    def is_under_way(self) -> bool:
        """Say whether it waits to be read or is being read."""
        return self.state in (ImportState.UPLOADED, ImportState.READING) and not self.is_stuck

    @property
    def is_open(self) -> bool:
        """Say whether there is an outline to work on."""
        return self.state in (ImportState.READY, ImportState.DRAFTED)
