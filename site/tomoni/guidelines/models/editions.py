"""What a document was and how it changed: editions, reasons, changes, headings that are gone."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tomoni.guidelines.models.choices import ChangeKind
from tomoni.guidelines.models.pages import GuidelinePage


class Edition(models.Model):
    """The published text of a document under one label (第２版), whole and as it was last public.

    The row of the present edition is renewed with each publication; once a publication brings a
    new label, the row stays as it is for good. `text` is what `editions.texts` reads and writes.
    """

    document = models.ForeignKey(GuidelinePage, on_delete=models.CASCADE, related_name="editions")
    label = models.CharField(_("edition"), max_length=60, blank=True)
    slug = models.SlugField(max_length=60, allow_unicode=True)
    order = models.PositiveSmallIntegerField()
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    reason = models.TextField(_("why this edition was made"), blank=True)
    section_name = models.CharField(_("section in charge"), max_length=100, blank=True)
    first_published_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    # Empty: the present edition.
    ended_at = models.DateTimeField(null=True, blank=True)
    text = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ("document", "-order")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("document", "slug"), name="one_edition_per_slug"),
            models.UniqueConstraint(fields=("document", "order"), name="one_edition_per_order"),
            models.UniqueConstraint(
                fields=("document",),
                condition=models.Q(ended_at__isnull=True),
                name="one_present_edition",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_present(self) -> bool:
        return self.ended_at is None


class ChangeReason(models.Model):
    """Why a section changed in an edition; an empty anchor speaks of the edition as a whole."""

    document = models.ForeignKey(
        GuidelinePage, on_delete=models.CASCADE, related_name="change_reasons"
    )
    edition_label = models.CharField(max_length=60, blank=True)
    anchor = models.CharField(max_length=40, blank=True)
    text = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("reason for a change")
        verbose_name_plural = _("reasons for changes")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("document", "edition_label", "anchor"), name="one_reason_per_change"
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Change(models.Model):
    """One publication that changed the text: what readers and the feed are told of it."""

    document = models.ForeignKey(GuidelinePage, on_delete=models.CASCADE, related_name="changes")
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    page_title = models.CharField(max_length=255)
    edition = models.ForeignKey(
        Edition, null=True, on_delete=models.SET_NULL, related_name="changes"
    )
    at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=20, choices=ChangeKind.choices)
    reason = models.TextField(blank=True)
    section_name = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.page_title


class FormerHeading(models.Model):
    """A heading that once stood on a page of the document, so that its links still answer."""

    document = models.ForeignKey(
        GuidelinePage, on_delete=models.CASCADE, related_name="former_headings"
    )
    anchor = models.CharField(max_length=40)
    # The address of the chapter it stood in; empty for the document's own page.
    slug = models.CharField(max_length=255, blank=True)
    number = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=255)
    edition = models.ForeignKey(Edition, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("document", "slug", "anchor"), name="one_memory_per_heading"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}　{self.title}" if self.number else self.title
