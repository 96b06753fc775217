"""A guideline document and its chapters, each a page of its own."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from tomoni.guidelines import reading
from tomoni.home.models import PublicPage
from tomoni.plugins.bodies import OpenStreamField


class GuidelinePage(PublicPage):
    """A guideline (指針, 基本方針): its paper data, its foreword, and its chapters below it."""

    template = "tomoni/guidelines/guideline_page.html"
    subpage_types: ClassVar = ["tomoni_guidelines.ChapterPage"]

    edition = models.CharField(
        _("edition"), max_length=60, blank=True, help_text=_("For example: first edition")
    )
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    body = OpenStreamField(
        body="guideline",
        verbose_name=_("foreword"),
        blank=True,
        help_text=_("What stands before the first chapter."),
    )

    content_panels: ClassVar = [
        *PublicPage.content_panels,
        FieldRowPanel([FieldPanel("edition"), FieldPanel("adopted_on")]),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("guideline")
        verbose_name_plural = _("guidelines")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["reading"] = reading.read_document(document=self, request=request)
        return context


class ChapterPage(PublicPage):
    """A chapter of a guideline, with the number that the document gives it."""

    template = "tomoni/guidelines/chapter_page.html"
    parent_page_types: ClassVar = ["tomoni_guidelines.GuidelinePage"]
    subpage_types: ClassVar[list[str]] = []

    number = models.CharField(
        _("number"), max_length=20, blank=True, help_text=_("As printed: 第１章, Ⅰ, 資料編 …")
    )
    # Where references to the chapter as a whole lead; it outlives a new address or title.
    anchor = models.CharField(max_length=40, blank=True, editable=False)
    body = OpenStreamField(body="guideline", verbose_name=_("body"), blank=True)

    content_panels: ClassVar = [
        FieldPanel("number"),
        *PublicPage.content_panels,
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")

    @property
    def full_title(self) -> str:
        """The number and the title, as contents and breadcrumbs show them."""
        return f"{self.number}　{self.title}" if self.number else self.title

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["reading"] = reading.read_chapter(chapter=self, request=request)
        return context
