"""The index of a document's terms, written when a page is published."""

from typing import ClassVar

from django.db import models

from tomoni.guidelines.models.pages import GuidelinePage


class DefinedTerm(models.Model):
    """A word that a published page defines for its whole document."""

    document = models.ForeignKey(GuidelinePage, on_delete=models.CASCADE, related_name="terms")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    anchor = models.CharField(max_length=40)
    word = models.CharField(max_length=60)
    reading = models.CharField(max_length=60, blank=True)
    # One to a line.
    forms = models.TextField(blank=True)
    # HTML without links: it is shown beside the text that the reader is in.
    definition = models.TextField()
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ("page__path", "order")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("page", "anchor"), name="one_term_per_anchor")
        ]

    def __str__(self) -> str:
        return self.word
