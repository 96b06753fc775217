"""The index of a document's headings, written when a page is published."""

from typing import ClassVar

from django.db import models

from tomoni.guidelines.models.pages import GuidelinePage


class Heading(models.Model):
    """A heading of a published document: contents, cross-references and search read it.

    `level` 1 is a chapter itself and has no anchor; 2 to 4 stand inside a page. The anchor comes
    from the block's own id, so that it is the same after every edit and in every language.
    """

    document = models.ForeignKey(GuidelinePage, on_delete=models.CASCADE, related_name="headings")
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="guideline_headings"
    )
    anchor = models.CharField(max_length=40, blank=True)
    number = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=255)
    level = models.PositiveSmallIntegerField()
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ("page__path", "order")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("page", "anchor"), name="one_anchor_per_page")
        ]

    def __str__(self) -> str:
        return f"{self.number}　{self.title}" if self.number else self.title
