"""A page of its own, and a table with a key to the core's content."""

from django.db import models
from wagtail.models import Page


class DummyPage(Page):
    text = models.CharField(max_length=100, blank=True)

    content_panels = [*Page.content_panels, "text"]


class DummyLink(models.Model):
    title = models.CharField(max_length=100)
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self):
        return self.title
