"""The pages everyone has: the front page and ordinary pages, and what all public pages share."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page

from tomoni.home import selectors
from tomoni.plugins.bodies import OpenStreamField


class PublicPage(Page):
    """What every page for residents has: a short summary and the section that answers for it."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("One or two sentences. Shown in lists, in search results and under the title."),
    )
    section = models.ForeignKey(
        "tomoni_home.Section",
        verbose_name=_("section in charge"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("section"),
    ]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what `tomoni/design/base.html` shows around a page, and the section to ask."""
        context = super().get_context(request, *args, **kwargs)
        surroundings = selectors.surroundings_of(page=self, request=request)
        context.update(
            page_title=self.title,
            breadcrumbs=surroundings.breadcrumbs,
            languages=surroundings.languages,
            contact=surroundings.section,
        )
        return context


class HomePage(PublicPage):
    """The front page of the site in one language; the other pages of that language lie below."""

    template = "tomoni/home/home_page.html"
    parent_page_types: ClassVar = ["wagtailcore.Page"]

    town_name = models.CharField(
        _("town's name"), max_length=60, help_text=_("As it stands at the head of every page.")
    )
    picture = models.ForeignKey(
        "tomoni_media.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = OpenStreamField(body="front", verbose_name=_("body"), blank=True)
    footer_text = models.TextField(
        _("text at the foot"), blank=True, help_text=_("Address and phone of the town hall.")
    )

    content_panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("town_name"),
        FieldPanel("summary"),
        FieldPanel("picture"),
        FieldPanel("body"),
        FieldPanel("section"),
        MultiFieldPanel(
            [FieldPanel("footer_text"), InlinePanel("footer_links", label=_("link"))],
            heading=_("Foot of every page"),
        ),
    ]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")


class FooterLink(Orderable):
    """A link at the foot of every page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="footer_links")
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    text = models.CharField(
        _("text"), max_length=80, blank=True, help_text=_("Empty: the page's title.")
    )

    panels: ClassVar = [PageChooserPanel("page"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")


class StandardPage(PublicPage):
    """An ordinary page: text, pictures, documents, contact."""

    template = "tomoni/home/standard_page.html"

    body = OpenStreamField(body="page", verbose_name=_("body"), blank=True)

    content_panels: ClassVar = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
